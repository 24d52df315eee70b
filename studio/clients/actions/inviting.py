"""Inviting somebody to a form: by a code, by a code of their own, or on one of the studio's tablets."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from studio.clients import facts, refusals
from studio.clients.actions.client import present
from studio.clients.actions.registration import PURPOSE
from studio.clients.models import FormInvitation
from studio.kernel.refusal import Denied, Missing
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action
from studio.staff.actions import invite_guest
from studio.staff.actions.tokens import new_guest_token
from studio.staff.models import Device, GuestToken
from studio.staff.refusals import DeviceIsRevoked

INVITE = "clients.registration.invite"


@action("clients.registration.invite")
def invite_registration(work: Work, client_id: UUID | None = None) -> tuple[str, datetime]:
    """A token for one registration and when it ends; the QR code carries it, only its hash is kept.

    With a client it is a code of their own: what comes back lies in the inbox as theirs. It shows nothing stored.
    """
    if client_id is not None:
        work.about(Subject("client", present(work, client_id).id))
    token, row = invite_guest(work, PURPOSE, minutes=work.house.settings["clients.registration.minutes"])
    if client_id is not None:
        work.add(FormInvitation(token_id=row.id, client_id=client_id, invited_by=work.actor.name))
    return token, row.expires_at


@action("clients.registration.send", needs=INVITE)
def send_registration(work: Work, device_id: UUID, client_id: UUID | None = None) -> FormInvitation:
    """Let somebody without a phone fill in the form on a tablet, which takes it up by itself.

    Refused while somebody holds that tablet with another form.
    """
    _free_tablet(work, device_id)
    if client_id is not None:
        work.about(Subject("client", present(work, client_id).id))
    _, row = new_guest_token(work, PURPOSE, None, work.house.settings["clients.registration.minutes"])
    sent = FormInvitation(token_id=row.id, client_id=client_id, device_id=device_id, invited_by=work.actor.name)
    work.emit(facts.FormSent(work.add(sent).id, device_id))
    return sent


@action("clients.registration.take")
def take_registration(work: Work, invitation_id: UUID) -> str:
    """A fresh token for the tablet the form was sent to; the one before is dead from now on."""
    sent = work.get(FormInvitation, invitation_id)
    if work.actor.device_id is None or sent.device_id != work.actor.device_id:
        raise Denied
    if not lives(work, sent):
        raise Missing
    _spend(work, sent)
    token, row = new_guest_token(work, PURPOSE, None, work.house.settings["clients.registration.minutes"])
    sent.token_id = row.id
    return token


@action("clients.registration.leave")
def leave_registration(work: Work, token_id: UUID) -> None:
    """Whoever held the tablet has stopped, or left it alone: it waits again, and nothing was kept."""
    sent = work.session.exec(select(FormInvitation).where(FormInvitation.token_id == token_id)).first()
    if work.actor.id != token_id or sent is None:
        raise Missing
    if lives(work, sent):
        _end(work, sent)


@action("clients.registration.withdraw", needs=INVITE)
def withdraw_registration(work: Work, invitation_id: UUID) -> None:
    """Take a form back from a tablet; what was typed there is gone. Doing it twice changes nothing."""
    sent = work.get(FormInvitation, invitation_id)
    if lives(work, sent):
        _end(work, sent)


def lives(work: Work, sent: FormInvitation) -> bool:
    """Whether somebody could still send this form."""
    row = work.session.get(GuestToken, sent.token_id)
    return sent.ended_at is None and row is not None and row.used_at is None and row.expires_at > work.now


def _end(work: Work, sent: FormInvitation) -> None:
    sent.ended_at = work.now
    _spend(work, sent)
    work.emit(facts.FormLeft(sent.id, sent.device_id))


def _spend(work: Work, sent: FormInvitation) -> None:
    row = work.session.get(GuestToken, sent.token_id)
    if row is not None and row.used_at is None:
        row.used_at = work.now


def _free_tablet(work: Work, device_id: UUID) -> None:
    """Refuse a tablet that is gone or in somebody's hands; a form nobody has opened there is replaced."""
    device = work.session.get(Device, device_id)
    if device is None or device.kind != "tablet":
        raise refusals.TabletIsUnknown("device_id")
    if device.revoked_at is not None:
        raise DeviceIsRevoked("device_id")
    there = select(FormInvitation).where(FormInvitation.device_id == device_id, col(FormInvitation.ended_at).is_(None))
    for sent in work.session.exec(there):
        row = work.session.get(GuestToken, sent.token_id)
        if lives(work, sent) and row is not None and row.opened_at is not None:
            raise refusals.TabletIsTaken("device_id")
        _end(work, sent)
