"""Filling an empty calendar: people and places by their verbs, bookings in one act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table, insert, select

from storage.table import columns_of
from studio.catalog.queries import services
from studio.clients.filing import NEXT
from studio.clients.models import Client
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import Work, action, ask, perform
from studio.schedule import facts
from studio.schedule.actions import add_to_waitlist
from studio.schedule.demo.days import Setting, rows_of
from studio.schedule.demo.people import make_artists, make_days, make_stations
from studio.schedule.demo.portfolio import make_portfolios
from studio.schedule.demo.rules import answers_of, make_rules
from studio.schedule.models import Artist, Booking, BookingService, BookingTimer, HealingCheck, Station
from studio.schedule.rules.healing import days_of
from studio.schedule.taking import days_of as days_of_booking

CLIENT = columns_of(Client).c
BEHIND, AHEAD = 60, 32
ADULT = timedelta(days=19 * 366)
BATCH = 5000
Rows = Sequence[dict[str, Any]]
NOBODY: Rows = ()


def fill(house: House, plan: DemoPlan) -> None:
    """Eight artists, six stations, three months of bookings around today, and a few who wait."""
    zone = house.settings["studio.zone"]
    today = house.clock.today(zone)
    artists, stations = make_artists(plan, today), make_stations()
    with house.db.reading() as connection:
        on_file = select(CLIENT.id).where(CLIENT.archived_at.is_(None), CLIENT.merged_into.is_(None))
        clients = list(connection.scalars(on_file.order_by(CLIENT.number)))
        grown = list(
            connection.scalars(
                on_file.where(CLIENT.health_light != "red", CLIENT.birth_date < today - ADULT).order_by(CLIENT.number)
            )
        )
    make_portfolios(house, artists)
    desk = getattr(plan.people.get("reception"), "name", "Noor Haddad")
    perform(CONSOLE, make_rules, getattr(plan.people.get("owner"), "name", "Mara Lindqvist"))
    if clients:
        told = (zone, house.settings["studio.currency"], clients, grown, ask(CONSOLE, services))
        one = Setting(plan.random, house.clock.now(), *told)
        days = [today + timedelta(days=n) for n in range(-BEHIND, AHEAD)]
        rows = _everybody(one, artists, stations, days)
        asked = answers_of(plan.random, rows, days_of(house.settings), one.now, desk)
        perform(CONSOLE, fill_bookings, rows, asked)
        _let_wait(plan, clients, artists)
    make_days(artists, today)


@action("schedule.demo.fill")
def fill_bookings(work: Work, rows: Sequence[Mapping[str, Any]], asked: Rows = NOBODY) -> int:
    """Put bookings on the calendar as rows; each may carry the `service` it is for, `asked` is how it healed. The table
    checks them all."""
    last = int(work.connection.execute(NEXT, {"name": "booking", "step": len(rows)}).scalar_one())
    numbers = range(last - len(rows) + 1, last + 1)
    stored = [{**row, "number": no, "code": f"BK-{no:04d}"} for row, no in zip(rows, numbers, strict=True)]
    for row in stored:
        row.pop("service", None)
    for start in range(0, len(stored), BATCH):
        _insert(work, columns_of(Booking), stored[start : start + BATCH])
    _insert(work, columns_of(BookingService), [line for row in rows if row.get("service") for line in _lines(row)])
    _insert(work, columns_of(BookingTimer), [_timer(row) for row in rows if row["started_at"]])
    _insert(work, columns_of(HealingCheck), asked)
    work.note("booking", f"BK-{numbers[0]:04d}…", None, {"count": len(rows)})
    work.emit(facts.ScheduleFilled(len(rows)))
    return len(rows)


def _everybody(one: Setting, artists: Sequence[Artist], stations: Sequence[Station], days: Sequence[Any]) -> Rows:
    """Everybody's days in the order in which they begin; the piercer has the piercing room, guests share none."""
    places: list[UUID | None] = [*(one.id for one in stations[:5]), None, stations[5].id, None]
    rows = [row for artist, place in zip(artists, places, strict=True) for row in rows_of(one, artist, place, days)]
    return sorted(rows, key=lambda row: (row["starts_at"], row["artist_id"]))


def _lines(row: Mapping[str, Any]) -> Rows:
    service = row["service"]
    told = {"service_id": service.id, "name": service.name, "minutes": service.minutes, "price": row["price"]}
    return [_of(row, 1) | told | {"position": 0}]


def _timer(row: Mapping[str, Any]) -> dict[str, Any]:
    return _of(row, 2) | {"started_at": row["started_at"], "stopped_at": row["finished_at"]}


def _of(row: Mapping[str, Any], nth: int) -> dict[str, Any]:
    """A row beside a booking, under an id that follows from the booking's."""
    beside = UUID(int=row["id"].int ^ nth)
    at = {"created_at": row["created_at"], "updated_at": row["updated_at"], "version": 1}
    return {"id": beside, "booking_id": row["id"], **at}


def _let_wait(plan: DemoPlan, clients: Sequence[UUID], artists: Sequence[Artist]) -> None:
    """Six who would come if there were time."""
    wishes: list[dict[str, Any]] = [
        {"minutes": 60, "note": "Any afternoon"},
        {"minutes": 180, "artist_id": artists[1].id, "style": "blackwork"},
        {"minutes": 120, "style": "fine line", "days": ["fri", "sat"]},
        {"minutes": 45, "kind": "touch_up", "artist_id": artists[0].id},
        {"minutes": 300, "style": "sleeve", "note": "Whole day, can come at short notice"},
        {"minutes": 30, "kind": "consult", "days": ["tue", "wed"]},
    ]
    for wish, client in zip(wishes, plan.random.sample(list(clients), min(6, len(clients))), strict=False):
        perform(CONSOLE, add_to_waitlist, client, wish)


def _insert(work: Work, table: Table, rows: Rows) -> None:
    if rows:
        work.connection.execute(insert(table), list(rows))


@action("schedule.demo.hand", needs="schedule.demo.fill")
def hand_over(work: Work, booking_id: UUID, about: Mapping[str, Any]) -> None:
    """A made-up booking becomes somebody's for something, however far it has come."""
    booking = work.get(Booking, booking_id)
    for name, value in about.items():
        setattr(booking, name, value)
    work.session.flush()
    work.emit(facts.BookingChanged(booking.id, days_of_booking(booking), tuple(about)))
