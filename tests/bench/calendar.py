"""W3, W4 and W5: the reference week, a new booking, a moved one, beside the same statements on a bare SQLite."""

from __future__ import annotations

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from storage.table import columns_of
from studio.clients.demo.fill import born_at
from studio.clients.models import Client
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask, perform
from studio.schedule.actions import add_artist, create_booking, move_booking
from studio.schedule.demo import fill_bookings
from studio.schedule.queries import list_bookings, week
from studio.schedule.rules.localtime import wall
from studio.schedule.taking import BLANK
from tests.bench.costs import largest
from tests.bench.figures import Figure, compared, in_turns
from tests.bench.inside import syncs
from tests.bench.studio import Studio, at_work

GOAL = 3
ARTISTS, SESSIONS, A_WEEK = 8, 50_000, 300
WEEK = date(2026, 9, 14)
FREE = datetime(2028, 1, 3, 9, tzinfo=UTC)
"""From here on nothing is booked."""
SETTLED = datetime(2027, 6, 7, 9, tzinfo=UTC)
MOVED = datetime(2027, 1, 4, 9, tzinfo=UTC)
ZONE = "America/Sao_Paulo"
SCHEMA = """
CREATE TABLE sessions(
  id INTEGER PRIMARY KEY, client_id INT, artist_id INT, start TEXT, end TEXT, status TEXT, price INT
);
CREATE TABLE clients(id INTEGER PRIMARY KEY, first TEXT, last TEXT, phone TEXT);
"""
INDEXES = """
CREATE INDEX s_artist ON sessions(artist_id, start);
CREATE INDEX s_start ON sessions(start, status);
ANALYZE;
"""
SPAN = (
    "SELECT s.id, artist_id, start, end, status, price, c.id, first, last, phone FROM sessions s "
    "JOIN clients c ON c.id = s.client_id WHERE start >= ? AND start < ? ORDER BY start"
)
TAKEN = "SELECT 1 FROM sessions WHERE artist_id = ? AND start > ? AND start < ? AND end > ? AND id <> ? LIMIT 1"
ADD = "INSERT INTO sessions(client_id, artist_id, start, end, status, price) VALUES(?,?,?,?,?,?)"
ROUNDS, WANT = 20, 200


