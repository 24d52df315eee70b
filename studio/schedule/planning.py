"""Working a booking out: when it is, what it holds, what it costs, and what has to be set aside for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.catalog.queries import Service
from studio.catalog.queries.lists import STATES
from studio.catalog.queries.one import ROW, SERVICE
from studio.catalog.view import service_of
from studio.extension.planned import Planned
from studio.extension.registry import registry
from studio.kernel.money import Money
from studio.kernel.refusal import Denied
from studio.kernel.work import Work
from studio.schedule import refusals
from studio.schedule.depositing import deposit_for
from studio.schedule.models import BookingOverride, BookingService
from studio.schedule.obstacles import ARTIST, Wanted, look, obstacles
from studio.schedule.refusals import InTheWay
from studio.schedule.rules.booking import USUAL_MINUTES, reason
from studio.schedule.rules.when import When, when_of

OVERRIDE = "schedule.booking.override"
BUSY = (refusals.ArtistIsBusy, refusals.StationIsBusy)


@dataclass
class Plan:
    """A booking worked out, before anything is written."""

    when: When
    seen: Any
    values: dict[str, Any]
    services: list[dict[str, Any]] = field(default_factory=list)
    set_aside: list[InTheWay] = field(default_factory=list)
    reason: str = ""

    @property
    def may_overlap(self) -> bool:
        return any(isinstance(one, BUSY) for one in self.set_aside)

    @property
    def days(self) -> tuple[str, ...]:
        """The days on the wall it stands on."""
        return tuple(dict.fromkeys(str(day) for day in self.when.days))


def planned(work: Work, kept: Mapping[str, Any], said: Mapping[str, Any]) -> Plan:
    """Everything of a new booking from its cleaned fields and what was said of its time."""
    settings = work.house.settings
    values, services = dict(kept), offered(work, kept.get("services", ()), kept.get("artist_id"))
    values.pop("services", None)
    minutes = sum(one["minutes"] for one in services) or USUAL_MINUTES.get(values["kind"], 60)
    when = when_of(said, settings["studio.zone"], work.now, minutes)
    before, after = _buffers(values, services, settings)
    plan = fitted(work, when, values | {"buffer_before": before, "buffer_after": after}, said.get("override"))
    plan.services = services
    plan.values["currency"] = settings["studio.currency"]
    if values.get("price") is None:
        plan.values["price"] = _sum(services)
    if plan.values["kind"] != "block":
        plan.values |= deposit_for(work, plan.values, [one["service"] for one in services], plan.seen)
    return plan


def fitted(work: Work, when: When, values: Mapping[str, Any], override: object, me: UUID | None = None) -> Plan:
    """It holds this time if nothing is in the way, or somebody with the right says why it may."""
    held_from, held_until = when.held(values["buffer_before"], values["buffer_after"])
    whose: dict[str, Any] = {name: values.get(name) for name in ("client_id", "artist_id", "station_id")}
    wanted = Wanted(when, held_from, held_until, **whose, me=me)
    seen = look(work.connection, wanted)
    times = {"starts_at": when.starts_at, "ends_at": when.ends_at, "starts_local": when.starts_local}
    times |= {"ends_local": when.ends_local}
    held = {"zone": when.zone, "held_from": held_from, "held_until": held_until}
    plan = Plan(when, seen, {**values, **times, **held})
    found = [*obstacles(work.connection, wanted, seen), *of_subject(work, when, values, me)]
    if found:
        plan.set_aside, plan.reason = found, _allowed(work, found, override)
    return plan


def note_set_aside(work: Work, booking_id: UUID, plan: Plan) -> None:
    """Keep who decided against what, and why."""
    _keep(work, booking_id, plan.set_aside, plan.reason)


def fits_subject(work: Work, when: When, values: Mapping[str, Any], override: object, me: UUID) -> None:
    """A booking that stands already may be about this, or somebody with the right says why it may."""
    found = of_subject(work, when, values, me)
    if found:
        _keep(work, me, found, _allowed(work, found, override))


def keep_override(work: Work, booking_id: UUID, rule: str, told: str, why: str) -> None:
    """One decision against a rule; it stays visible beside the booking."""
    by = work.actor
    work.add(
        BookingOverride(
            booking_id=booking_id, rule=rule, told=told, reason=why, by_id=by.id, by_name=by.name, at=work.now
        )
    )


def set_aside(work: Work, booking_id: UUID) -> frozenset[str]:
    """The rules somebody decided against at this booking."""
    rules = columns_of(BookingOverride).c
    return frozenset(work.connection.scalars(select(rules.rule).where(rules.booking_id == booking_id)))


def of_subject(work: Work, when: When, values: Mapping[str, Any], me: UUID | None) -> list[InTheWay]:
    """What the room says that brings what the booking is about."""
    kind, subject_id = values.get("subject_kind"), values.get("subject_id")
    if not kind or subject_id is None:
        return []
    about = Planned(subject_id, values.get("kind", ""), when.days[0], me)
    told = registry().booking_obstacles(about, kind, work.connection, work.house)
    return [one for one in told if isinstance(one, InTheWay)]


def offered(work: Work, wanted: Sequence[Mapping[str, Any]], artist_id: UUID | None) -> list[dict[str, Any]]:
    """The services with their names, minutes and prices with this artist where none were agreed."""
    if not wanted:
        return []
    ids = [one["service_id"] for one in wanted]
    rows = work.connection.execute(select(*ROW).where(SERVICE.id.in_(ids), STATES[""])).mappings()
    known = {row["id"]: service_of(row) for row in rows}
    user_id = user_of(work, artist_id)
    return [_line(known.get(one["service_id"]), one, user_id) for one in wanted]


def user_of(work: Work, artist_id: UUID | None) -> UUID | None:
    """The account of an artist: the catalogue knows people by it."""
    found = select(ARTIST.user_id).where(ARTIST.id == artist_id)
    return work.connection.execute(found).scalar() if artist_id else None


def service_rows(booking_id: UUID, services: Sequence[Mapping[str, Any]]) -> list[BookingService]:
    """As they are stored."""
    return [
        BookingService(
            booking_id=booking_id, position=at, **{k: one[k] for k in ("service_id", "name", "minutes", "price")}
        )
        for at, one in enumerate(services)
    ]


def only_mine(work: Work, right: str, artist_id: UUID | None) -> None:
    """Raises Denied for whoever may do this with their own bookings alone, when the artist is somebody else."""
    if work.permit(right) == "own":
        user_id = user_of(work, artist_id)
        if user_id is None or user_id != work.actor.id:
            raise Denied


def _keep(work: Work, booking_id: UUID, found: Sequence[InTheWay], why: str) -> None:
    for one in found:
        keep_override(work, booking_id, one.rule, one.text(), why)


def _line(service: Service | None, said: Mapping[str, Any], user_id: UUID | None) -> dict[str, Any]:
    if service is None:
        raise refusals.ChoiceIsUnknown("services")
    price = service.price_with(user_id)
    return {
        "service": service,
        "service_id": service.id,
        "name": service.name,
        "minutes": said.get("minutes") or (service.minutes_with(user_id) if user_id else service.minutes),
        "price": said["price"] if said.get("price") is not None else _minor(service, price),
    }


def _minor(service: Service, price: Money | None) -> int | None:
    """A fixed price is the price; where it is by the hour or from, the quote says it."""
    return price.minor if price is not None and service.price_kind == "fixed" else None


def _sum(services: Sequence[Mapping[str, Any]]) -> int | None:
    known = [one["price"] for one in services if one["price"] is not None]
    return sum(known) if known else None


def _buffers(values: Mapping[str, Any], services: Sequence[Mapping[str, Any]], settings: Any) -> tuple[int, int]:
    told: list[int] = []
    for name in ("buffer_before", "buffer_after"):
        usual = max((getattr(one["service"], name) for one in services), default=None)
        if usual is None:
            usual = 0 if values["kind"] == "block" else settings[f"schedule.{name}"]
        told.append(usual if values.get(name) is None else values[name])
    return told[0], told[1]


def _allowed(work: Work, found: Sequence[InTheWay], override: object) -> str:
    if not override:
        raise found[0]
    why = reason(override)
    work.permit(OVERRIDE)
    return why
