"""AREA: what a room declares about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from studio.extension.attaching import Carrier
from studio.extension.holding import Holding
from studio.extension.inspected import Inspected
from studio.extension.lights import BookingLines, Visit, VisitLights
from studio.extension.planned import BookingObstacles, DepositsAsked
from studio.extension.terms import ReadSignedTerm, ReadTerms
from studio.kernel.actor import Actor
from studio.kernel.facts import After, Fact, Within
from studio.kernel.house import House, Namer, Proof
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.work import Action, Work


@dataclass(frozen=True)
class Timer:
    """Something to do every so often, as the timer's own actor. What was missed while the computer slept runs once."""

    name: str
    every: timedelta
    action: Action[[], Any]


@dataclass(frozen=True)
class AlertKind:
    """A kind of news somebody should know of: `<room>.<thing>.<what>`, raised and settled by verbs and timers.

    `sentence` tells it, with `{what}` for the name of its subject and a place for each value it is raised with; `many`
    is its plural where a value `n` counts. `roles` and `channels` (app, mail, desktop) are where it goes until the
    owner says otherwise; whoever lacks the right `needs` never gets it. `to` is the address of the thing.
    """

    name: str
    sentence: str
    urgency: str = "info"
    roles: str = "owner manager"
    channels: str = "app"
    many: str = ""
    title: str = ""
    """A few words for the table of who is told what; without them the sentence stands there."""
    to: str = ""
    needs: str | None = None
    never: str = ""
    """Channels it can never take."""
    lasts: bool = False
    """It names a condition: it also stands above every screen until it is settled."""
    listed: bool = True
    """Whether the owner's table of who is told what shows it; what hardly any studio meets stays out."""


@dataclass(frozen=True)
class ServicePaper:
    """A text a service can carry: its key, what people call it, and the kinds of service it is meant for."""

    key: str
    name: str
    kinds: tuple[str, ...] = ()


Papers = Callable[[Connection], Sequence[ServicePaper]]
"""Reads what can be chosen now, in the reader's language."""


Withdrawn = Callable[[Work, UUID], None]
"""Told, inside the open act, whose consent was taken back: what relied on it ends in the same transaction."""


SessionGate = Callable[[Connection, House, Visit], str]
"""Says what is missing before this visit can begin, in the reader's language; nothing when all is there."""


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
    carries: Mapping[str, Carrier] = field(default_factory=dict)
    """Kinds of subject that files can be attached to."""
    alerts: tuple[AlertKind, ...] = ()
    service_kinds: Mapping[str, str] = field(default_factory=dict)
    """Kinds of service it brings to the catalogue, with the word people use for each."""
    service_papers: Mapping[str, Papers] = field(default_factory=dict)
    """What a service can carry: `consent` for what is signed before it, `aftercare` for what is given after it."""
    on_withdrawal: Mapping[str, Withdrawn] = field(default_factory=dict)
    """What it does at once when a client takes back a consent: kind of consent → who is told, with the client's id."""
    session_gates: Mapping[str, SessionGate] = field(default_factory=dict)
    """What has to be there before a session begins, by key: asked in turn whenever one is about to."""
    visit_lights: VisitLights | None = None
    """Tells of bookings whether all is signed and what the health answers ask for; one room does."""
    booking_lines: BookingLines | None = None
    """Tells what bookings are about, under the name of the client."""
    booking_obstacles: Mapping[str, BookingObstacles] = field(default_factory=dict)
    """What stands in the way of a booking about something of its own: kind of subject → who is asked."""
    deposits_asked: Mapping[str, DepositsAsked] = field(default_factory=dict)
    """Whether something of its own had its deposit already, so that its bookings do not ask for it again."""
    terms: ReadTerms | None = None
    """What clients initial beside the text of a consent to work, with the number of its edition."""
    signed_term: ReadSignedTerm | None = None
    """Tells which edition of such terms a client has signed; one room does."""
    offers: frozenset[str] = frozenset()
    """What rooms of a trade may use of it, as `module.name` within the room; all else is its own business."""
    holds: tuple[Holding, ...] = ()
    """Its tables: what each column tells of people, whose the rows are, and what becomes of them."""
    looks: Mapping[str, str] = field(default_factory=dict)
    """Its acts that are nothing but somebody reading what is private, with the word for what was read."""
    inspected: tuple[Inspected, ...] = ()
    """What it lays before an inspector."""
    opened: Callable[[Actor, str], None] | None = None
    """Told who opens which screen, before it is drawn; on a worker thread."""
    demo: Callable[[House, DemoPlan], None] | None = None
    prove: Proof | None = None
    """Reads an actor's standing again; exactly one room, staff, has it."""
    trust: Proof | None = None
