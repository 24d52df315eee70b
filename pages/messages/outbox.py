"""The outbox: every letter and what became of it. What stands in a letter is not shown: it may be a code."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import act, look
from components.app.who import current_actor
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.messages.letter import show_letter
from pages.messages.states import STATES, when
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.messages.actions import cancel_letter, resend_letter
from studio.messages.facts import LetterFact
from studio.messages.queries import LetterView, list_letters


async def draw() -> None:
    """The screen `/outbox`."""
    await Outbox().draw()


class Outbox:
    """One open outbox."""

    def __init__(self) -> None:
        self.found: dict[str, LetterView] = {}
        self.manages = may(current_actor(), "messages.letter.manage", house().rights)

    async def draw(self) -> None:
        with frame(t("Outbox"), active="/alerts"):
            with head(t("Outbox"), t("Letters Linework sends by e-mail, and what became of each.")).end:
                button(t("All alerts"), icon="bell", to="/alerts")
                if may(current_actor(), "messages.mail.set", house().rights):
                    button(t("E-mail settings"), icon="sliders", to="/settings#mail")
            with ui.element("div").classes("body"):
                self.table = DataTable(
                    columns(),
                    self._load,
                    key="outbox",
                    label=t("Outbox"),
                    filters=[
                        Filter(
                            "state", t("State"), {"": t("All")} | {key: t(said) for key, (_, said) in STATES.items()}
                        )
                    ],
                    acts=acts() if self.manages else [],
                    on_act=self._act,
                    on_open=self._open,
                    empty=Empty(
                        t("No letters yet"),
                        t("Invitations, codes for a new password and alerts by e-mail stand here."),
                        "envelope",
                    ),
                )
        live(LetterFact, Gathering(self._changed))
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        state = wanted.filters.get("state", "")
        found, total = await look(list_letters, state=state, page=wanted.page, size=wanted.size)
        self.found = {str(one.id): one for one in found}
        return Page([row(one) for one in found], total)

    async def _open(self, letter_id: str) -> None:
        one = self.found.get(letter_id)
        wish = await show_letter(one, manages=self.manages) if one else ""
        if wish == "resend":
            await self._act(wish, [letter_id])
        elif wish == "cancel":
            await self._take_back(letter_id)

    async def _act(self, name: str, ids: list[str]) -> None:
        if name == "resend":
            await act(resend_letter, UUID(ids[0]))
        elif await confirm(
            t("Take the letter back?"), t("It is not sent. The line stays here."), t("Take back"), stop=True
        ):
            await self._take_back(ids[0])

    async def _take_back(self, letter_id: str) -> None:
        await act(cancel_letter, UUID(letter_id))
        toast(t("The letter is not sent."))

    async def _changed(self, facts: list[Any]) -> None:
        await self.table.changed(*(fact.letter_id for fact in facts))


def columns() -> list[Column]:
    """What one needs to find a letter."""
    return [
        Column("recipient", t("To"), "strong"),
        Column("subject", t("Subject")),
        Column("state", t("State"), "mark"),
        Column("when", t("When"), "quiet"),
        Column("trouble", t("What stands in the way"), "quiet"),
    ]


def acts() -> list[Act]:
    """What can be done with one."""
    return [Act("resend", t("Send now"), "refresh"), Act("cancel", t("Take back"), "close", stop=True)]


def row(one: LetterView) -> dict[str, Any]:
    """One letter as the table shows it."""
    kind, word = STATES[one.state]
    return {
        "id": str(one.id),
        "recipient": one.to,
        "subject": one.subject,
        "state": mark_cell(kind, t(word)),
        "when": when(one),
        "trouble": one.trouble,
        "acts": [
            *(["resend"] if one.can_resend else []),
            *(["cancel"] if one.state in ("queued", "failed") else []),
        ],
    }
