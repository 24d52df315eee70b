"""What the tabs of one open profile share: the card, who looks, and what was read so far."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from components.app.perform import act, look
from studio.clients import facts
from studio.clients.actions import view_health
from studio.clients.queries import ClientCard, HealthSheet, health_sheet
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house


class ClientFile:
    """An open file. Health answers are first read through the verb that writes down who looked."""

    def __init__(self, card: ClientCard, actor: Actor) -> None:
        self.card, self.actor = card, actor
        self.sheet: HealthSheet | None = None
        self.logged = False
        self.fresh: set[type[Any]] = set()
        """Kinds of facts that were just heard, while their part is drawn again."""
        self.typing = False
        """Whether a form is open in the tab, which a redraw would empty."""
        self.redraw: Callable[[], Awaitable[None]] = _nothing
        """Draws the open tab again."""

    async def read_health_once(self, *, opened: bool = False) -> None:
        """Read the answers where they are about to be shown: flags in the head, or the tab being opened."""
        if self.sheet is not None or self.card.flags is None or not (self.card.flags or opened or self.logged):
            return
        if self.logged:
            self.sheet = await look(health_sheet, self.card.id)
        else:
            self.sheet = await act(view_health, self.card.id)
            self.logged = self.sheet is not None

    def forget(self, heard: Iterable[Any]) -> None:
        """What was read of health is no longer true."""
        if any(isinstance(fact, facts.HealthChanged) for fact in heard):
            self.sheet = None

    def flashes(self, *kinds: type[Any]) -> str:
        """The class that lets a part flash once when one of these has just happened."""
        return "flashed" if self.fresh & set(kinds) else ""

    def may(self, permission: str) -> bool:
        """Whether the person at this page has the right; archived clients are only looked at."""
        return may(self.actor, permission, house().rights)

    def may_change(self, permission: str) -> bool:
        """As `may`, and the client is on file."""
        return self.card.archived_at is None and self.may(permission)


async def _nothing() -> None:
    """Before the page is drawn."""
