"""Tablets: invited, paired, renamed, let go."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from studio.kernel.refusal import Denied
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action
from studio.staff.actions.tokens import living_token, new_guest_token
from studio.staff.facts import DeskMarked, DevicePaired, DeviceRenamed, DeviceRevoked
from studio.staff.models import Device, SignIn, User
from studio.staff.refusals import DeviceIsRevoked, DeviceNameIsTaken, TokenIsDead
from studio.staff.rules import clean_device_name, hash_token, new_token

PAIR = "pair"
MINUTES = 15
DESK = "desk"
MANAGE = "staff.device.manage"


@action("staff.device.invite", needs=MANAGE)
def invite_device(work: Work) -> tuple[str, datetime]:
    """A token that pairs one tablet within a quarter of an hour, for the QR code of `/pair/{token}`."""
    host = Subject("user", work.actor.id) if work.actor.kind == "person" and work.actor.id else None
    token, row = new_guest_token(work, PAIR, host, MINUTES)
    return token, row.expires_at


@action("staff.device.pair")
def pair_device(work: Work, token_id: UUID, name: str) -> tuple[str, Device]:
    """Make the tablet one of the studio's; gives the token for its cookie, once. Spends the pairing token.

    Raises TokenIsDead where whoever showed it may pair none any more: nobody takes a code along who has to go.
    """
    invitation = living_token(work, token_id)
    if work.actor.id != token_id:
        raise Denied
    if invitation.purpose != PAIR:
        raise TokenIsDead
    host = invitation.subject.removeprefix("user:")
    if host and not _may_still(work, UUID(host)):
        raise TokenIsDead
    name = _free_name(work, name)
    token = new_token()
    device = work.add(
        Device(
            name=name,
            token_hash=hash_token(token),
            paired_by=UUID(host) if host else None,
            seen_at=work.now,
            agent=work.actor.agent[:200],
        )
    )
    invitation.used_at = work.now
    work.emit(DevicePaired(device.id, token_id))
    return token, device


def _may_still(work: Work, user_id: UUID) -> bool:
    user = work.session.get(User, user_id)
    return user is not None and user.active and work.house.rights.reach(user.role, MANAGE) is not None


@action("staff.device.rename", needs=MANAGE)
def rename_device(work: Work, device_id: UUID, name: str, seen_version: int | None = None) -> Device:
    """Call a tablet something else."""
    device = work.get(Device, device_id, seen_version)
    if device.revoked_at is not None:
        raise DeviceIsRevoked
    if device.name != (name := _free_name(work, name, but=device.id)):
        device.name = name
        work.emit(DeviceRenamed(device.id))
    return device


@action("staff.device.revoke", needs=MANAGE)
def revoke_device(work: Work, device_id: UUID) -> Device:
    """Let a tablet go: whoever holds it can do nothing more. Doing it twice changes nothing."""
    return _let_go(work, work.get(Device, device_id))


@action("staff.device.leave")
def leave_device(work: Work, by: UUID) -> Device:
    """The tablet itself stops being one, for somebody whose password it has just checked: `by`."""
    if work.actor.device_id is None:
        raise Denied
    device = work.get(Device, work.actor.device_id)
    work.note("device", device.id, None, {"left_by": str(by)})
    return _let_go(work, device)


@action("staff.desk.mark", needs=MANAGE)
def mark_desk(work: Work, name: str) -> tuple[str, Device]:
    """This browser is a desk of the studio that people share; gives the token for its cookie, once."""
    token = new_token()
    desk = work.add(
        Device(
            name=_free_name(work, name),
            kind=DESK,
            token_hash=hash_token(token),
            paired_by=work.actor.id if work.actor.kind == "person" else None,
            seen_at=work.now,
            agent=work.actor.agent[:200],
        )
    )
    session = work.session.get(SignIn, work.actor.session_id) if work.actor.session_id else None
    if session is not None:
        session.device_id = desk.id
    work.emit(DeskMarked(desk.id))
    return token, desk


@action("staff.desk.unmark", needs=MANAGE)
def unmark_desk(work: Work, device_id: UUID) -> Device:
    """It shows no names any more and takes no PIN. Doing it twice changes nothing."""
    return _let_go(work, work.get(Device, device_id))


def _let_go(work: Work, device: Device) -> Device:
    if device.revoked_at is None:
        device.revoked_at = work.now
        work.emit(DeviceRevoked(device.id))
    return device


def _free_name(work: Work, name: str, but: UUID | None = None) -> str:
    cleaned = clean_device_name(name)
    living = select(Device.id, Device.name).where(col(Device.revoked_at).is_(None))
    taken = {known.casefold() for device_id, known in work.session.exec(living) if device_id != but}
    if cleaned.casefold() in taken:
        raise DeviceNameIsTaken("name")
    return cleaned
