"""The registry: rooms and plugins hand in what they declare; start-up checks it and fits it to the house."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection

from studio.extension.area import AlertKind, Area, ServicePaper, SessionGate, Timer, Withdrawn
from studio.extension.attaching import Carrier
from studio.extension.holding import Holding
from studio.extension.house_holds import HOUSE_HOLDS
from studio.extension.lights import Light, Visit
from studio.extension.planned import Planned
from studio.extension.screens import SLOTS, FirstStep, MenuItem, Screen, Screens, Slot
from studio.extension.terms import SignedTerm, Term
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.permissions import DeclaredTwice, Rights
from studio.kernel.refusal import Refusal
from studio.kernel.settings import Settings
from studio.kernel.work import ACTIONS, Read


class Undeclared(Exception):
    """Something is used that nobody declared; start-up stops and names it."""


class Registry:
    """All areas and screens of this process."""

    def __init__(self, areas: Iterable[Area] = (), screens: Iterable[Screens] = ()) -> None:
        self.areas: dict[str, Area] = {}
        self.screens: dict[str, Screens] = {}
        self.alerts: dict[str, AlertKind] = {}
        for area in areas:
            self.add(area)
        for shown in screens:
            self.add_screens(shown)

    def add(self, area: Area) -> None:
        if area.name in self.areas:
            raise DeclaredTwice(area.name)
        self.areas[area.name] = area
        for kind in area.alerts:
            if kind.name in self.alerts:
                raise DeclaredTwice(kind.name)
            self.alerts[kind.name] = kind

    def add_screens(self, shown: Screens) -> None:
        if shown.name in self.screens:
            raise DeclaredTwice(shown.name)
        unknown = [slot.name for slot in shown.slots if slot.name not in SLOTS]
        if unknown:
            raise Undeclared(f"{shown.name}: slot {unknown[0]}")
        self.screens[shown.name] = shown

    def declare(self, rights: Rights, settings: Settings) -> None:
        """Put every permission and setting into the books; a name claimed twice raises DeclaredTwice."""
        twice = [claim for claim, times in Counter(self._claims()).items() if times > 1]
        if twice:
            raise DeclaredTwice(twice[0])
        for area in self.areas.values():
            for permission in area.permissions:
                rights.declare(permission)
            for setting in area.settings:
                settings.declare(setting)

    def furnish(self, house: House) -> None:
        """Connect listeners, sentences and the proof of identity; then check that nothing is used undeclared."""
        for area in self.areas.values():
            house.sentences.update(area.sentences)
            house.names.update(area.names)
            for kind, joins in area.within:
                house.bus.within(kind, joins)
            for kind, hears in area.after:
                house.bus.after(kind, hears)
            house.prove = area.prove or house.prove
            house.trust = area.trust or house.trust
        self._check(house)

    def _claims(self) -> Iterator[str]:
        """What is kept by its name alone: the second to claim it would quietly take it from the first."""
        for area in self.areas.values():
            yield from (f"audit sentence of {action}" for action in area.sentences)
            yield from (f"timer {timer.name}" for timer in area.timers)
            yield from (f"kind {kind}" for kind in area.kinds)
            yield from (f"names of kind {kind}" for kind in area.names)
            yield from (f"kind of service {kind}" for kind in area.service_kinds)
            yield from (f"files of kind {kind}" for kind in area.carries)
            yield from (f"gate {key}" for key in area.session_gates)
            yield from ("lights of visits",) if area.visit_lights else ()
        yield from (f"address {screen.path}" for screen in self.all_screens())
        yield from (f"first step {step.key}" for step in self.all_first_steps())

    def _check(self, house: House) -> None:
        for action in ACTIONS.values():
            if action.name.split(".")[0] not in self.areas:
                continue
            if action.needs not in house.rights:
                raise Undeclared(f"permission {action.needs}, needed by {action.name}")
            if action.name not in house.sentences:
                raise Undeclared(f"audit sentence of {action.name}")
        for kind in self.alerts.values():
            if kind.needs and kind.needs not in house.rights:
                raise Undeclared(f"permission {kind.needs}, needed by the alert {kind.name}")
        for screen in self.all_screens():
            if screen.needs and screen.needs not in house.rights:
                raise Undeclared(f"permission {screen.needs}, needed by {screen.path}")
        self._check_carriers(house)
        self._check_first_steps(house)
        self._check_lights(house)

    def _check_carriers(self, house: House) -> None:
        for thing, carrier in self.carriers().items():
            for needed in filter(None, (carrier.see, carrier.private)):
                if needed not in house.rights:
                    raise Undeclared(f"permission {needed}, needed by files of kind {thing}")

    def _check_lights(self, house: House) -> None:
        for lights in (area.visit_lights for area in self.areas.values() if area.visit_lights):
            for needed in (lights.needs, lights.health_needs):
                if needed not in house.rights:
                    raise Undeclared(f"permission {needed}, needed by the lights of visits")

    def _check_first_steps(self, house: House) -> None:
        paths = {screen.path for screen in self.all_screens()}
        for step in self.all_first_steps():
            if step.needs not in house.rights:
                raise Undeclared(f"permission {step.needs}, needed by the first step {step.key}")
            if step.to.split("#")[0] not in paths:
                raise Undeclared(f"address {step.to}, where the first step {step.key} leads")

    def all_first_steps(self) -> list[FirstStep]:
        return [step for shown in self.screens.values() for step in shown.first_steps]

    def first_steps_for(self, actor: Actor, rights: Rights) -> list[FirstStep]:
        """What this actor may do first, in order."""
        steps = (step for step in self.all_first_steps() if may(actor, step.needs, rights))
        return sorted(steps, key=lambda step: step.order)

    def all_screens(self) -> list[Screen]:
        return [screen for shown in self.screens.values() for screen in shown.screens]

    def carriers(self) -> dict[str, Carrier]:
        """Every kind of subject that files can be attached to."""
        return {kind: carrier for area in self.areas.values() for kind, carrier in area.carries.items()}

    def service_kinds(self) -> dict[str, str]:
        """Every kind of service the rooms bring, with the word people use for it, not yet translated."""
        return {kind: word for area in self.areas.values() for kind, word in area.service_kinds.items()}

    def service_papers(self, slot: str, connection: Connection) -> list[ServicePaper]:
        """What a service can carry in this slot, from whichever rooms offer it."""
        reads = (area.service_papers[slot] for area in self.areas.values() if slot in area.service_papers)
        return [paper for read in reads for paper in read(connection)]

    def on_withdrawal(self, consent: str) -> list[Withdrawn]:
        """Who ends something when this consent is taken back."""
        return [area.on_withdrawal[consent] for area in self.areas.values() if consent in area.on_withdrawal]

    def session_gates(self) -> dict[str, SessionGate]:
        """What has to be there before a session begins, from whichever rooms know."""
        return {key: gate for area in self.areas.values() for key, gate in area.session_gates.items()}

    def visit_lights(self, read: Read, visits: Sequence[Visit]) -> dict[UUID, Light]:
        """The light of each visit, as far as whoever reads may know; nothing where no room tells of any."""
        told = next((area.visit_lights for area in self.areas.values() if area.visit_lights), None)
        if told is None or not visits:
            return {}
        signed, health = (may(read.actor, one, read.house.rights) for one in (told.needs, told.health_needs))
        hidden: dict[str, str] = {} if signed else {"key": "", "words": ""}
        hidden |= {} if health else {"health": "", "health_words": ""}
        lights = told.read(read.connection, read.house, visits) if signed or health else {}
        return {booking: replace(light, **hidden) for booking, light in lights.items()} if hidden else dict(lights)

    def booking_lines(self, connection: Connection, ids: Sequence[UUID]) -> dict[UUID, str]:
        """What bookings are about, from whichever rooms know; those nobody tells of are left out."""
        reads = (area.booking_lines for area in self.areas.values() if area.booking_lines and ids)
        return {booking: line for read in reads for booking, line in read(connection, ids).items()}

    def booking_obstacles(self, planned: Planned, kind: str, connection: Connection, house: House) -> Sequence[Refusal]:
        """What stands in the way of a booking about something of this kind, from the room that brings it."""
        told = (area.booking_obstacles[kind] for area in self.areas.values() if kind in area.booking_obstacles)
        return [one for asked in told for one in asked(connection, house, planned)]

    def terms(self, connection: Connection, house: House) -> list[Term]:
        """What clients initial beside a consent to work, from whichever rooms have terms."""
        return [term for area in self.areas.values() if area.terms for term in area.terms(connection, house)]

    def signed_term(self, connection: Connection, client_id: UUID, key: str) -> SignedTerm | None:
        """The edition of these terms a client signed last; nothing where no room has people sign."""
        reads = (area.signed_term for area in self.areas.values() if area.signed_term)
        return next((told for read in reads if (told := read(connection, client_id, key))), None)

    def offers(self) -> frozenset[str]:
        """All that rooms and their screens offer to those of a trade, as `floor.room.module.name`."""
        rooms = {f"studio.{area.name}.{offer}" for area in self.areas.values() for offer in area.offers}
        shown = {f"pages.{screens.name}.{offer}" for screens in self.screens.values() for offer in screens.offers}
        return frozenset(rooms | shown)

    def holdings(self) -> list[Holding]:
        """What every room holds of people."""
        rooms = (holding for area in self.areas.values() for holding in area.holds)
        return [*HOUSE_HOLDS, *rooms]

    def timers(self) -> list[Timer]:
        return [timer for area in self.areas.values() for timer in area.timers]

    def menu_for(self, actor: Actor, rights: Rights) -> list[MenuItem]:
        """What this actor may open, in order."""
        items = (item for shown in self.screens.values() for item in shown.menu if may(actor, item.needs, rights))
        return sorted(items, key=lambda item: item.order)

    def slots(self, name: str, actor: Actor, rights: Rights) -> list[Slot]:
        """Who fills this slot for this actor, in order."""
        if name not in SLOTS:
            raise Undeclared(f"slot {name}")
        fills = (
            slot
            for shown in self.screens.values()
            for slot in shown.slots
            if slot.name == name and may(actor, slot.needs, rights)
        )
        return sorted(fills, key=lambda slot: slot.order)


def may(actor: Actor, needs: str | None, rights: Rights) -> bool:
    """Whether the actor has the right; things that need none are for everybody."""
    return needs is None or rights.scope(actor, needs) is not None


_registry = Registry()


def registry() -> Registry:
    """What this process was put together from."""
    return _registry


def use_registry(made: Registry) -> Registry:
    global _registry
    _registry = made
    return made
