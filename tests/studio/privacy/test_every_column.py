"""Whatever any room stores of a person: erased, none of it is in any byte, but for what the law keeps and says so."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from studio.extension.holding import Holding
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy.actions import erase_person
from studio.privacy.queries import requests
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.studio.privacy.bytewise import on_disk, pages
from tests.studio.privacy.planting import Planted, holdings, plant

LONG = timedelta(days=366 * 60)


def left_of(studio: House, planted: Planted) -> set[str]:
    """`table.column` of every word that can still be read somewhere."""
    raw = (pages(studio) + on_disk(studio)).lower()
    return {where for where, word in planted.words.items() if word.encode() in raw}


def lasting(holding: Holding) -> set[str]:
    return {f"{holding.table.name}.{name}" for name in holding.keeps.split()}


def erased(studio: House, planted: Planted) -> dict[str, Any]:
    code = planted.client.code
    return dict(perform(signed_in("owner"), erase_person, planted.client.id, code, "asked by letter").result)


def test_erasing_reaches_every_column_of_every_room(studio: House) -> None:
    now = studio.clock.now()
    recent = plant(studio, on_file(signed_in("owner"), "Recent One"), now)
    former = plant(studio, on_file(signed_in("owner"), "Former One"), now - LONG)
    files = {one for holding in holdings() for one in holding.file_columns}
    written = {where for where in recent.words if where not in {f"{one.table.name}.{one.name}" for one in files}}
    assert left_of(studio, recent) == written, "the look into the files sees what stands there"
    stays = {where for holding in holdings() for where in lasting(holding)}
    result = erased(studio, former)
    assert result["kept"] == []
    assert left_of(studio, former) <= stays
    result = erased(studio, recent)
    lawful = {one["table"] for one in result["kept"]}
    assert lawful == {holding.table.name for holding in holdings() if holding.lawful}
    assert all(one["until"] >= now.date().isoformat() for one in result["kept"])
    assert {where for where in left_of(studio, recent) - stays if where.split(".")[0] not in lawful} == set()
    readable = {one for planted in (former, recent) for one in files_left(studio, planted)}
    assert readable == {f"{one.table.name}.{name}" for one in holdings() if one.lawful for name in one.files.split()}
    assert not_empty(studio, former) == set()
    assert all(line.finished_at for line in ask(signed_in("owner"), requests)[0])


def files_left(studio: House, planted: Planted) -> set[str]:
    kept = {studio.files.read(name) for name in studio.files.ids()}
    return {where for where, word in planted.words.items() if word.encode() in kept}


def not_empty(studio: House, planted: Planted) -> set[str]:
    """Numbers, answers and moments no search finds: read from the rows that are left."""
    found = set()
    with studio.db.reading() as connection:
        for holding in holdings():
            names = [name for name in holding.personal if name not in (*holding.keeps.split(), *holding.files.split())]
            for row in connection.execute(select(holding.table).where(holding.of([planted.client.id]))).mappings():
                found |= {f"{holding.table.name}.{name}" for name in names if row[name] not in EMPTY}
    return found - {"client.name", "client.name_key"}  # by the code, as everybody nobody knows any more


EMPTY: tuple[Any, ...] = (None, "", 0, False, "unknown", [], {})
