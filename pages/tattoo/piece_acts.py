"""What can be done with a piece as a whole: its next steps, calling it off, and back again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.perform import act, attempt
from components.app.text import text
from components.form import Form, long_field
from pages.tattoo.hands import Hands
from pages.tattoo.quoting import ask_deposit_of, ask_quote
from studio.kernel.text import N_, t
from studio.tattoo.actions import advance_piece, archive_piece, reopen_piece, restore_piece
from studio.tattoo.rules.steps import CALLED_OFF, OVER, WAY
from studio.tattoo.views import PieceCard
from studio.tattoo.words import STATES

QUOTE, ARCHIVE = "tattoo.piece.quote", "tattoo.piece.archive"
Do = Callable[[], Awaitable[Any]]
ONWARD: Mapping[str, str] = {
    "consult": N_("They came for a consultation"),
    "quoted": N_("Back to the quote"),
    "deposit": N_("Ask for a deposit"),
    "scheduled": N_("Say it is scheduled"),
    "in_progress": N_("Say it is under way"),
    "healing": N_("Say it is healing"),
    "touch_up": N_("Say it wants a touch-up"),
    "closed": N_("Close it"),
    "enquiry": N_("Back to the enquiry"),
    "cancelled": N_("Cancel it…"),
    "dropped": N_("Not pursued…"),
}


class Acts:
    """For one piece as it was read."""

    def __init__(self, card: PieceCard, hands: Hands) -> None:
        self.card, self.one, self.hands = card, card.piece, hands

    def next(self) -> list[tuple[str, Do]]:
        """What most likely comes next, the likeliest first."""
        one, found = self.one, list[tuple[str, Do]]()
        if one.archived_at or one.state in CALLED_OFF:
            return found
        quotes = self.hands.may(QUOTE, one)
        if one.state in ("enquiry", "consult") and quotes:
            found.append((t("Quote it…"), partial(ask_quote, self.card)))
        if one.state == "quoted" and one.deposit_due is None and quotes:
            found.append((t("Ask for a deposit…"), partial(ask_deposit_of, self.card)))
        if one.state in ("healing", "touch_up"):
            found.append((t("Close it"), partial(self.put, "closed")))
        return found

    def further(self) -> list[tuple[str, Do]]:
        """What is done seldom, and does not stand on the page already."""
        shown = {words for words, _ in self.next()}
        return [(words, do) for words, do in self._further() if words not in shown]

    def _further(self) -> list[tuple[str, Do]]:
        one, found = self.one, list[tuple[str, Do]]()
        if one.archived_at is None:
            if one.state not in OVER and self.hands.may(QUOTE, one):
                found.append((t("Quote it…"), partial(ask_quote, self.card)))
                found.append(
                    (
                        t("Ask for a deposit…") if one.deposit_due is None else t("Deposit…"),
                        partial(ask_deposit_of, self.card),
                    )
                )
            for state in self._wanted():
                found.append((t(ONWARD[state]), partial(self.call_off if state in CALLED_OFF else self.put, state)))
            if one.state in OVER:
                found.append((t("Open it again"), self.reopen))
        if self.hands.may(ARCHIVE, one) and one.state in OVER:
            found.append((t("Restore"), self.restore) if one.archived_at else (t("Archive"), self.archive))
        return found

    async def put(self, state: str, reason: str = "") -> Any:
        """Put it there; Undo puts it back."""
        before = self.one.state
        done = await act(advance_piece, self.one.id, state, reason)
        if done is not None:
            said = t("{name}: {state}.", name=self.one.title, state=t(STATES[state]).lower())
            back = reopen_piece if state in OVER else None
            toast(said, partial(act, back, self.one.id) if back else partial(act, advance_piece, self.one.id, before))
        return done

    async def reopen(self) -> None:
        if await act(reopen_piece, self.one.id):
            toast(t("{name} goes on.", name=self.one.title))

    async def archive(self) -> None:
        if await act(archive_piece, self.one.id):
            toast(t("{name} is archived.", name=self.one.title), partial(act, restore_piece, self.one.id))

    async def restore(self) -> None:
        if await act(restore_piece, self.one.id):
            toast(t("{name} is back.", name=self.one.title), partial(act, archive_piece, self.one.id))

    async def call_off(self, state: str) -> None:
        """Ask once, with the reason that stays in its history."""
        title = t("Call {name} off?", name=self.one.title)

        async def save(values: Mapping[str, Any]) -> Any:
            done = await attempt(advance_piece, form, self.one.id, state, values["reason"])
            if done is not None:
                dialog.submit(done)
            return done

        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(title, "", "h2")
            text(t("Designs, sessions and money stay on file, and it can be opened again."), "second prose", "p")
            with Form(save) as form:
                form.field("reason", long_field(t("Why"), rows=2, required=True))
                with form.acts(t("Call it off")):
                    button(t("Keep it"), lambda: dialog.submit(None))
        dialog.props["aria-label"] = title
        if await answer(dialog) is not None:
            toast(t("{name} is called off.", name=self.one.title), partial(act, reopen_piece, self.one.id))

    def _wanted(self) -> list[str]:
        """Where it may be put, but for what its quote and its deposit do by themselves."""
        ahead = [state for state in self.card.next_states if state != "deposit"]
        before = WAY.index(self.one.state) if self.one.state in WAY else len(WAY)
        return [state for state in ahead if not (state == "quoted" and WAY.index(state) > before)]
