"""Rights: `<room>.<thing>.<verb>`, a human sentence, which role has it by default, and what the studio made of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from studio.kernel.actor import Actor
from studio.kernel.roles import RoleBook, stored_roles
from studio.kernel.text import N_, t

Scope = Literal["all", "own"]
Kept = Literal["", "owner", "everybody"]
FAR: Mapping[Scope | None, int] = MappingProxyType({None: 0, "own": 1, "all": 2})

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "owner": N_("Owner"),
        "manager": N_("Manager"),
        "artist": N_("Artist"),
        "guest_artist": N_("Guest artist"),
        "reception": N_("Reception"),
        "viewer": N_("Viewer"),
        "inspector": N_("Inspector"),
        "kiosk": N_("Tablet"),
    }
)
"""Roles people and devices come with. `guest`, `timer`, `rule` and `console` are roles of actors nobody signs in as."""

PEOPLE = tuple(role for role in ROLES if role != "kiosk")
"""Built-in roles somebody can sign in with."""


class DeclaredTwice(Exception):
    """Two rooms claim one name; start-up stops and names both."""


@dataclass(frozen=True)
class Permission:
    """A right. `roles` has it for everything, `own` only for what is theirs; `kept` says who can never lose it."""

    name: str
    sentence: str
    roles: frozenset[str]
    own: frozenset[str] = frozenset()
    kept: Kept = ""

    @classmethod
    def of(cls, name: str, sentence: str, roles: str, own: str = "", kept: Kept = "") -> Permission:
        """Declare with roles as words: `Permission.of("clients.client.see", N_("…"), "owner manager")`."""
        return cls(name, sentence, frozenset(roles.split()), frozenset(own.split()), kept)

    def default(self, role: str) -> Scope | None:
        """How far it reaches for a built-in role."""
        if role in self.roles:
            return "all"
        return "own" if role in self.own else None

    @property
    def is_for_people(self) -> bool:
        """Whether people have it at all: what only guests, timers or tablets do can be given to nobody."""
        return any(self.default(role) for role in PEOPLE)

    @property
    def choices(self) -> tuple[Scope | None, ...]:
        """How far it can be made to reach; “own” only where its room knows whose things are whose."""
        return (None, "own", "all") if self.own else (None, "all")

    def is_kept_by(self, role: str) -> bool:
        """Whether the role can never lose it, so that nobody is locked out."""
        return self.kept == "everybody" or self.kept == role


class Rights:
    """Every declared permission and how far each role's reaches; what is not declared is denied.

    What the studio changed is read from the database once per change.
    """

    def __init__(self, rows: Callable[[], Any] | None = None) -> None:
        self._declared: dict[str, Permission] = {}
        self._read = rows
        self._book: RoleBook | None = None
        self._reaches: dict[tuple[str, str], Scope | None] = {}
        self._era = 0

    def declare(self, permission: Permission) -> None:
        if permission.name in self._declared:
            raise DeclaredTwice(permission.name)
        self._declared[permission.name] = permission

    def scope(self, actor: Actor, name: str) -> Scope | None:
        """How far the actor's right reaches, or None where there is none."""
        return self.reach(actor.role, name)

    def reach(self, role: str, name: str) -> Scope | None:
        """As `scope`, for a role by its key. Asked on every act: worked out once per change."""
        try:
            return self._reaches[role, name]
        except KeyError:
            return self._work_out(role, name)

    def default(self, role: str, name: str) -> Scope | None:
        """How far it would reach had nobody changed anything."""
        permission = self._declared.get(name)
        return permission.default(self.base(role)) if permission else None

    def base(self, role: str) -> str:
        """The built-in role whose defaults this one has: itself, or what it was copied from."""
        own = self.book().own.get(role)
        return own.copied_from if own else role

    def titles(self) -> dict[str, str]:
        """Every role somebody can have, with its name in the reader's language."""
        return {role: self.title(role) for role in (*PEOPLE, *self.book().own)}

    def title(self, role: str) -> str:
        """What people call a role; its key where it is gone."""
        if role in ROLES:
            return t(ROLES[role])
        own = self.book().own.get(role)
        return own.name if own else role

    def covers(self, role: str, other: str) -> bool:
        """Whether whoever has `role` may do all that `other` may."""
        return all(FAR[self.reach(other, name)] <= FAR[self.reach(role, name)] for name in self._declared)

    def book(self) -> RoleBook:
        """What differs from the declarations."""
        book = self._book
        if book is None:
            era = self._era
            book = self._read_book()
            if era == self._era:
                self._book = book
        return book

    def forget(self) -> None:
        """Read again at the next question: roles have changed."""
        self._era += 1
        self._book = None
        self._reaches = {}

    def _work_out(self, role: str, name: str) -> Scope | None:
        known, era = self._reaches, self._era
        permission = self._declared.get(name)
        if permission is None:
            return None
        found = self._changed(role, permission)
        if era == self._era:
            known[role, name] = found
        return found

    def _changed(self, role: str, permission: Permission) -> Scope | None:
        default = permission.default(self.base(role))
        if not permission.is_for_people or permission.is_kept_by(role):
            return default
        wanted = self.book().reaches.get((role, permission.name))
        if wanted is None:
            return default
        return next((one for one in permission.choices if one == wanted), None)

    def _read_book(self) -> RoleBook:
        if self._read is None:
            return RoleBook()
        with self._read() as connection:
            return stored_roles(connection)

    def __iter__(self) -> Iterator[Permission]:
        return iter(self._declared.values())

    def __contains__(self, name: str) -> bool:
        return name in self._declared

    def __getitem__(self, name: str) -> Permission:
        return self._declared[name]
