"""Clients taken out as files: no cell comes alive, every letter is kept, every taking is written down."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pages.clients.csv_file import csv_of
from pages.clients.pdf_file import pdf_of
from pages.clients.xlsx_file import xlsx_of
from studio.clients.actions import export_clients
from studio.clients.choosing import Chosen
from studio.clients.importing.cells import lively
from studio.clients.queries import ClientRow
from studio.kernel.actor import Actor
from studio.kernel.history import events
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.clients import on_file
from tests.factories.papers import words_in
from tests.factories.people import signed_in

CANARIES = (
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://x","y")',
    '";=1+1',
    "a,=1",
    "＝1",
    "日本語",
    "Łucja 👩‍🎤",
)


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def rows(owner: Actor) -> list[ClientRow]:
    for canary in CANARIES:
        on_file(owner, canary, preferred_name=canary, pronouns=canary, tags=[canary])
    return perform(owner, export_clients, sort="code", form="xlsx")


def test_no_cell_of_a_spreadsheet_is_a_formula_and_all_come_back_as_they_were(rows: list[ClientRow]) -> None:
    sheet = load_workbook(BytesIO(xlsx_of(rows))).active
    assert sheet is not None
    told = list(sheet.iter_rows(min_row=2))
    assert {cell.data_type for line in told for cell in line} <= {"inlineStr", "s", "d", "n"}
    assert not [cell for line in told for cell in line if cell.data_type == "n" and cell.value is not None]
    assert tuple(line[1].value for line in told) == CANARIES
    assert all(line[1].quotePrefix for line in told)


def test_no_cell_of_a_csv_begins_a_formula(rows: list[ClientRow]) -> None:
    told = list(csv.reader(StringIO(csv_of(rows).decode("utf-8-sig"))))
    assert len(told) == 1 + len(CANARIES)
    assert not [cell for line in told for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
    assert tuple(lively(line[1]) for line in told[1:]) == CANARIES


def test_a_list_to_print_holds_every_name(rows: list[ClientRow], tmp_path: Path) -> None:
    text = words_in(pdf_of(rows), tmp_path)
    for name in ("=1", "@SUM(A1)", "日本", "CL-0010"):
        assert name in text


def test_a_selection_is_only_those_and_the_journal_says_how_many(owner: Actor, studio: House) -> None:
    ids = [on_file(owner, name).id for name in ("Ana", "Bea", "Cid")]
    rows = perform(owner, export_clients, Chosen(ids=(ids[0], ids[2])), form="pdf")
    assert [row.name for row in rows] == ["Ana", "Cid"]
    with studio.db.reading() as connection:
        told, _ = events(connection, studio, action="clients.client.export")
    assert told[0].facts == [{"kind": "clients.ClientsExported", "count": 2, "form": "pdf"}]
