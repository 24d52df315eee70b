"""AREA: what a room declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any

from studio.kernel.facts import After, Fact, Within
from studio.kernel.house import House, Namer, Proof
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.work import Action


@dataclass(frozen=True)
class Timer:
    """Something to do every so often, as the timer's own actor. What was missed while the computer slept runs once."""

    name: str
    every: timedelta
    action: Action[[], Any]


@dataclass(frozen=True)
class DemoPlan:
    """How large a demo studio should be."""

    clients: int
    years: int
    random: Random
    people: dict[str, Any] = field(default_factory=dict)
    """Role → the user made for it."""


@dataclass(frozen=True)
class Area:
    """One room. `sentences` tells the audit what each action means, with `{who}` and `{what}` places."""

    name: str
    permissions: tuple[Permission, ...] = ()
    settings: tuple[Setting, ...] = ()
    timers: tuple[Timer, ...] = ()
    sentences: Mapping[str, str] = field(default_factory=dict)
    within: tuple[tuple[type[Fact], Within], ...] = ()
    after: tuple[tuple[type[Fact], After], ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Kinds of subject it brings, with the word people use for each."""
    names: Mapping[str, Namer] = field(default_factory=dict)
    """How the audit finds the name of a subject of each kind."""
    demo: Callable[[House, DemoPlan], None] | None = None
    prove: Proof | None = None
    """Reads an actor's standing again; exactly one room, staff, has it."""
    trust: Proof | None = None
