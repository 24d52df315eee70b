"""Invitations to forms: as the door sees them behind a token, as a tablet takes them up, as the desk follows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select

from storage.table import columns_of
from studio.clients import refusals
from studio.clients.models import FormInvitation, Registration
from studio.kernel.house import house
from studio.kernel.work import Read, query
from studio.staff.models import Device, GuestToken

INVITED, TOKEN, DEVICE, FORM = (columns_of(model) for model in (FormInvitation, GuestToken, Device, Registration))


@dataclass(frozen=True)
class Invited:
    """Whom a form is meant for, and on which tablet: nobody and none for an ordinary code."""

    client_id: UUID | None = None
    device_id: UUID | None = None
    ended: bool = False


@dataclass(frozen=True)
class SentForm:
    """A form on a tablet as the desk sees it. `stage` is waiting, open, arrived, expired or ended."""

    id: UUID
    stage: str
    device_name: str
    registration_id: UUID | None


def invited_by(token_id: UUID) -> Invited:
    """What is known of an invitation besides its token; asked by the door, for whoever holds the token."""
    wanted = select(INVITED.c.client_id, INVITED.c.device_id, INVITED.c.ended_at).where(INVITED.c.token_id == token_id)
    with house().db.reading() as connection:
        row = connection.execute(wanted).first()
    return Invited(row.client_id, row.device_id, row.ended_at is not None) if row else Invited()


@query("clients.registration.take")
def form_of_device(read: Read) -> UUID | None:
    """The invitation that waits for the asking tablet, the newest; None when there is none."""
    living = (TOKEN.c.used_at.is_(None), TOKEN.c.expires_at > read.house.clock.now(), INVITED.c.ended_at.is_(None))
    found = (
        select(INVITED.c.id)
        .join(TOKEN, TOKEN.c.id == INVITED.c.token_id)
        .where(INVITED.c.device_id == read.actor.device_id, *living)
        .order_by(INVITED.c.created_at.desc())
    )
    return None if read.actor.device_id is None else read.connection.execute(found.limit(1)).scalar()


@query("clients.registration.invite")
def sent_form(read: Read, invitation_id: UUID) -> SentForm:
    """How far a form on a tablet has come."""
    row = read.connection.execute(_sent().where(INVITED.c.id == invitation_id)).first()
    if row is None:
        raise refusals.RegistrationIsUnknown
    return SentForm(row.id, _stage(read, row), row.name, row.registration_id)


def _sent() -> Select[Any]:
    columns = (INVITED.c.id, INVITED.c.ended_at, TOKEN.c.opened_at, TOKEN.c.expires_at, DEVICE.c.name)
    return (
        select(*columns, FORM.c.id.label("registration_id"))
        .join(TOKEN, TOKEN.c.id == INVITED.c.token_id)
        .join(DEVICE, DEVICE.c.id == INVITED.c.device_id)
        .outerjoin(FORM, FORM.c.token_id == INVITED.c.token_id)
    )


def _stage(read: Read, row: Row[Any]) -> str:
    if row.registration_id is not None:
        return "arrived"
    if row.ended_at is not None:
        return "ended"
    if row.expires_at <= read.house.clock.now():
        return "expired"
    return "open" if row.opened_at else "waiting"
