"""Privacy at size: looking at what is due, ending all of it, erasing one person, a person's file of many files."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from uuid_utils.compat import uuid7

from pages.privacy.paper import zipped
from storage import search
from storage.table import columns_of
from studio.clients.models import Client, Registration
from studio.consent.models import IdentityPicture
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy.actions import end_records, erase_person, make_person_file, read_person_file
from studio.privacy.gathering import Part
from studio.privacy.progress import Progress
from studio.privacy.queries import due_lines
from tests.bench.figures import Figure
from tests.bench.studio import Studio, at_work

FORM, CLIENT = columns_of(Registration), columns_of(Client).c
FILES = 300
DRY, ENDED, ERASED = 1000.0, 4.0, 5000.0
"""Milliseconds of a page; times what writing index and database anew takes by itself; milliseconds of a rare act."""


def keeping(studio: Studio, scratch: Path) -> Iterator[Figure]:
    """As many forms as clients are due; somebody in the middle is erased; somebody has 300 files."""
    copy = scratch / f"privacy-{studio.clients}"
    shutil.copytree(studio.folder, copy)
    with at_work(Studio(copy, studio.clients, studio.bearer, studio.cookie)) as (house, owner):
        _declined(house, studio.clients)
        ask(owner, due_lines)
        size = f"{studio.clients:,} clients, as many forms due"
        yield Figure(f"retention, dry run, {size}", _ms(lambda: ask(owner, due_lines)), "ms", DRY)
        anew = _ms(lambda: _anew(house))
        yield Figure(f"retention, all ended, {size}", _ms(lambda: perform(owner, end_records)), "ms", ENDED, anew)
        yield Figure(f"person file, {FILES} files", _person_file(house, owner), "ms", None)
        who = _middle(house, studio.clients // 2)
        erased = _ms(lambda: perform(owner, erase_person, who.id, who.code))
        yield Figure(f"a person erased, {studio.clients:,} clients", erased, "ms", ERASED)


def _anew(house: House) -> None:
    """What nothing that is really gone can do without: index and database are written anew."""
    with house.db.writing() as session:
        search.drop(session.connection(), "client", _middle(house, 7).id)
        search.purge(session.connection())
    house.db.rewrite()


def _declined(house: House, count: int) -> None:
    then = house.clock.now() - timedelta(days=900)
    rows = [
        {
            "id": uuid7(), "created_at": then, "updated_at": then, "version": 1, "form_id": f"bench-{at}",
            "state": "declined", "name": f"Passer By {at}", "language": "en", "health_light": "unknown",
            "minor": False, "payload": {"name": f"Passer By {at}"}, "submitted_at": then, "reason": "no show",
            "decided_by": "", "decided_at": then,
        }
        for at in range(count)
    ]  # fmt: skip
    with house.db.writing() as session:
        session.connection().execute(insert(FORM), rows)


def _person_file(house: House, owner: Actor) -> float:
    """The last byte of a zip with so many pictures, each of 200 kB."""
    who = _middle(house, 3)
    files = tuple((f"picture-{at}", house.files.put(at.to_bytes(4) * 50_000)) for at in range(FILES))
    request = perform(owner, make_person_file, who.id)
    code, parts = perform(owner, read_person_file, request.id)
    many = (*parts, Part(columns_of(IdentityPicture).name, "Pictures", (), files))
    return _ms(lambda: sum(len(piece) for piece in zipped(house, code, many, Progress())))


def _middle(house: House, at: int) -> Any:
    with house.db.reading() as connection:
        return connection.execute(select(CLIENT.id, CLIENT.code).order_by(CLIENT.number).offset(at).limit(1)).one()


def _ms(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000
