"""The records of a thousand signed consents as one file: seconds, and memory beside what a hundred take."""

from __future__ import annotations

import gc
import hashlib
import shutil
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import psutil

from pages.inspection.bundle import streamed
from studio.clients.actions import create_client
from studio.consent.demo import sign_made_up
from studio.consent.drawer import drawer
from studio.inspection.actions import ask_bundle, begin_bundle
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import perform
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
    note = f"{many.size / 1e6:,.0f} MB of zip; {few.held:,.1f} MB held with a tenth"
    yield Figure(f"a bundle of {count:,} consents", many.seconds, "s", SECONDS * count / 1000, None, note)
    yield Figure("bundle, memory ten times the consents take more", many.held - few.held, "MB", HELD)


class Taken:
    """One bundle: seconds, bytes, and the most memory that was held above what was there before."""

    seconds, size, held = 0.0, 0, 0.0


def _taken(house: House, owner: Actor, first: date, last: date) -> Taken:
    order = perform(owner, begin_bundle, perform(owner, ask_bundle, first, last, in_full=True).id)
    taken, process, digest = Taken(), psutil.Process(), hashlib.sha256()
    gc.collect()
    before, began = process.memory_info().rss, time.perf_counter()
    for piece in streamed(house, owner, order):
        digest.update(piece)
        taken.size += len(piece)
        taken.held = max(taken.held, (process.memory_info().rss - before) / 1e6)
    taken.seconds = time.perf_counter() - began
    return taken


def _sign(house: House, owner: Actor, count: int) -> None:
    """Nine tenths on one day, the rest on the next, each with its paper drawn and sealed."""
    now = house.clock.now()
    client = perform(owner, create_client, {"name": "Nova Pessoa", "birth_date": "1990-04-23"})
    for number in range(count):
        ago = timedelta(days=2 if number >= count - count // FEW else 3)
        perform(CONSOLE, sign_made_up, client.id, now - ago + timedelta(seconds=number), number / count, "Ines Duarte")
    drawer.settle()
