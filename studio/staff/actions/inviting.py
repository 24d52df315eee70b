"""Inviting people: an account without a password, and a code with which they choose one."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from studio.kernel.work import Work, action
from studio.messages.actions import queue_mail
from studio.messages.server import mail_server
from studio.staff.actions.people import new_user
from studio.staff.codes import LASTS, issue_code
from studio.staff.facts import UserAdded
from studio.staff.models import NO_PASSWORD, User
from studio.staff.refusals import PasswordIsChosen
from studio.staff.roles import may_touch_person


@action("staff.user.invite", needs="staff.user.add")
def invite_user(work: Work, *, name: str, email: str, role: str, language: str = "en") -> tuple[User, str]:
    """An account for somebody who chooses their own password, and the code for it, told only here.

    The code goes to them by e-mail as well, where the studio sends any.
    """
    may_touch_person(work, role)
    user = new_user(work, name=name, email=email, role=role, password_hash=NO_PASSWORD, language=language)
    work.emit(UserAdded(user.id))
    return user, told_code(work, user)


@action("staff.user.invite_again", needs="staff.user.add")
def invite_again(work: Work, user_id: UUID) -> str:
    """A fresh code for somebody who has not chosen a password yet; earlier ones are void. Raises PasswordIsChosen."""
    user = work.get(User, user_id)
    may_touch_person(work, user.role)
    if user.password_hash != NO_PASSWORD:
        raise PasswordIsChosen(name=user.name)
    return told_code(work, user)


def told_code(work: Work, user: User) -> str:
    """A code for their password; by e-mail as well, where the studio sends any. Needs a right asked for before."""
    code = issue_code(work, user.id, "invite")
    if mail_server(work.house) is not None:
        by = work.actor.name or work.house.settings["studio.name"]
        said = {"name": user.name, "by": by, "code": code, "until": _until(work, user.language)}
        queue_mail(work, "invitation", user.email, user.language, **said)
    return code


def _until(work: Work, language: str) -> str:
    from babel.dates import format_datetime

    ends = (work.now + LASTS["invite"]).astimezone(ZoneInfo(work.house.settings["studio.zone"]))
    return str(format_datetime(ends, "EEEE, d MMMM, HH:mm", locale=language.replace("-", "_")))
