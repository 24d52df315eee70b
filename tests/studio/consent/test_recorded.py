"""Whoever edits, swaps or takes out signed things behind the journal's back is found, whatever table it was in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from studio.consent.actions import withdraw_packet
from studio.consent.drawer import drawer
from studio.consent.models import Packet
from studio.consent.queries import first_broken_packet, first_unrecorded, verify_packet
from studio.consent.rules.sealing import part_digest
from studio.documents.actions import renew_seal_key
from studio.extension.opening import open_studio
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House, close_house
from studio.kernel.work import ask, perform
from tests.conftest import rooms
from tests.factories.consents import adult, packet, signed
from tests.factories.people import signed_in
from tests.studio.consent.test_verifying import PARTS, row_of, write

Tamper = Callable[[Connection], Any]


def run(statement: str) -> Tamper:
    return lambda connection: connection.execute(text(statement))


def both(*statements: str) -> Tamper:
    return lambda connection: [connection.execute(text(statement)) for statement in statements]


EMPTIED = (
    "UPDATE journal_values SET salt = NULL, facts = NULL, changes = NULL, address = NULL, agent = NULL WHERE no IN "
    "(SELECT no FROM journal_entry WHERE action = '{action}')"
)
EDITS: dict[str, Tamper] = {
    "the withdrawal is taken out": run("DELETE FROM consent_withdrawal"),
    "the withdrawal has another reason": run("UPDATE consent_withdrawal SET reason = 'none'"),
    "the withdrawal is somebody else's": run("UPDATE consent_withdrawal SET by_name = 'Nobody'"),
    "the withdrawal is of another day": run("UPDATE consent_withdrawal SET at = datetime(at, '-1 day')"),
    "the document has another digest": run("UPDATE sealed_document SET sha256 = 'x' || sha256"),
    "the document opens for everybody": run("UPDATE sealed_document SET needs = ''"),
    "the document is another client's": run(
        "UPDATE sealed_document SET subject_id = (SELECT id FROM client WHERE id <> sealed_document.subject_id LIMIT 1)"
    ),
    "two documents have each other's file": both(
        "CREATE TEMP TABLE was AS SELECT id, file_id FROM sealed_document",
        "UPDATE sealed_document SET file_id = (SELECT file_id FROM was WHERE was.id <> sealed_document.id LIMIT 1)",
        "DROP TABLE was",
    ),
    "two packets have each other's document": both(
        "CREATE TEMP TABLE was AS SELECT id, document_id FROM consent_paper",
        "UPDATE consent_paper SET document_id = (SELECT document_id FROM was WHERE was.id <> consent_paper.id LIMIT 1)",
        "DROP TABLE was",
    ),
    "the paper is taken out": run("DELETE FROM consent_paper"),
    "paper and document are taken out": both("DELETE FROM consent_paper", "DELETE FROM sealed_document"),
    "the whole packet is taken out": both(
        "DELETE FROM consent_withdrawal", "DELETE FROM consent_paper", "DELETE FROM consent_packet WHERE number = 2",
        "DELETE FROM consent_part WHERE id NOT IN (SELECT part_id FROM consent_packet)",
    ),
    "a packet is emptied and nobody was erased": run("UPDATE consent_packet SET body = NULL WHERE number = 2"),
    "part and packet are emptied": both("UPDATE consent_packet SET body = NULL", "UPDATE consent_part SET body = NULL"),
    "two packets have each other's number": both(
        "UPDATE consent_packet SET number = number + 10, code = 'x' || code",
        "UPDATE consent_packet SET number = 13 - number, code = 'CS-000' || (13 - number)",
    ),
    "a withdrawal is taken out and some other entry emptied": both(
        "DELETE FROM consent_withdrawal", EMPTIED.format(action="consent.ceremony.open")
    ),
    "a withdrawal nobody wrote is put in and some other entry emptied": both(
        "UPDATE consent_withdrawal SET id = lower(hex(randomblob(16))), created_at = datetime(created_at, '-1 day')",
        EMPTIED.format(action="consent.ceremony.open"),
    ),
    "the text is another": run("UPDATE consent_template SET content = replace(content, 'a', 'e')"),
    "a key of somebody else is put in": run(
        "INSERT INTO document_key SELECT lower(hex(randomblob(16))), created_at, updated_at, version, "
        "'ab' || fingerprint, certificate, sealed_key, retired_at FROM document_key LIMIT 1"
    ),
}  # fmt: skip
ONLY_BY_CHECK = {"the whole packet is taken out", "the text is another", "a key of somebody else is put in"}


@pytest.fixture(scope="module")
def signed_and_drawn(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Packet]]:
    """Two packets with their papers, one of them withdrawn: made once, and hurt in a copy by each story."""
    folder = tmp_path_factory.mktemp("kept") / "data"
    shutil.copytree(migrated, folder)
    studio = open_studio(folder, rooms())
    made = [packet(adult(f"Client {number}")) for number in range(2)]
    perform(signed_in("artist"), withdraw_packet, made[1].id, "changed their mind")
    drawer.settle()
    perform(CONSOLE, renew_seal_key)  # a retired key is no finding
    assert all(holds(one) for one in made)
    assert first_unrecorded(studio) is None
    close_house()
    return folder, made


@pytest.fixture
def kept(signed_and_drawn: tuple[Path, list[Packet]], tmp_path: Path) -> Iterator[tuple[House, list[Packet]]]:
    """A house where that is kept."""
    shutil.copytree(signed_and_drawn[0], tmp_path / "data")
    yield open_studio(tmp_path / "data", rooms()), signed_and_drawn[1]
    drawer.settle()
    close_house()


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_behind_the_journals_back_is_found(kept: tuple[House, list[Packet]], edit: str) -> None:
    studio, packets = kept
    tamper(studio, EDITS[edit])
    assert first_broken_packet(studio) or first_unrecorded(studio)
    assert edit in ONLY_BY_CHECK or not holds(packets[1]), "whoever looks at the packet sees it too"


def test_a_signature_changed_before_it_was_witnessed_is_found(studio: House) -> None:
    _, part = signed()
    row = row_of(studio, PARTS, part.id)
    row["body"]["answers"]["heart"]["answer"] = True
    tamper(studio, run("SELECT 1"))
    write(studio, PARTS, part.id, {"body": row["body"], "digest": part_digest(row)})
    found = first_unrecorded(studio)
    assert found is not None
    assert (found.id, found.reason) == (part.id, "the journal tells another digest")


def test_a_stored_file_that_is_gone_or_another_is_found(kept: tuple[House, list[Packet]]) -> None:
    studio, packets = kept
    files = [path for path in studio.files.folder.rglob("*") if path.is_file()]
    aside = [path.with_suffix(".aside") for path in files]
    for path, spare in zip(files, aside, strict=True):
        path.rename(spare)
    assert not any(holds(one) for one in packets)
    assert first_unrecorded(studio)
    for path, spare in pairwise([*aside, aside[0]]):
        shutil.copy(spare, path.with_suffix(""))
    assert not any(holds(one) for one in packets)


def test_sealed_documents_only_grow(kept: tuple[House, list[Packet]]) -> None:
    for statement in ("UPDATE sealed_document SET title = 'x'", "DELETE FROM sealed_document"):
        with pytest.raises(DatabaseError, match="only grows"), kept[0].db.writing() as session:
            session.connection().execute(text(statement))


def holds(kept: Packet) -> bool:
    return ask(signed_in("inspector"), verify_packet, kept.id).holds


def tamper(studio: House, edit: Tamper) -> None:
    """With the key and a database tool: the guards go first."""
    with studio.db.writing() as session:
        connection = session.connection()
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
        for name in connection.scalars(
            text("SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE 'guard%'")
        ):
            connection.execute(text(f"DROP TRIGGER {name}"))
        edit(connection)
