"""Roles: made by copying one, given and denied rights, set back to how they come, removed."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import func, select

from studio.kernel.permissions import ROLES, Scope
from studio.kernel.refusal import Missing
from studio.kernel.roles import Role, RoleGrant
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.staff.facts import RolesChanged
from studio.staff.models import User
from studio.staff.refusals import RightDoesNotReach, RightIsKept, RoleIsInUse, RoleIsUnknown, RoleNameIsTaken
from studio.staff.roles import clean_role_name, key_of, may_hand_out, may_touch_role

NONE = "none"
Reaches = Mapping[str, Scope | None]


@action("staff.role.add", needs="staff.role.change")
def add_role(work: Work, name: str, copied_from: str) -> Role:
    """A role of the studio's own, with the rights another one has now."""
    rights = work.house.rights
    if copied_from not in rights.titles():
        raise RoleIsUnknown("copied_from", role=copied_from[:40])
    name = _free_name(work, name)
    taken = {*ROLES, *work.session.exec(select(Role.key)), *work.session.exec(select(User.role).distinct())}
    role = work.add(Role(key=key_of(name, taken), name=name, copied_from=rights.base(copied_from)))
    for permission in rights:
        reach = rights.reach(copied_from, permission.name)
        if permission.is_for_people and not permission.is_kept_by(role.key):
            may_hand_out(work, permission.name, reach)
            if reach != permission.default(role.copied_from):
                work.add(RoleGrant(role=role.key, permission=permission.name, reach=reach or NONE))
    work.emit(RolesChanged(role.id, role.key))
    return role


@action("staff.role.rename", needs="staff.role.change")
def rename_role(work: Work, key: str, name: str) -> Role:
    """Call one of the studio's own roles something else."""
    role = _own_role(work, key)
    if role.name != (name := _free_name(work, name, but=key)):
        role.name = name
        work.emit(RolesChanged(role.id, key))
    return role


@action("staff.role.change")
def change_rights(work: Work, key: str, reaches: Reaches) -> dict[str, Scope | None]:
    """Let rights of a role reach further or less far; gives how far those that changed reached before."""
    rights, role = work.house.rights, _row(work, key)
    may_touch_role(work, key)
    before: dict[str, Scope | None] = {}
    for name, reach in reaches.items():
        _check(work, key, name, reach)
        if rights.reach(key, name) != reach:
            before[name] = rights.reach(key, name)
            _put(work, key, name, reach)
    if before:
        work.emit(RolesChanged(role.id, key))
    return before


@change_rights.undone_by
def _as_before(work: Work, past: Past) -> None:
    key, rights = past.facts[0]["role"], work.house.rights
    before: dict[str, Scope | None] = {}
    for change in past.of("role_grant"):
        grant = work.session.get(RoleGrant, UUID(change["id"])) if change["after"] else None
        name = grant.permission if grant else change["before"]["permission"]
        stood = (change["before"] or {}).get("reach") or rights.default(key, name)
        before[name] = None if stood == NONE else stood
    change_rights(work, key, before)


@action("staff.role.reset", needs="staff.role.change")
def reset_rights(work: Work, key: str = "") -> dict[str, dict[str, Scope | None]]:
    """Give one role, or every role, the rights they come with; gives what each had before, for the way back."""
    rights = work.house.rights
    before: dict[str, dict[str, Scope | None]] = {}
    for one in [key] if key else list(rights.titles()):
        differing = {
            permission.name: rights.reach(one, permission.name)
            for permission in rights
            if rights.reach(one, permission.name) != rights.default(one, permission.name)
        }
        if differing:
            change_rights(work, one, {name: rights.default(one, name) for name in differing})
            before[one] = differing
    return before


@action("staff.role.remove", needs="staff.role.change")
def remove_role(work: Work, key: str) -> None:
    """Do away with one of the studio's own roles. Raises RoleIsInUse while somebody has it."""
    role = _own_role(work, key)
    having = work.session.exec(select(func.count()).select_from(User).where(User.role == key)).one()
    if having:
        raise RoleIsInUse(having, role.name)
    for grant in work.session.exec(select(RoleGrant).where(RoleGrant.role == key)):
        work.session.delete(grant)
    role.removed_at = work.now
    work.emit(RolesChanged(role.id, key))


def _check(work: Work, key: str, name: str, reach: Scope | None) -> None:
    if name not in work.house.rights or not (right := work.house.rights[name]).is_for_people:
        raise Missing
    if reach not in right.choices:
        raise RightDoesNotReach(name)
    if right.is_kept_by(key) and reach != right.default(work.house.rights.base(key)):
        raise RightIsKept(name)
    may_hand_out(work, name, reach)


def _put(work: Work, key: str, name: str, reach: Scope | None) -> None:
    kept = select(RoleGrant).where(RoleGrant.role == key, RoleGrant.permission == name)
    grant = work.session.exec(kept).first()
    if reach == work.house.rights.default(key, name):
        if grant:
            work.session.delete(grant)
    elif grant:
        grant.reach = reach or NONE
    else:
        work.add(RoleGrant(role=key, permission=name, reach=reach or NONE))


def _row(work: Work, key: str) -> Role:
    """What the journal names; a built-in role gets its row when it is first changed."""
    if key not in work.house.rights.titles():
        raise Missing
    return work.session.exec(select(Role).where(Role.key == key)).first() or work.add(Role(key=key))


def _own_role(work: Work, key: str) -> Role:
    role = work.session.exec(select(Role).where(Role.key == key)).first()
    if role is None or not role.copied_from or role.removed_at is not None:
        raise Missing
    may_touch_role(work, key)
    return role


def _free_name(work: Work, name: str, but: str = "") -> str:
    cleaned = clean_role_name(name)
    titles = {title.casefold() for key, title in work.house.rights.titles().items() if key != but}
    if cleaned.casefold() in titles | {title.casefold() for title in ROLES.values()}:
        raise RoleNameIsTaken("name")
    return cleaned
