"""What stands behind the token of a signing: the client's turn, or the guardian's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.consent.models import Ceremony, Guardian
from studio.kernel.actor import Actor, guest
from studio.kernel.house import house
from studio.staff.models import GuestToken
from studio.staff.rules import hash_token

CEREMONY, GUARDIAN, TOKEN = columns_of(Ceremony), columns_of(Guardian), columns_of(GuestToken)
TURNS = (
    ("client", "open", CEREMONY.join(TOKEN, CEREMONY.c.token_id == TOKEN.c.id)),
    (
        "guardian",
        "signed",
        CEREMONY.join(GUARDIAN, GUARDIAN.c.ceremony_id == CEREMONY.c.id).join(TOKEN, GUARDIAN.c.token_id == TOKEN.c.id),
    ),
)
"""Who signs, in which state of the ceremony, with which token."""


@dataclass(frozen=True)
class CeremonyState:
    """A ceremony as the door sees it behind a token. `living` means that `who` can still sign with it."""

    id: UUID
    token_id: UUID
    state: str
    language: str
    place: str
    device_id: UUID | None
    expires_at: datetime
    opened: bool
    living: bool
    who: str = "client"
    elsewhere: bool = False
    """A guardian who signs on a phone of their own."""

    def actor(self, *, address: str = "", agent: str = "", language: str = "") -> Actor:
        """The guest as somebody who acts."""
        return guest(self.token_id, address=address, agent=agent, language=language or self.language)


def ceremony_of_token(token: str) -> CeremonyState | None:
    """The ceremony a token opens, ended or not; None when it opens none, also for a token that was replaced."""
    if not token or len(token) > 200:
        return None
    ceremony = (CEREMONY.c.id, CEREMONY.c.state, CEREMONY.c.language, CEREMONY.c.place, CEREMONY.c.device_id,
                CEREMONY.c.guardian)  # fmt: skip
    opens = (TOKEN.c.id.label("token_id"), TOKEN.c.expires_at, TOKEN.c.opened_at, TOKEN.c.used_at)
    with house().db.reading() as connection:
        for who, turn, joined in TURNS:
            found = select(*ceremony, *opens).select_from(joined).where(TOKEN.c.token_hash == hash_token(token))
            row = connection.execute(found).first()
            if row is not None:
                return _state(row, who, turn)
    return None


def _state(row: Any, who: str, turn: str) -> CeremonyState:
    """A guardian elsewhere signs on a phone, wherever the client did."""
    elsewhere = who == "guardian" and row.guardian == "remote"
    place = "phone" if elsewhere else row.place
    living = row.state == turn and row.used_at is None and row.expires_at > house().clock.now()
    opened = row.opened_at is not None
    device = row.device_id if place == "tablet" else None
    return CeremonyState(
        row.id,
        row.token_id,
        row.state,
        row.language,
        place,
        device,
        row.expires_at,
        opened,
        living,
        who,
        elsewhere,
    )
