"""Who acts. No actor, no action."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that may act, as it is known at the door.

    `role` decides what is allowed; `session_id` is the proof that is read again on every act.
    """

    kind: str
    role: str
    id: UUID | None = None
    name: str = ""
    session_id: UUID | None = None
    device_id: UUID | None = None
    address: str = ""
    agent: str = ""
    language: str = "en"
    zone: str = ""
    """The door they came through, `desk` or `lan`; nothing for who came through none."""


def person(
    user_id: UUID, name: str, role: str, session_id: UUID, *, address: str = "", agent: str = "", language: str = "en"
) -> Actor:
    """Somebody of the studio, signed in."""
    return Actor("person", role, user_id, name, session_id, None, address, agent, language)


def guest(token_id: UUID | None = None, *, address: str = "", agent: str = "", language: str = "en") -> Actor:
    """Somebody who holds a token from a QR code, or nothing yet."""
    return Actor("guest", "guest", token_id, address=address, agent=agent, language=language)


def verified(*, address: str = "", agent: str = "", zone: str = "") -> Actor:
    """Somebody whose password was checked a moment ago, who has no session yet."""
    return Actor("guest", "verified", address=address, agent=agent, zone=zone)


def rule(name: str) -> Actor:
    """A rule the owner switched on, acting by itself."""
    return Actor("rule", "rule", name=name)


def timer(name: str) -> Actor:
    """A timer that came due."""
    return Actor("timer", "timer", name=name)


CONSOLE = Actor("console", "console", name="console")
"""Whoever can run commands on the computer itself."""
