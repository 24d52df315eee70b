"""The doctor finds every rotten byte and names its place."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from uuid_utils.compat import uuid7

from storage.connecting import connect
from storage.doctor import Finding, damaged_pages, examine
from storage.engine import Database
from storage.files import FileStore
from tests.storage.tables import Sale

PAGE = 4096


@pytest.fixture
def files(tmp_path: Path, key: bytes) -> FileStore:
    (tmp_path / "files").mkdir()
    store = FileStore(tmp_path / "files", key)
    for number in range(3):
        store.put(b"photo %d" % number * 1000)
    return store


@pytest.fixture
def filled(db: Database) -> Database:
    with db.writing() as session:
        session.add_all([Sale(number=number, buyer="x" * 300) for number in range(700)])
    db.checkpoint()
    return db


def bad(db: Database, files: FileStore) -> list[Finding]:
    return [finding for finding in examine(db, files) if not finding.ok]


def test_a_healthy_studio_is_said_to_be_healthy(filled: Database, files: FileStore) -> None:
    findings = list(examine(filled, files))
    assert [finding.what for finding in findings] == ["pages", "structure", "references", "attachments"]
    assert all(finding.ok for finding in findings)
    assert findings[-1].text() == "All 3 attachments are whole."


def test_forty_random_overwrites_are_all_found_and_placed(filled: Database, files: FileStore) -> None:
    rng, whole = random.Random(3), filled.path.read_bytes()
    places = [0, 8, PAGE - 64, PAGE, len(whole) - 64, *(rng.randrange(len(whole) - 64) for _ in range(40))]
    for place in places:
        filled.path.write_bytes(whole[:place] + os.urandom(64) + whole[place + 64 :])
        found = {finding.where for finding in damaged_pages(filled)}
        hit = {f"page {byte // PAGE + 1}" for byte in (place, place + 63)}
        assert hit <= found, f"byte {place}: {found}"
        filled.path.write_bytes(whole)
    assert damaged_pages(filled) == []
    assert bad(filled, files) == []


def test_rot_in_the_bytes_no_seal_covers_is_found_too(filled: Database) -> None:
    whole = filled.path.read_bytes()
    for place in (0, 7, 15):
        filled.path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert [finding.where for finding in damaged_pages(filled)] == ["page 1"]
    filled.path.write_bytes(whole)


def test_a_damaged_database_is_examined_to_the_end(filled: Database, files: FileStore) -> None:
    whole = filled.path.read_bytes()
    filled.path.write_bytes(whole[: 9 * PAGE] + os.urandom(PAGE * 20) + whole[29 * PAGE :])
    fresh = Database(filled.path, filled.key)
    findings = list(examine(fresh, files))
    fresh.close()
    assert sum(not finding.ok for finding in findings) >= 20
    assert findings[-1].what == "attachments"
    assert all(finding.text() for finding in findings)


def test_a_rotten_attachment_is_named(filled: Database, files: FileStore) -> None:
    name = next(files.ids())
    path = files.folder / name[:2] / name[2:4] / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    (finding,) = bad(filled, files)
    assert (finding.what, finding.where) == ("attachments", name)


def test_a_reference_that_leads_nowhere_is_named(filled: Database, files: FileStore) -> None:
    careless = connect(filled.path, filled.key, {})
    careless.execute(
        "INSERT INTO line(id, sale_id, what, created_at, updated_at, version) VALUES(?, ?, '', '', '', 1)",
        (uuid7().hex, uuid7().hex),
    )
    careless.close()
    (finding,) = bad(filled, files)
    assert (finding.what, finding.detail) == ("references", "sale")
    assert finding.where.startswith("line")