class Bare:
    """The reference calendar: prepared statements, no server, no rights, no journal; durable like ours."""

    def __init__(self, file: Path, rows: Sequence[dict[str, Any]], clients: Sequence[Any]) -> None:
        self.db = sqlite3.connect(file, isolation_level=None, timeout=30, cached_statements=256)
        for pragma in ("journal_mode=wal", "synchronous=full", "cache_size=-65536", "mmap_size=268435456"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.executescript(SCHEMA)
        self.clients = {row.id: no for no, row in enumerate(clients, 1)}
        self.artists: dict[UUID, int] = {}
        self.db.execute("BEGIN")
        people = ((no, *row.name.partition(" ")[::2], row.phone) for no, row in enumerate(clients, 1))
        self.db.executemany("INSERT INTO clients VALUES(?,?,?,?)", people)
        self.db.executemany(ADD, map(self._row, rows))
        self.db.execute("COMMIT")
        self.db.executescript(INDEXES)
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def week(self, number: int) -> None:
        found = self.db.execute(SPAN, (str(WEEK), str(WEEK + timedelta(days=7)))).fetchall()
        assert len(found) == A_WEEK

    def create(self, number: int) -> None:
        artist, start, end = slot(number)
        self.db.execute("BEGIN IMMEDIATE")
        assert self._free(artist, start, end)
        self.db.execute(ADD, (1 + number % len(self.clients), artist, start, end, "planned", 10000))
        self.db.execute("COMMIT")

    def move(self, number: int) -> None:
        artist, start, end = slot(number + 20_000)
        self.db.execute("BEGIN IMMEDIATE")
        self.db.execute("SELECT artist_id, start, end FROM sessions WHERE id = 1").fetchone()
        assert self._free(artist, start, end, 1)
        self.db.execute("UPDATE sessions SET artist_id = ?, start = ?, end = ? WHERE id = 1", (artist, start, end))
        self.db.execute("COMMIT")

    def close(self) -> None:
        self.db.close()

    def _free(self, artist: int, start: str, end: str, me: int = 0) -> bool:
        early = (datetime.fromisoformat(start) - timedelta(hours=24)).isoformat(" ")
        return self.db.execute(TAKEN, (artist, early, end, start, me)).fetchone() is None

    def _row(self, row: dict[str, Any]) -> tuple[Any, ...]:
        artist = self.artists.setdefault(row["artist_id"], len(self.artists) + 1)
        start, end = (row[name].replace(tzinfo=None).isoformat(" ") for name in ("starts_at", "ends_at"))
        return self.clients[row["client_id"]], artist, start, end, row["status"], row["price"]


def slot(number: int) -> tuple[int, str, str]:
    """The n-th free half hour: one of eight artists, from and to."""
    start = free_at(number)
    return 1 + number % ARTISTS, f"{start:%Y-%m-%d %H:%M:%S}", f"{start + timedelta(minutes=30):%Y-%m-%d %H:%M:%S}"


def free_at(number: int) -> datetime:
    nth = number // ARTISTS
    return FREE + timedelta(days=nth // 16, minutes=30 * (nth % 16))


def scheduling(studio: Studio, scratch: Path) -> Iterator[Figure]:
    """A calendar of fifty thousand sessions, three hundred of them in the week that is looked at."""
    with at_work(studio) as (house, owner):
        artists, clients, rows = fill(house)
        bare = Bare(scratch / f"calendar-{studio.clients}.db", rows, clients)
        yield from _week(owner, bare, studio)
        _settle_in(house, owner, artists, clients)
        yield from _create(house, owner, bare, artists, clients)
        yield from _move(house, owner, bare, artists, clients)
        yield from _race(owner, artists[0], clients[0].id)
        bare.close()


def fill(house: House) -> tuple[list[UUID], Sequence[Any], list[dict[str, Any]]]:
    """Eight artists, and the sessions of the reference calendar, by the demo's own verb."""
    artists = [perform(CONSOLE, add_artist, {"name": f"Artist {n + 1}"}).id for n in range(ARTISTS)]
    columns = columns_of(Client).c
    with house.db.reading() as connection:
        clients = connection.execute(select(columns.id, columns.name, columns.phone).order_by(columns.number)).all()
        assert connection.execute(select(func.count()).select_from(columns.id.table)).scalar_one() == len(clients)
    seed = Random(4)
    rows = [_row(seed, artists, clients, start, artist) for start, artist in _starts()]
    perform(CONSOLE, fill_bookings, rows)
    house.db.checkpoint()
    return artists, clients, rows


def _starts() -> Iterator[tuple[datetime, int]]:
    """Half hours of eight artists: the reference week has three hundred, the weeks before it the rest."""
    monday = datetime(2026, 9, 14, 12, tzinfo=UTC)
    for nth in range(A_WEEK):
        yield monday + timedelta(days=nth % 7, minutes=30 * (nth // 7 // ARTISTS)), nth // 7 % ARTISTS
    rest, day = SESSIONS - A_WEEK, monday - timedelta(days=1)
    for nth in range(rest):
        yield day - timedelta(days=nth // (ARTISTS * 16), minutes=-30 * (nth // ARTISTS % 16)), nth % ARTISTS


def _row(seed: Random, artists: Sequence[UUID], clients: Sequence[Any], start: datetime, artist: int) -> dict[str, Any]:
    end, made = start + timedelta(minutes=30), start - timedelta(days=3)
    return {**BLANK,
        "id": born_at(seed, made), "created_at": made, "updated_at": made, "version": 1, "kind": "session",
        "status": "planned", "client_id": seed.choice(clients).id, "artist_id": artists[artist], "starts_at": start,
        "ends_at": end, "starts_local": wall(start, ZONE), "ends_local": wall(end, ZONE),
        "zone": ZONE, "held_from": start, "held_until": end,
        "price": 10_000, "currency": "BRL",
    }  # fmt: skip


def _settle_in(house: House, owner: Actor, artists: Sequence[UUID], clients: Sequence[Any]) -> None:
    """As in a studio that has been open for a while: the log is there to be written again."""
    for nth in range(300):
        told = {"artist_id": artists[0], "client_id": clients[nth].id, "minutes": 30}
        perform(owner, create_booking, {**told, "starts_at": SETTLED + timedelta(minutes=30 * nth)})
    house.db.checkpoint(keep_log=True)


def _week(owner: Actor, bare: Bare, studio: Studio) -> Iterator[Figure]:
    def mine(_: int) -> None:
        assert len(ask(owner, week, WEEK)) == A_WEEK

    ours, base = in_turns(mine, bare.week)
    yield compared(f"W3 week of {A_WEEK}, {studio.clients:,}", ours, base, GOAL).explained(partial(largest, mine))


def _create(
    house: House, owner: Actor, bare: Bare, artists: Sequence[UUID], clients: Sequence[Any]
) -> Iterator[Figure]:
    def create(number: int) -> None:
        artist, start = artists[number % ARTISTS], free_at(number)
        client = clients[number % len(clients)].id
        told = {"artist_id": artist, "client_id": client, "starts_at": start, "ends_at": start + timedelta(minutes=30)}
        perform(owner, create_booking, told)

    ours, base = in_turns(create, bare.create)
    op = "W4 create with conflict check"
    yield compared(op, ours, base, GOAL).explained(partial(largest, lambda number: create(number % 1000 + 5000)))
    yield syncs(house, "W4 create, fsyncs", lambda: create(900))


def _move(house: House, owner: Actor, bare: Bare, artists: Sequence[UUID], clients: Sequence[Any]) -> Iterator[Figure]:
    told = {"artist_id": artists[0], "client_id": clients[0].id, "starts_at": MOVED, "minutes": 30}
    booked = perform(owner, create_booking, told).id

    def move(number: int) -> None:
        to = {"artist_id": artists[number % ARTISTS], "starts_at": free_at(number + 20_000)}
        perform(owner, move_booking, booked, to)

    ours, base = in_turns(move, bare.move)
    op = "W5 move with conflict check"
    yield compared(op, ours, base, GOAL).explained(partial(largest, lambda number: move(number % 1000 + 5000)))
    yield syncs(house, "W5 move, fsyncs", lambda: move(900))


def _race(owner: Actor, artist: UUID, client: UUID) -> Iterator[Figure]:
    """Two hundred want one slot at once, twenty times: how often it was not exactly one who got it."""
    wrong = 0
    for turn in range(ROUNDS):
        start, told, gate = MOVED + timedelta(days=30 + turn), Counter[str](), threading.Barrier(WANT)

        def want(start: datetime = start, told: Counter[str] = told, gate: threading.Barrier = gate) -> None:
            gate.wait()
            try:
                details = {"artist_id": artist, "client_id": client, "starts_at": start, "minutes": 30}
                told[perform(owner, create_booking, details).status] += 1
            except Refusal as refusal:
                told[type(refusal).__name__] += 1

        everybody = [threading.Thread(target=want) for _ in range(WANT)]
        for one in everybody:
            one.start()
        for one in everybody:
            one.join()
        wrong += told != {"planned": 1, "ArtistIsBusy": WANT - 1}
    ahead = ask(owner, list_bookings, since=MOVED + timedelta(days=30), until=SETTLED).total
    yield Figure(f"R11 {WANT} want one slot, {ROUNDS} rounds, not exactly one", wrong + abs(ahead - ROUNDS), "", 0)
