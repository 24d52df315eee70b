"""The first start: what was typed so far is kept, and in the end becomes a studio in one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import select

from studio.kernel.work import Work, action
from studio.staff.actions.inviting import invite_user
from studio.staff.actions.people import set_up_studio
from studio.staff.models import User
from studio.staff.refusals import AlreadySetUp
from studio.staff.setting_up import KEPT, NEEDS
from studio.upkeep.actions import change_setting, reset_setting


@dataclass(frozen=True)
class Invited:
    """Somebody who got an account at the first start, and the code they choose a password with, told only here."""

    name: str
    email: str
    role: str
    code: str


@action("staff.setup.keep", needs=NEEDS)
def keep_setup(work: Work, typed: str) -> None:
    """Keep what was typed until the studio is set up; refused once it is."""
    if work.session.exec(select(User.id)).first():
        raise AlreadySetUp
    change_setting(work, KEPT, typed)


@action("staff.setup.finish", needs=NEEDS)
def finish_setup(
    work: Work, /, *, people: Sequence[Mapping[str, str]] = (), language: str = "en", **studio: Any
) -> tuple[User, list[Invited]]:
    """Make the studio, its owner and the accounts of the first people; what was typed is forgotten."""
    owner = set_up_studio(work, language=language, **studio)
    invited = []
    for one in people:
        _, code = invite_user(work, language=language, **one)
        invited.append(Invited(one["name"], one["email"], one["role"], code))
    reset_setting(work, KEPT)
    return owner, invited
