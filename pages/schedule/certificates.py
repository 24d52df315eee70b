"""What an artist needs on paper: until when it holds, entered, renewed, ended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.marks import status_mark, tag
from components.app.moments import reading_locale
from components.app.perform import act, attempt
from components.app.text import text
from components.app.who import current_actor
from components.files import FileField
from components.form import DateField, Form, check_field, choice_field, text_field
from pages.schedule.people_words import paper_state
from studio.extension.incoming import PAPERS, PICTURES, Allowed
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.actions import add_certificate, edit_certificate, end_certificate
from studio.schedule.actions.certificate import resume_certificate
from studio.schedule.queries import Artist, Certificate
from studio.schedule.words import CERTIFICATES, VACCINATION

EDIT = "schedule.certificate.edit"
HEPATITIS = "hepatitis_b"
TAKEN = Allowed((*PICTURES, *PAPERS), most=20)


class Certificates:
    """A section of the artist's page; what has ended stays below what holds."""

    def __init__(self, one: Artist, papers: Sequence[Certificate]) -> None:
        self.one = one
        self.papers = sorted(papers, key=lambda paper: paper.ended_at is not None)
        self.edits = may(current_actor(), EDIT, house().rights) and one.archived_at is None

    def draw(self) -> None:
        with ui.element("section").classes("stack"):
            with ui.element("div").classes("line apart"):
                text(t("Certificates"), "", "h2")
                if self.edits:
                    button(t("Enter a certificate"), partial(self.ask, None), kind="bare", icon="plus")
            if not self.papers:
                text(t("None entered yet."), "second", "p")
            with ui.element("ul").classes("ruled artist-rows"):
                for paper in self.papers:
                    self._row(paper)

    async def ask(self, paper: Certificate | None, *, renew: bool = False) -> None:
        """The form: for a new one, one to mend, or the one that takes its place."""
        title = t("Certificate of {name}", name=self.one.name)

        async def save(values: dict[str, Any]) -> Any:
            told = {**values, "state": values["state"] if values["kind"] == HEPATITIS else ""}
            file = files.value[-1].read() if files.value else None
            if paper is not None and not renew:
                done = await attempt(edit_certificate, form, paper.id, told, paper.version, file)
            else:
                done = await attempt(add_certificate, form, self.one.id, told, file, paper.id if paper else None)
            if done is not None:
                dialog.submit(done)
            return done

        with ui.dialog() as dialog, ui.element("div").classes("sheet booking-sheet stack loose"):
            text(title, "", "h2")
            with Form(save) as form:
                _fields(form, paper, renew=renew)
                there = paper is not None and paper.file is not None and not renew
                label = t("Another scan or PDF in place of the one on file") if there else t("Scan or PDF of it")
                files = FileField(label=label, allowed=TAKEN)
                with form.acts(t("Save")):
                    button(t("Cancel"), lambda: dialog.submit(None))
        dialog.props["aria-label"] = title
        if await answer(dialog) is not None:
            toast(t("The certificate is on file."))

    def _row(self, paper: Certificate) -> None:
        kind, words = paper_state(paper)
        with ui.element("li").classes("line wrap"):
            with ui.element("div").classes("grow stack tight"):
                text(t(CERTIFICATES[paper.kind]), "medium", "div")
                state = t(VACCINATION[paper.state]) if paper.state else ""
                told = " · ".join(filter(None, (state, paper.number, paper.issuer, paper.note)))
                if told:
                    text(told, "second small", "div")
            if paper.blocks_booking:
                tag(t("needed to work"))
            status_mark(kind, words)
            if paper.file:
                button(t("Look at it"), to=f"/artists/papers/{paper.id}", kind="bare", icon="eye").props(
                    "target=_blank"
                )
            if self.edits and paper.ended_at is None:
                button(t("Renew"), partial(self.ask, paper, renew=True), kind="bare")
                button(t("Change"), partial(self.ask, paper), kind="bare")
                button(t("End"), partial(self._end, paper), kind="bare")

    async def _end(self, paper: Certificate) -> None:
        name = t(CERTIFICATES[paper.kind])
        body = t("It no longer counts. It stays on file for inspections.")
        sure = await confirm(t("End this certificate? {name}", name=name), body, t("End it"), stop=True)
        if not sure:
            return
        if await act(end_certificate, paper.id):
            toast(t("{name} no longer counts.", name=name), partial(act, resume_certificate, paper.id))


def _fields(form: Form, paper: Certificate | None, *, renew: bool) -> None:
    locale, kept = reading_locale(), paper if paper and not renew else None
    kinds = {key: t(word) for key, word in CERTIFICATES.items()}
    states = {key: t(word) for key, word in VACCINATION.items()}
    with ui.element("div").classes("two"):
        kind = form.field("kind", choice_field(t("Kind"), kinds, paper.kind if paper else "licence"))
        state = form.field("state", choice_field(t("Vaccination"), states, paper.state if paper else ""))
        state.bind_visibility_from(kind, "value", value=HEPATITIS)
    with ui.element("div").classes("two"):
        form.field("number", text_field(t("Number"), kept.number if kept else ""))
        form.field("issuer", text_field(t("Issued by"), paper.issuer if paper else ""))
        form.field("issued_on", DateField(t("Issued on"), kept.issued_on if kept else None, locale=locale))
        form.field("expires_on", DateField(t("Valid until"), kept.expires_on if kept else None, locale=locale))
    needed = check_field(t("Needed to work: no bookings after its end"), paper.blocks_booking if paper else False)
    form.field("blocks_booking", needed)
    form.field("note", text_field(t("Note"), kept.note if kept else ""))
