"""What an invitation is made of: codes that were shown, and forms that came through them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from nicegui import ui

from components.app.feedback import toast
from components.app.perform import look
from components.app.who import current_actor
from studio.clients.queries import registration_with_matches
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

SEE = "clients.registration.see"


@dataclass(eq=False)
class Code:
    """One code that was shown, and how far its guest has come."""

    token: str
    id: UUID
    expires_at: datetime
    opened_at: datetime | None = None

    @property
    def path(self) -> str:
        return f"/r/{self.token}"


@dataclass
class Arrival:
    """A form that came through one of our codes."""

    words: str
    to: str


async def arrival(registration_id: UUID) -> Arrival:
    """The form that came, by name for those who may read the inbox."""
    if not may(current_actor(), SEE, house().rights):
        return Arrival(t("The form has arrived in the inbox."), "")
    try:
        view = await look(registration_with_matches, registration_id)
    except Refusal:
        return Arrival(t("The form has arrived in the inbox."), "/inbox")
    return Arrival(t("The form of {name} has arrived.", name=view.row.name), f"/inbox/{registration_id}")


def copy(url: str) -> None:
    """Put the address where it can be pasted, for guests who are sent it."""
    ui.clipboard.write(url)
    toast(t("The link is copied. It works once, for the guest you send it to."))
