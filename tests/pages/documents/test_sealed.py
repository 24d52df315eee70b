"""Sealed documents on screen: named for what they are about, verified where they lie, a page at a time."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from components.table import DataTable
from pages.documents import sealed
from storage.table import columns_of
from studio.documents.actions import keep_document
from studio.documents.drawing import draw
from studio.documents.models import SealedDocument
from studio.documents.queries import list_documents
from studio.documents.sealing import seal
from studio.kernel.actor import Actor, rule
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from tests.factories.clients import counted_statements, on_file
from tests.factories.papers import consent
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def put_on_file(studio: House, owner: Actor, name: str, code: str) -> str:
    about = Subject("client", on_file(owner, name).id)
    pdf = seal(studio, draw(consent(name)), "Consent")
    return str(perform(rule("documents"), keep_document, "consent", about, pdf, title=code).id)


@pytest.fixture
def two(studio: House, owner: Actor) -> tuple[str, str]:
    """One that is whole, and one whose file was touched on the disk."""
    whole, hurt = put_on_file(studio, owner, "Ana Pereira", "CS-0001"), put_on_file(studio, owner, "Ben", "CS-0002")
    table = columns_of(SealedDocument)
    with studio.db.reading() as connection:
        kept = connection.execute(select(table.c.file_id).where(table.c.id == UUID(hurt))).scalar_one()
    [file] = studio.folder.path.rglob(f"{kept}*")
    *before, last = file.read_bytes()
    file.write_bytes(bytes([*before, last ^ 1]))  # any fixed byte may be the one that was there
    return whole, hurt


async def test_a_document_is_verified_from_its_row(owner: Actor, two: tuple[str, str]) -> None:
    whole, hurt = two
    async with looking(owner, sealed.draw) as user:
        await until(lambda: len(found(user, DataTable).rows) == 2)
        assert {row["about"] for row in found(user, DataTable).rows} == {"Ana Pereira", "Ben"}
        for one in two:
            user.find(kind=DataTable).trigger("act", {"name": "verify", "ids": [one]})
        wanted = {whole: "Valid", hurt: "Damaged"}
        await until(lambda: {row["id"]: row["seal"]["word"] for row in found(user, DataTable).rows} == wanted)


def test_a_longer_list_asks_no_more_questions(studio: House, owner: Actor) -> None:
    counts = []
    for number in range(3):
        put_on_file(studio, owner, f"Client {number}", f"CS-{number}")
        ask(owner, list_documents)
        with counted_statements() as said:
            assert ask(owner, list_documents).total == number + 1
        counts.append(len(said))
    assert len(set(counts)) == 1
