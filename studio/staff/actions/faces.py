"""Photos of the people who work here."""

from __future__ import annotations

from uuid import UUID

from studio.clients.pictures import Portrait
from studio.kernel.refusal import Denied
from studio.kernel.work import Work, action
from studio.staff.facts import UserChanged
from studio.staff.models import User
from studio.staff.roles import may_touch_person


@action("staff.face.set", needs="staff.user.change")
def set_face(work: Work, user_id: UUID, portrait: Portrait) -> User:
    """Keep a photo made by `pictures.read_portrait`: one's own, or anybody's with the right to change people."""
    user = _theirs(work, user_id)
    user.photo, user.photo_small = work.house.files.put(portrait.large), work.house.files.put(portrait.small)
    work.emit(UserChanged(user.id))
    return user


@action("staff.face.remove", needs="staff.user.change")
def remove_face(work: Work, user_id: UUID) -> User:
    """Take the photo away. Doing it twice changes nothing."""
    user = _theirs(work, user_id)
    if user.photo:
        user.photo = user.photo_small = None
        work.emit(UserChanged(user.id))
    return user


def _theirs(work: Work, user_id: UUID) -> User:
    user = work.get(User, user_id)
    if user.id == work.actor.id:
        return user
    if work.permit("staff.user.change") == "own":
        raise Denied
    may_touch_person(work, user.role)
    return user
