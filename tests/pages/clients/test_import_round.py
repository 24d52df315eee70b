"""What is taken out comes in again as it was, whatever it looks like, in either file and either language."""

from __future__ import annotations

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.clients.csv_file import inert
from pages.clients.importing.words import wrong_file
from pages.clients.taking_out import written
from studio.clients.actions import export_clients
from studio.clients.actions.client import archive_client
from studio.clients.importing.cells import lively
from studio.clients.importing.queries import import_lines
from studio.clients.queries import list_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.imports import checked, imported
from tests.factories.people import signed_in

CANARIES = ("=1+1", "+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")', '";=1+1', "a,=1", "＝1", "日本語", "O'Neil",
            "a;=1+1", "a|+1", "x; -1", "'=1", "' ;'@b", '"=1"')  # fmt: skip
LIVE = re.compile(r"[\s\u00a0]*[=+\-@＝＋－＠]")


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("tongue", ["en", "pt-BR"])
def test_an_export_comes_in_again_letter_by_letter(owner: Actor, kind: str, tongue: str) -> None:
    told = [one for one in CANARIES if kind == "csv" or not one.startswith("'")]
    for n, one in enumerate(told):
        born, phone = f"19{60 + n}-02-0{n % 9 + 1}", f"+3519123456{n:02d}"
        on_file(owner, one, preferred_name=one, phone=phone, birth_date=born, tags=["vip", one])
    rows = perform(owner, export_clients, sort="code", form=kind)
    out = written(kind, rows, tongue)
    known = checked(owner, out)
    assert dict(known.counts) == {"same": len(told)}
    for row in rows:
        perform(owner, archive_client, row.id)
    done = imported(owner, out)
    assert done.counts["made"] == len(told), [line.problems for line in ask(owner, import_lines, done.id, "wrong")]
    again = ask(owner, list_clients, sort="code").items
    shown = ("name", "preferred_name", "phone", "birth_date", "language")
    assert [[getattr(row, name) for name in shown] for row in again] == [
        [getattr(row, name) for name in shown] for row in rows
    ]


@given(st.text("ab ;,|'\"=+-@\t\r\n＝\u00a0", max_size=12))
def test_what_is_made_inert_is_the_same_once_it_is_read(cell: str) -> None:
    assert lively(inert(cell)) == cell


@pytest.mark.parametrize("parted", [",", ";", "\t", "|"])
def test_no_cell_is_a_formula_whatever_a_spreadsheet_parts_cells_by(owner: Actor, parted: str) -> None:
    for canary in CANARIES:
        on_file(owner, canary, preferred_name=canary, pronouns=canary, tags=[canary])
    rows = perform(owner, export_clients, sort="code", form="csv")
    out = written("csv", rows, "en").decode("utf-8-sig")
    told = [cell for line in csv.reader(StringIO(out), delimiter=parted) for cell in line]
    assert not [cell for cell in told if LIVE.match(cell)]


def test_wrong_lines_come_as_a_file_whose_cells_are_no_formulas(owner: Actor) -> None:
    done = checked(owner, b"Name,Phone\n=cmd|'/c calc'!A0,12\n@Ana,1\n")
    wrong = ask(owner, import_lines, done.id, "wrong")
    made = wrong_file(done.seen["heads"], wrong)
    told = list(csv.reader(StringIO(made.decode("utf-8-sig"))))
    assert [row[0] for row in told] == ["Line", "2", "3"]
    assert not [cell for row in told for cell in row if cell.startswith(("=", "+", "-", "@"))]
