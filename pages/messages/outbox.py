"""The outbox: every letter and what became of it. What stands in a letter is not shown: it may be a code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import Kind
from components.app.moments import show_moment
from components.app.perform import act, look
from components.app.who import current_actor
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.clients.gathering import Gathering
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import N_, t
from studio.messages.actions import cancel_letter, resend_letter
from studio.messages.facts import LetterFact
from studio.messages.queries import LetterView, list_letters

STATES: Mapping[str, tuple[Kind, str]] = {
    "queued": ("wait", N_("Waits")),
    "sending": ("part", N_("On its way")),
    "sent": ("ok", N_("Sent")),
    "failed": ("stop", N_("Given up")),
    "cancelled": ("none", N_("Taken back")),
}


async def draw() -> None:
    """The screen `/outbox`."""
    await Outbox().draw()


class Outbox:
    """One open outbox."""

    def __init__(self) -> None:
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
                    empty=Empty(
                        t("No letters yet"),
                        t("Invitations, codes for a new password and alerts by e-mail stand here."),
                        "envelope",
                    ),
                )
        await self.table.load()
        live(LetterFact, Gathering(self._changed))

    async def _load(self, wanted: Wanted) -> Page:
        state = wanted.filters.get("state", "")
        found, total = await look(list_letters, state=state, page=wanted.page, size=wanted.size)
        return Page([row(one) for one in found], total)

    async def _act(self, name: str, ids: list[str]) -> None:
        letter_id = UUID(ids[0])
        if name == "resend":
            await act(resend_letter, letter_id)
        elif await confirm(
            t("Take the letter back?"), t("It is not sent. The line stays here."), t("Take back"), stop=True
        ):
            await act(cancel_letter, letter_id)
            toast(t("The letter is not sent."))

    async def _changed(self, facts: list[Any]) -> None:
        await self.table.changed(*(fact.letter_id for fact in facts))


def columns() -> list[Column]:
    """What one needs to find a letter."""
    return [
        Column("to", t("To"), "strong"),
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
        "to": one.to,
        "subject": one.subject,
        "state": mark_cell(kind, t(word)),
        "when": when(one),
        "trouble": one.trouble,
        "acts": [
            *(["resend"] if one.can_resend else []),
            *(["cancel"] if one.state in ("queued", "failed") else []),
        ],
    }


def when(one: LetterView) -> str:
    """When it left, is tried next, or was written."""
    if one.sent_at:
        return show_moment(one.sent_at)
    if one.state == "queued" and one.tries and one.next_try_at:
        return t("again {when}", when=show_moment(one.next_try_at))
    return show_moment(one.created_at)
