"""The records of a thousand signed consents as one file: seconds, and memory beside what a hundred take."""

from __future__ import annotations

import gc
import hashlib
import shutil
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import psutil

from pages.inspection.bundle import streamed
from studio.clients.actions import create_client
from studio.consent.actions.paper import keep_paper
from studio.consent.demo import sign_made_up
from studio.consent.drawer import DRAWER
from studio.consent.paper import document_of
from studio.consent.queries.packets import packet_to_draw
from studio.documents.drawing import draw
from studio.documents.sealing import seal
from studio.inspection.actions import ask_bundle, begin_bundle
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import Work, ask, perform
from tests.bench.figures import Figure
from tests.bench.studio import Studio, at_work

SECONDS, HELD = 30, 30
"""One click and half a minute, and megabytes more for ten times the consents."""
FEW = 10
"""Signed on another day: a tenth of them."""


def bundling(studio: Studio, scratch: Path, count: int) -> Iterator[Figure]:
    """A tenth of `count` consents with their sealed papers, then all of them, on a copy of the studio."""
    copy = scratch / "bundling"
    shutil.copytree(studio.folder, copy)
    with at_work(Studio(copy, studio.clients, studio.bearer, studio.cookie)) as (house, owner):
        today = house.clock.today(house.settings["studio.zone"])
        _sign(house, owner, count)
        last, all_of_them = today - timedelta(days=2), today - timedelta(days=3)
        few = _taken(house, owner, last, last)
        many = _taken(house, owner, all_of_them, last)
    note = f"{many.cpu:.1f} s of it at work; {many.size / 1e6:,.0f} MB of zip; {few.held:,.1f} MB held with a tenth"
    yield Figure(f"a bundle of {count:,} consents", many.seconds, "s", SECONDS * count / 1000, None, note)
    yield Figure("bundle, memory ten times the consents take more", many.held - few.held, "MB", HELD)


class Taken:
    """One bundle: seconds in all and at work, bytes, and the most memory that was held above what was there before."""

    seconds, cpu, size, held = 0.0, 0.0, 0, 0.0


def _taken(house: House, owner: Actor, first: date, last: date) -> Taken:
    order = perform(owner, begin_bundle, perform(owner, ask_bundle, first, last, in_full=True).id)
    taken, process, digest = Taken(), psutil.Process(), hashlib.sha256()
    gc.collect()
    before, began, worked = process.memory_info().rss, time.perf_counter(), time.process_time()
    for piece in streamed(house, owner, order):
        digest.update(piece)
        taken.size += len(piece)
        taken.held = max(taken.held, (process.memory_info().rss - before) / 1e6)
    taken.seconds, taken.cpu = time.perf_counter() - began, time.process_time() - worked
    return taken


def _sign(house: House, owner: Actor, count: int) -> None:
    """Nine tenths on one day, the rest on the next, each with a sealed paper of its own; one drawing does for all."""
    now = house.clock.now()
    client = perform(owner, create_client, {"name": "Nova Pessoa", "birth_date": "1990-04-23"})
    drawn = b""
    for number in range(count):
        at = now - timedelta(days=2 if number >= count - count // FEW else 3) + timedelta(seconds=number)
        packet_id = _signed(house, client.id, at, number)
        drawn = drawn or draw(document_of(house, ask(DRAWER, packet_to_draw, packet_id)))
        perform(DRAWER, keep_paper, packet_id, seal(house, drawn, "bench"))


def _signed(house: House, client_id: UUID, at: datetime, seed: int) -> UUID:
    """As in a made-up studio, and nobody is told, so that no drawer begins."""
    with house.db.writing() as session:
        work = Work(house, session, CONSOLE)
        packet = sign_made_up(work, client_id, at, float(seed), "Ines Duarte")
        work.close()
    return packet.id
