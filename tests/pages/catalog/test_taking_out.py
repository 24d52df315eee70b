"""The catalogue as a file: nothing in it is reckoned with, and it comes back as it went."""

import csv
from io import BytesIO, StringIO

import pytest

from components.files import FileField
from pages.catalog.importing import MOST_LINES, draw
from pages.catalog.taking_out import written
from studio.catalog.actions import fill_defaults, import_services
from studio.catalog.queries import choices, judge_lines, services
from studio.catalog.sheet import COLUMNS, Reader
from studio.clients.importing.reading import guess_reading, raw_lines
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.handing import hand_in
from tests.factories.people import id_of, signed_in
from tests.factories.services import offered, pounds
from tests.pages.clients.looking import found, looking

CANARY = "=HYPERLINK(1)"


@pytest.fixture
def owner(studio: House) -> Actor:
    """An owner with a catalogue in which everything differs from the usual."""
    made, artist = signed_in("owner"), signed_in("artist", "@Ines")
    perform(made, fill_defaults)
    offered(
        made,
        CANARY,
        description=f"-{CANARY}\nsecond line",
        price_kind="from",
        price=pounds(1234),
        deposit_kind="fixed",
        deposit=pounds(20),
        deposit_once=True,
        minimum_age=16,
        everybody=False,
        artists=[{"artist_id": id_of(artist), "minutes": 90, "price": None}],
        active=False,
    )
    return made


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("tongue", ["en", "pt-BR"])
def test_what_was_taken_out_comes_back_as_it_stands(owner: Actor, kind: str, tongue: str) -> None:
    offers = ask(owner, choices)
    there = ask(owner, services, None, None)
    data = written(kind, there, offers, tongue)
    reader = Reader("GBP", "en-GB", offers.kinds, offers.consents, offers.aftercare)
    told = reader.lines(raw_lines(data, guess_reading(data)))
    assert set(told[0].raw) == set(COLUMNS) - {"code", "currency", "artists"}, "every column was known again"
    judged = ask(owner, judge_lines, told)
    assert {(one.verdict, one.changed, one.problems) for one in judged} == {("same", (), ())}
    assert perform(owner, import_services, told) == (0, 0)


def test_no_spreadsheet_reckons_with_a_cell(owner: Actor) -> None:
    from openpyxl import load_workbook

    there, offers = ask(owner, services, None, None), ask(owner, choices)
    text = written("csv", there, offers, "en").decode("utf-8-sig")
    cells = [cell for line in csv.reader(StringIO(text)) for cell in line]
    assert f"'{CANARY}" in cells
    assert not [cell for cell in cells if cell[:1] in set("=+-@")]
    sheet = load_workbook(BytesIO(written("xlsx", there, offers, "en"))).active
    assert sheet is not None
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}


async def test_a_file_is_read_apart_and_one_longer_than_any_price_list_is_refused(owner: Actor) -> None:
    async with looking(owner, draw) as desk:
        field, head = found(desk, FileField), b"name,kind,minutes\n"
        endless = await hand_in(field, head + b"a,tattoo,60\n" * (MOST_LINES + 1), "list.csv")
        short = await hand_in(field, head + b"Tiny star,tattoo,30\n", "list.csv")
        await desk.should_see("Tiny star")
        await desk.should_see("Bring in 1 service")
    assert f"more than {MOST_LINES} lines" in endless.get("said", "")
    assert "said" not in short
