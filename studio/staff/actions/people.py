"""Accounts: the first owner, further people, passwords."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from studio.kernel.refusal import Denied, Refusal, gather
from studio.kernel.text import nearest
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.staff.actions.sessions import end_all
from studio.staff.codes import void_codes
from studio.staff.facts import PasswordChanged, StudioSetUp, UserAdded, UserChanged
from studio.staff.models import User
from studio.staff.refusals import AlreadySetUp, EmailIsTaken, LastOwner
from studio.staff.roles import may_touch_person
from studio.staff.rules import check_name, check_password, check_role, check_theme, clean_email, hash_password
from studio.upkeep.actions import change_setting


@action("staff.studio.set_up")
def set_up_studio(
    work: Work, *, settings: dict[str, Any], name: str, email: str, password_hash: str, language: str = "en"
) -> User:
    """Make the first owner and the studio's settings; refused once anybody has an account."""
    if work.session.exec(select(func.count()).select_from(User)).one():
        raise AlreadySetUp
    for key, value in settings.items():
        change_setting(work, key, value)
    owner = new_user(work, name=name, email=email, role="owner", password_hash=password_hash, language=language)
    work.emit(StudioSetUp(owner.id))
    return owner


@action("staff.user.add")
def add_user(work: Work, *, name: str, email: str, role: str, password_hash: str, language: str = "en") -> User:
    """Give somebody an account. Hash the password before, outside the act: `fill_account` does both checks."""
    may_touch_person(work, role)
    user = new_user(work, name=name, email=email, role=role, password_hash=password_hash, language=language)
    work.emit(UserAdded(user.id))
    return user


@action("staff.user.change")
def change_user(work: Work, user_id: UUID, seen_version: int | None = None, /, **changes: Any) -> User:
    """Change name, role, language, theme or `active`. Everybody may change their own name, language and theme."""
    user = work.get(User, user_id, seen_version)
    if work.permit("staff.user.change") == "own":
        _only_own(work, user, changes)
    elif user.id != work.actor.id or "role" in changes:
        may_touch_person(work, user.role)
    changes = fitting(work, changes)
    _keep_an_owner(work, user, changes)
    before = user.role
    for field in ("name", "role", "language", "theme", "active"):
        if field in changes and getattr(user, field) != changes[field]:
            setattr(user, field, changes[field])
    work.emit(UserChanged(user.id))
    if not user.active:
        end_all(work, user.id)
    if not user.active or not work.house.rights.covers(before, user.role):
        void_codes(work, user.id)  # whoever showed them one could not have given as much
    return user


@change_user.undone_by
def _as_before(work: Work, past: Past) -> None:
    change_user(work, past.subject_id, **past.before("user"))


@action("staff.password.set")
def set_password(work: Work, user_id: UUID, password_hash: str) -> User:
    """Give somebody a new password and end their other sign-ins."""
    user = work.get(User, user_id)
    if work.permit("staff.password.set") == "own":
        _only_own(work, user, {})
    elif user.id != work.actor.id:
        may_touch_person(work, user.role)
    user.password_hash = password_hash
    end_all(work, user.id, but=work.actor.session_id)
    work.emit(PasswordChanged(user.id))
    return user


def fitting(work: Work, changes: dict[str, Any]) -> dict[str, Any]:
    """The changes to an account, cleaned. Raises Invalid naming each field that does not fit."""
    told = {**changes, "name": changes["name"].strip()} if "name" in changes else dict(changes)
    gather(
        {
            "name": check_name(told["name"]) if "name" in told else None,
            "role": check_role(told["role"], work.house.rights.titles()) if "role" in told else None,
            "theme": check_theme(told["theme"]) if "theme" in told else None,
        }
    )
    if "role" in told:
        may_touch_person(work, told["role"])
    return {**told, "language": nearest(told["language"])} if "language" in told else told


def fill_account(*, name: str, email: str, password: str) -> dict[str, str]:
    """Check what was typed and hash the password; gives what the verbs take. Slow: never inside an act.

    Raises Invalid naming each field.
    """
    problems: dict[str, Refusal | None] = {"name": check_name(name.strip())}
    try:
        email = clean_email(email)
    except Refusal as refusal:
        problems["email"] = refusal
    problems["password"] = check_password(password, email=email, name=name.strip())
    gather(problems)
    return {"name": name.strip(), "email": email, "password_hash": hash_password(password)}


def new_user(work: Work, *, name: str, email: str, role: str, password_hash: str, language: str) -> User:
    """The row of a new account, inside an open act. Raises Invalid or EmailIsTaken."""
    gather({"name": check_name(name), "role": check_role(role, work.house.rights.titles())})
    email = clean_email(email)
    if work.session.exec(select(User.id).where(User.email == email)).first():
        raise EmailIsTaken("email")
    return work.add(User(name=name, email=email, role=role, password_hash=password_hash, language=nearest(language)))


def _only_own(work: Work, user: User, changes: dict[str, Any]) -> None:
    if user.id != work.actor.id or not set(changes) <= {"name", "language", "theme"}:
        raise Denied


def _keep_an_owner(work: Work, user: User, changes: dict[str, Any]) -> None:
    stays = changes.get("role", user.role) == "owner" and changes.get("active", user.active)
    if user.role != "owner" or not user.active or stays:
        return
    others = select(func.count()).select_from(User).where(User.role == "owner", col(User.active), User.id != user.id)
    if not work.session.exec(others).one():
        raise LastOwner
