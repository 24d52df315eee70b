"""On a client's profile: which sheets they were given, and handing over another one."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.app.button import button, icon_button
from components.app.dialogs import answer
from components.app.drawings import drawing
from components.app.feedback import toast
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.form import choice_field, seg_field
from components.qr import qr
from pages.documents.words import WAYS
from studio.clients.queries import ClientCard
from studio.documents.papers.facts import GivenFact
from studio.documents.papers.giving import give_aftercare, show_again, take_back_aftercare
from studio.documents.papers.models import PaperGiven
from studio.documents.papers.queries import GivenLine, given_to, sheets_to_give
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, nearest, t
from studio.messages.server import mail_server
from studio.upkeep.lan import lan_enabled, phone_url

GIVE, SEE, PRINT = "documents.aftercare.give", "documents.document.see", "documents.client_file.print"


async def draw(card: ClientCard) -> None:
    """The section of the profile."""
    await GivenPart(card).draw()


class GivenPart:
    """What stands there now."""

    place: Element

    def __init__(self, card: ClientCard) -> None:
        self.card = card
        self.gives = card.archived_at is None and may(current_actor(), GIVE, house().rights)

    async def draw(self) -> None:
        self.place = ui.element("div")
        with ui.element("div").classes("line wrap given-acts"):
            if self.gives:
                button(t("Give a sheet"), self._give, icon="plus")
            if may(current_actor(), PRINT, house().rights):
                to = f"/clients/{self.card.code}/file.pdf"
                button(t("Print the file"), icon="print", to=to, kind="bare").props("target=_blank")
        live(GivenFact, do=lambda _: self._show(), when=lambda fact: fact.client_id == self.card.id)
        await self._show()

    @in_turn
    async def _show(self) -> None:
        found = await look(given_to, self.card.id)
        self.place.clear()
        with self.place:
            if not found:
                _none_yet()
                return
            with ui.element("ul").classes("ruled"):
                for one in found:
                    self._line(one)

    def _line(self, one: GivenLine) -> None:
        back = one.taken_back_at is not None
        with ui.element("li").classes("packet-row"):
            with ui.element("div").classes("grow stack tight"):
                text(f"{one.title}, {t('edition {n}', n=one.number)}", "medium quiet struck" if back else "medium")
                tongue = LANGUAGES.get(one.language, one.language)
                text(f"{when(one.at)} · {one.by_name} · {t(WAYS[one.how])} · {tongue}", "small second")
            if back:
                status_mark("none", t("Taken back"))
            elif one.opened_at:
                status_mark("ok", t("Opened"))
            if self.gives and not back:
                with ui.element("div").classes("given-row-acts"):
                    icon_button("qr", t("Show {title} on their phone", title=one.title), partial(self._again, one))
                    take_back = partial(self._back, one.id)
                    icon_button("undo", t("Take the note of {title} back", title=one.title), take_back)

    async def _give(self) -> None:
        await hand_over(self.card)

    async def _again(self, one: GivenLine) -> None:
        token = await act(show_again, one.id)
        if token:
            await show_code(token, one.title)

    async def _back(self, given_id: UUID) -> None:
        if await act(take_back_aftercare, given_id):
            toast(t("The note is taken back; its code leads nowhere any more."))


def _none_yet() -> None:
    with ui.element("div").classes("empty given-none"):
        drawing("envelope")
        text(t("No sheet was given yet"), "", "h3")
        text(t("On their phone by a code, or printed. Which edition it was stays noted here."), "", "p")


async def hand_over(card: ClientCard, key: str = "") -> PaperGiven | None:
    """Ask which sheet, in which language and how; note it, and show the code where it goes to a phone.

    Other rooms may call it at the end of what they do, with the sheet that fits. None when nothing was given.
    """
    sheets = await look(sheets_to_give)
    titles = {one: title for one, title, _ in sheets}
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Give {name} a sheet", name=card.name), "cut", "h2")
        first = key if key in titles else next(iter(titles), None)
        sheet = choice_field(t("Aftercare sheet"), titles, first)
        own = card.language or house().settings["studio.locale"]
        tongue = choice_field(t("Language"), LANGUAGES, nearest(own))
        way = seg_field(t("How"), ways(), "phone" if lan_enabled() else "printed")
        with ui.element("div").classes("acts"):
            button(t("Cancel"), lambda: dialog.submit(None))
            give = partial(_chosen, dialog, sheet, tongue, way)
            button(t("Give it"), give, kind="primary")
    dialog.props["aria-label"] = t("Give {name} a sheet", name=card.name)
    wanted = await answer(dialog)
    return await _given(card, *wanted) if wanted and wanted[0] else None


def ways() -> dict[str, str]:
    """How a sheet reaches a client; where the studio sends e-mail it goes at once."""
    named = {one: t(word) for one, word in WAYS.items()}
    return {**named, "email": t("By e-mail")} if mail_server(house()) is not None else named


def _chosen(dialog: ui.dialog, *fields: Any) -> None:
    dialog.submit(tuple(field.value for field in fields))


async def _given(card: ClientCard, key: str, language: str, how: str) -> PaperGiven | None:
    done = await act(give_aftercare, card.id, key, language, how)  # type: ignore[arg-type]  # the verb looks at the way
    if done is None:
        return None
    token, given = done
    if how == "email" and mail_server(house()) is not None:
        toast(t("{title} is in the outbox for {name}.", title=given.title, name=card.name))
    else:
        toast(t("{title} is noted as given.", title=given.title), lambda: act(take_back_aftercare, given.id))
    if token:
        await show_code(token, given.title)
    elif how == "printed":
        ui.navigate.to(f"/documents/papers/{key}/paper.pdf?lang={given.language}", new_tab=True)
    return given


async def show_code(token: str, title: str) -> None:
    """The code the client's phone scans, told only here."""
    url = phone_url(f"/d/{token}")
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose qr-sheet"):
        text(title, "cut", "h2")
        with ui.element("div").classes("stack center"):
            qr(url, size=240, label=t("QR code of {title}", title=title))
            text(t("In the studio's Wi-Fi, scan this with your camera."), "center")
            text(url.removeprefix("http://"), "small quiet center prose")
            if not lan_enabled():
                status_mark("warn", t("Phones cannot reach this computer yet.")).classes("long")
        with ui.element("div").classes("acts"):
            button(t("Done"), dialog.close, kind="primary").props("autofocus")
    dialog.props["aria-label"] = t("QR code of {title}", title=title)
    await answer(dialog)
