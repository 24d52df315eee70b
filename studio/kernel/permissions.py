"""Rights: `<room>.<thing>.<verb>`, a human sentence, and which role has it by default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from studio.kernel.actor import Actor
from studio.kernel.text import N_

Scope = Literal["all", "own"]

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
"""Roles people and devices can have. `guest`, `timer`, `rule` and `console` are roles of actors nobody signs in as."""


class DeclaredTwice(Exception):
    """Two rooms claim one name; start-up stops and names both."""


@dataclass(frozen=True)
class Permission:
    """A right. `roles` has it for everything, `own` only for what is theirs."""

    name: str
    sentence: str
    roles: frozenset[str]
    own: frozenset[str] = frozenset()

    @classmethod
    def of(cls, name: str, sentence: str, roles: str, own: str = "") -> Permission:
        """Declare with roles as words: `Permission.of("clients.client.see", N_("…"), "owner manager")`."""
        return cls(name, sentence, frozenset(roles.split()), frozenset(own.split()))


class Rights:
    """Every declared permission; what is not declared is denied."""

    def __init__(self) -> None:
        self._declared: dict[str, Permission] = {}

    def declare(self, permission: Permission) -> None:
        if permission.name in self._declared:
            raise DeclaredTwice(permission.name)
        self._declared[permission.name] = permission

    def scope(self, actor: Actor, name: str) -> Scope | None:
        """How far the actor's right reaches, or None where there is none."""
        permission = self._declared.get(name)
        if permission is None:
            return None
        if actor.role in permission.roles:
            return "all"
        return "own" if actor.role in permission.own else None

    def __iter__(self):  # type: ignore[no-untyped-def]  # an iterator of Permission
        return iter(self._declared.values())

    def __contains__(self, name: str) -> bool:
        return name in self._declared
