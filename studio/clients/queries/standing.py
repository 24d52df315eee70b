"""How many clients stand at once, however many are asked for: their files, their lights, and forms on their way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from storage.table import columns_of
from studio.clients.models import Client, FormInvitation, HealthAnswer, Registration
from studio.staff.models import GuestToken

CLIENT, ANSWER = columns_of(Client).c, columns_of(HealthAnswer).c
INVITED, TOKEN, FORM = columns_of(FormInvitation).c, columns_of(GuestToken).c, columns_of(Registration).c
RISE = ("", "sent", "opened", "came")


@dataclass(slots=True)
class Standing:
    """A client: `form` is sent, opened or came where one was sent to them that nobody has taken on file yet."""

    light: str = "unknown"
    flagged_at: datetime | None = None
    """When a yes that matters was last given."""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Standings:
    """`heads` tells under which file each file is read: its own, or the one it was merged into."""

    heads: dict[UUID, UUID]
    of: dict[UUID, Standing]

    @property
    def files(self) -> list[UUID]:
        return list(self.heads)


def standings(connection: Connection, clients: Iterable[UUID], now: datetime) -> Standings:
    """These clients, with all files merged into theirs, in four statements."""
    wanted = list(dict.fromkeys(clients))
    family = select(CLIENT.id, CLIENT.merged_into, CLIENT.health_light)
    family = family.where(or_(CLIENT.id.in_(wanted), CLIENT.merged_into.in_(wanted)))
    rows = connection.execute(family).all()
    asked = set(wanted)
    heads = {file: file if file in asked else merged_into for file, merged_into, _ in rows}
    of = {file: Standing(light) for file, _, light in rows if file in asked}
    _put_flags(connection, of)
    _put_forms(connection, heads, of, now)
    return Standings(heads, of)


def _put_flags(connection: Connection, of: dict[UUID, Standing]) -> None:
    matters = (ANSWER.client_id.in_(list(of)), ANSWER.answer.is_(True), ANSWER.level.in_(("block", "warn")))
    found = select(ANSWER.client_id, func.max(ANSWER.answered_at).label("at")).where(*matters)
    for client, at in connection.execute(found.group_by(ANSWER.client_id)):
        of[client].flagged_at = at


def _put_forms(connection: Connection, heads: dict[UUID, UUID], of: dict[UUID, Standing], now: datetime) -> None:
    lives = (TOKEN.used_at.is_(None), TOKEN.expires_at > now, INVITED.ended_at.is_(None))
    sent = select(INVITED.client_id, TOKEN.opened_at).join(TOKEN.id.table, TOKEN.id == INVITED.token_id)
    for client, opened_at in connection.execute(sent.where(INVITED.client_id.in_(list(heads)), *lives)):
        _rise(of[heads[client]], "opened" if opened_at else "sent")
    came = select(FORM.about_id).where(FORM.about_id.in_(list(heads)), FORM.state == "waiting")
    for client in _each(connection.scalars(came).all()):
        _rise(of[heads[client]], "came")


def _each(found: Sequence[UUID | None]) -> list[UUID]:
    return [one for one in found if one is not None]


def _rise(standing: Standing, form: str) -> None:
    standing.form = max(standing.form, form, key=RISE.index)
