"""The decision about a form: a new client, the same as one on file, or declined."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import face, status_mark
from components.app.perform import act
from components.app.text import text
from components.app.who import current_actor
from components.compare import Compare, Pair
from pages.clients.decline import ask_reason
from pages.clients.likely import is_probable, likeness_words
from pages.clients.outcome import draw_outcome
from pages.clients.showing import LABELS, field_text, photo_address
from studio.clients.actions import accept_registration, merge_registration
from studio.clients.models import Client
from studio.clients.queries import Candidate, RegistrationView
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import nt, t

DECIDE = "clients.registration.decide"
GoOn = Callable[[], Awaitable[None]]


class Decision:
    """The right half of an open form; `go_on` is called once it was decided here."""

    def __init__(self, view: RegistrationView, go_on: GoOn | None = None) -> None:
        self.view, self.go_on = view, go_on
        self.decides = may(current_actor(), DECIDE, house().rights)
        self.compare: Compare | None = None
        self.chosen: UUID | None = None
        self.choices: dict[UUID | None, ui.element] = {}
        self._choose_likeliest()

    @ui.refreshable_method
    async def draw(self) -> None:
        """What there is to decide, or what was decided."""
        if self.view.row.state != "waiting":
            await draw_outcome(self.view.row, self.go_on, decides=self.decides)
        elif not self.decides:
            status_mark("wait", t("Waiting for the front desk to decide."))
        else:
            self._people()
            self._consequence()

    def show(self, view: RegistrationView) -> None:
        """Somebody decided, or changed a client this may be: draw what is true now."""
        if view == self.view and view.row.state == "waiting":
            return  # what was chosen here stays, and the keys stay where they are
        self.view = view
        if self.chosen not in {candidate.id for candidate in view.candidates}:
            self._choose_likeliest()
        self.draw.refresh()

    def _choose_likeliest(self) -> None:
        about = self.view.row.about_id
        likely = [one.id for one in self.view.candidates if one.id == about or is_probable(one)]
        self.chosen = likely[0] if likely else None

    def _people(self) -> None:
        if not self.view.candidates:
            text(t("Nobody like this is on file"), "", "h2")
            return
        asked = t("Update of {code}", code=self.view.about) if self.view.about else t("Is this somebody on file?")
        text(asked, "", "h2").props("id=who-is-it")
        with ui.element("div").classes("candidates").props('role=radiogroup aria-labelledby="who-is-it"'):
            for candidate in self.view.candidates:
                self._person(candidate)
            with self._choice(None):
                text("+", "face s").props("aria-hidden=true")
                with ui.element("span").classes("grow"):
                    text(t("No, a new client"), "strong")

    def _person(self, candidate: Candidate) -> None:
        with self._choice(candidate.id):
            face(candidate.name, photo_address(candidate.code, candidate.photo_small))
            with ui.element("span").classes("grow"):
                text(candidate.name, "strong cut")
                how = t("Scanned their own code") if candidate.id == self.view.row.about_id else ""
                words = (candidate.code, how, likeness_words(candidate))
                text(" · ".join(filter(None, words)), "second small")
            if is_probable(candidate):
                status_mark("info", t("Likely"))

    def _choice(self, client_id: UUID | None) -> ui.element:
        checked = client_id == self.chosen
        choice = ui.element("button").classes("candidate").on("click", lambda: self._choose(client_id))
        choice.props.update({"type": "button", "role": "radio", "aria-checked": "true" if checked else "false"})
        self.choices[client_id] = choice
        return choice

    def _choose(self, client_id: UUID | None) -> None:
        """Mark what was chosen and draw only what follows from it: the keyboard stays where it is."""
        self.chosen = client_id
        for each, choice in self.choices.items():
            choice.props["aria-checked"] = "true" if each == client_id else "false"
        self._consequence.refresh()

    @ui.refreshable_method
    def _consequence(self) -> None:
        candidate = next((one for one in self.view.candidates if one.id == self.chosen), None)
        if candidate:
            self._merging(candidate)
        with ui.element("div").classes("decide-acts"):
            if candidate:
                button(t("Merge into {name}", name=candidate.name), self._merge, kind="primary", icon="merge", key="a")
            else:
                button(t("Accept as new client"), self._accept, kind="primary", icon="check", key="a")
            button(t("Decline"), self._decline, kind="bare", key="d")

    def _merging(self, candidate: Candidate) -> None:
        pairs = pairs_of(candidate)
        if not pairs:
            text(t("All details are the same. Health answers and ticked consents are added."), "second", "p")
            self.compare = None
            return
        heads = (t("On file"), t("From the form"))
        self.compare = Compare(pairs, heads=heads, nothing=t("empty"), on_change=self._preview)
        self.preview = text("", "second small", "p").props("role=status")
        self._preview()

    def _preview(self) -> None:
        taken = sum(side == "theirs" for side in self.compare.taken.values()) if self.compare else 0
        changes = nt("{n} detail changes.", "{n} details change.", taken) if taken else t("No detail changes.")
        self.preview.set_text(changes + " " + t("Health answers and ticked consents are added."))

    async def _accept(self) -> None:
        client = await act(accept_registration, self.view.row.id)
        if client:
            await self._decided(t("{name} is on file as {code}.", name=client.name, code=client.code), client)

    async def _merge(self) -> None:
        candidate = next(one for one in self.view.candidates if one.id == self.chosen)
        choices = dict(self.compare.taken) if self.compare else {}
        client = await act(merge_registration, self.view.row.id, candidate.id, choices, candidate.version)
        if client:
            await self._decided(t("The form is now part of {name}'s file.", name=client.name), client)

    async def _decline(self) -> None:
        if await ask_reason(self.view.row) and self.go_on:
            await self.go_on()

    async def _decided(self, words: str, client: Client) -> None:
        """Where the next form opens at once, the way to the client goes with the words."""
        toast(words, to=f"/clients/{client.code}" if self.go_on else "")
        if self.go_on:
            await self.go_on()


def pairs_of(candidate: Candidate) -> list[Pair]:
    """The fields in which form and file differ, with what a careful colleague would take."""
    return [
        Pair(
            entry.field,
            t(LABELS[entry.field]),
            field_text(entry.field, entry.ours),
            field_text(entry.field, entry.theirs),
            entry.suggested,
        )
        for entry in candidate.plan
        if entry.differs and (entry.ours or entry.field != "language")  # a language nobody chose is no decision
    ]
