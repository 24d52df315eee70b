"""What an import makes of clients on file: whom it finds, what it leaves alone, and that no portion counts twice."""

from __future__ import annotations

import pytest
from sqlmodel import Session, select

from studio.clients.actions import archive_client
from studio.clients.importing import refusals
from studio.clients.importing.actions import index_rows, start_import
from studio.clients.importing.readying import made_ready
from studio.clients.models import Client
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.clients import on_file
from tests.factories.imports import checked, imported
from tests.factories.people import signed_in

LINE = b"Name,E-mail,Gender,Issued by,ID number\nAna Pereira,ana@example.com,woman,Porto,ZZ9900887\n"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_one_document_is_never_made_of_two(owner: Actor, studio: House) -> None:
    on_file(owner, "Ana Pereira", email="ana@example.com", id_kind="Passport", id_number="XK4711229")
    imported(owner, LINE, "fill")
    with studio.db.reading() as connection, Session(connection) as session:
        ana = session.exec(select(Client)).one()
    assert (ana.gender, ana.id_kind, ana.id_number, ana.id_issuer) == ("woman", "Passport", "XK4711229", "")


def test_whoever_is_archived_is_nobody_a_file_is_about(owner: Actor) -> None:
    gone = on_file(owner, "Ana Pereira", email="ana@example.com")
    assert dict(checked(owner, LINE).counts) == {"same": 1}
    perform(owner, archive_client, gone.id)
    assert dict(checked(owner, LINE).counts) == {"new": 1}


def test_a_portion_that_was_worked_out_twice_counts_once(owner: Actor, studio: House) -> None:
    import_id = checked(owner, LINE).id
    perform(owner, start_import, import_id, "skip")
    [portion] = made_ready(studio, owner, import_id)
    assert perform(owner, index_rows, import_id, portion) == 1
    with pytest.raises(refusals.ImportIsOver):
        perform(owner, index_rows, import_id, portion)
