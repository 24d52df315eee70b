"""Decisions about roles: how they are named, and that nobody hands out more than they have themselves."""

from __future__ import annotations

from collections.abc import Collection

from storage.folding import fold
from studio.kernel.permissions import FAR, Scope
from studio.kernel.work import Work
from studio.staff.refusals import RoleNameIsMissing, RoleReachesFurther

ABOVE_ALL = ("owner", "console")
LONGEST_NAME = 40


def clean_role_name(name: object) -> str:
    """One line of at most forty letters. Raises RoleNameIsMissing."""
    typed = name[:500] if isinstance(name, str) else ""
    cleaned = " ".join("".join(letter for letter in typed if letter.isprintable() or letter.isspace()).split())
    if not 0 < len(cleaned) <= LONGEST_NAME:
        raise RoleNameIsMissing("name")
    return cleaned


def key_of(name: str, taken: Collection[str]) -> str:
    """What programs call a role of this name, unlike every other."""
    key = "_".join("".join(one if one.isascii() and one.isalnum() else " " for one in fold(name)).split()) or "role"
    return (
        key if key not in taken else next(f"{key}_{n}" for n in range(2, len(taken) + 3) if f"{key}_{n}" not in taken)
    )


def may_hand_out(work: Work, permission: str, reach: Scope | None) -> None:
    """Raises RoleReachesFurther where the actor has less than what they give to others."""
    if work.actor.role not in ABOVE_ALL and FAR[reach] > FAR[work.house.rights.scope(work.actor, permission)]:
        raise RoleReachesFurther


def may_touch_role(work: Work, role: str) -> None:
    """Raises RoleReachesFurther for one's own role, and for roles that may do more than one may oneself."""
    if work.actor.role in ABOVE_ALL:
        return
    if role in (work.actor.role, "owner") or not work.house.rights.covers(work.actor.role, role):
        raise RoleReachesFurther


def may_touch_person(work: Work, role: str) -> None:
    """Raises RoleReachesFurther for somebody who may do more than the actor, or would with this role."""
    if work.actor.role in ABOVE_ALL:
        return
    if role == "owner" or not work.house.rights.covers(work.actor.role, role):
        raise RoleReachesFurther
