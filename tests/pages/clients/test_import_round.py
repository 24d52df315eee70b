"""What is taken out comes in again as it was, whatever it looks like, in either file and either language."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from pages.clients.importing.words import wrong_file
from pages.clients.taking_out import written
from studio.clients.actions import export_clients
from studio.clients.actions.client import archive_client
from studio.clients.importing.queries import import_lines
from studio.clients.queries import list_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.imports import checked, imported
from tests.factories.people import signed_in

CANARIES = ("=1+1", "+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")', '";=1+1', "a,=1", "＝1", "日本語", "O'Neil")


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("tongue", ["en", "pt-BR"])
def test_an_export_comes_in_again_letter_by_letter(owner: Actor, kind: str, tongue: str) -> None:
    for n, canary in enumerate(CANARIES):
        born = f"19{60 + n}-02-0{n % 9 + 1}"
        on_file(owner, canary, preferred_name=canary, phone=f"+35191234567{n}", birth_date=born, tags=["vip", canary])
    rows = perform(owner, export_clients, sort="code", form=kind)
    out = written(kind, rows, tongue)
    known = checked(owner, out)
    assert dict(known.counts) == {"same": len(CANARIES)}
    for row in rows:
        perform(owner, archive_client, row.id)
    done = imported(owner, out)
    assert done.counts["made"] == len(CANARIES), [line.problems for line in ask(owner, import_lines, done.id, "wrong")]
    again = ask(owner, list_clients, sort="code").items
    shown = ("name", "preferred_name", "phone", "birth_date", "language")
    assert [[getattr(row, name) for name in shown] for row in again] == [
        [getattr(row, name) for name in shown] for row in rows
    ]


def test_wrong_lines_come_as_a_file_whose_cells_are_no_formulas(owner: Actor) -> None:
    done = checked(owner, b"Name,Phone\n=cmd|'/c calc'!A0,12\n@Ana,1\n")
    wrong = ask(owner, import_lines, done.id, "wrong")
    made = wrong_file(done.seen["heads"], wrong)
    told = list(csv.reader(StringIO(made.decode("utf-8-sig"))))
    assert [row[0] for row in told] == ["Line", "2", "3"]
    assert not [cell for row in told for cell in row if cell.startswith(("=", "+", "-", "@"))]
