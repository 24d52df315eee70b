"""Pieces a page at a time, found by what people remember, as few statements for many as for few."""

from __future__ import annotations

from typing import Any

import pytest

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.tattoo import refusals
from studio.tattoo.actions import advance_piece, approve_design, archive_piece
from studio.tattoo.models import Piece
from studio.tattoo.queries import find_pieces, list_pieces, piece, piece_by_code, pieces_of
from tests.factories.clients import counted_statements, on_file
from tests.factories.people import signed_in
from tests.factories.pieces import designed, piece_for, sitting
from tests.factories.schedule import needle


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def whole(owner: Actor, number: int) -> None:
    """A piece with a booking and an approved design."""
    client = on_file(owner, f"Bo Lind {number}").id
    one = piece_for(owner, client, title=f"Koi {number}", style="japanese")
    sitting(owner, one.id, needle(owner, f"Ines {number}").id)
    perform(owner, approve_design, designed(owner, one.id).id, "at_desk")


def test_a_page_takes_as_many_statements_for_one_as_for_five(studio: House, owner: Actor) -> None:
    whole(owner, 1)
    counts = []
    for numbers in ((), (2, 3, 4, 5)):
        for number in numbers:
            whole(owner, number)
        ask(owner, list_pieces)
        with counted_statements(studio) as sent:
            found = ask(owner, list_pieces)
        counts.append(len(sent))
        assert all((one.approved, one.next_at is not None) == (True, True) for one in found.items)
    assert found.total == 5
    assert counts[0] == counts[1] <= 8
    with counted_statements(studio) as sent:
        ask(owner, piece, found.items[0].id)
    assert len(sent) <= 8


def test_found_by_code_title_style_or_client(studio: House, owner: Actor) -> None:
    koi = piece_for(owner, on_file(owner, "Bo Lind").id, title="Koi über den Wellen", style="Japanese")
    wave = piece_for(owner, on_file(owner, "Ada Berg").id, title="Wave")
    for q, found in (
        ("pc-0001", koi), ("2", wave), ("UBER", koi), ("japan", koi), ("berg", wave), ("lind wellen", koi),
    ):  # fmt: skip
        assert [one.id for one in ask(owner, find_pieces, q)] == [found.id], q
    for q in ("", "lind wave", "%"):
        assert ask(owner, find_pieces, q) == []
    assert ask(owner, piece_by_code, "PC-0002").piece.id == wave.id
    for code in ("PC-", "PC-9", "koi", "PC-٣", "9" * 40):
        with pytest.raises(refusals.PieceIsUnknown):
            ask(owner, piece_by_code, code)


def test_sorted_and_filtered(studio: House, owner: Actor) -> None:
    bo, ada, ines = on_file(owner, "Bo Lind").id, on_file(owner, "Ada Berg").id, needle(owner).id
    first, second = piece_for(owner, bo, title="B"), piece_for(owner, ada, title="a", lead_artist_id=ines)
    third = piece_for(owner, bo, title="C")
    perform(owner, advance_piece, third.id, "cancelled", "They moved away")
    perform(owner, advance_piece, first.id, "quoted")
    orders = {
        "code": [first, second, third], "-code": [third, second, first], "title": [second, first, third],
        "client": [second, first, third], "changed": [second, third, first],
    }  # fmt: skip
    for sort, wanted in orders.items():
        assert [one.id for one in ask(owner, list_pieces, sort=sort).items] == [one.id for one in wanted], sort
    chosen: tuple[tuple[dict[str, Any], list[Piece]], ...] = (
        ({"state": "open"}, [first, second]), ({"state": "quoted"}, [first]), ({"artist_id": ines}, [second]),
        ({"client_id": bo}, [first, third]), ({"archived": True}, []),
    )  # fmt: skip
    for filters, found in chosen:
        assert {one.id for one in ask(owner, list_pieces, **filters).items} == {one.id for one in found}
    perform(owner, archive_piece, third.id)
    assert [one.id for one in ask(owner, list_pieces, archived=True).items] == [third.id]
    assert [one.id for one in ask(owner, pieces_of, bo)] == [first.id]
    page = ask(owner, list_pieces, size=1, page=2, sort="code")
    assert ([one.id for one in page.items], page.total) == ([second.id], 2)
    with pytest.raises(refusals.SortIsUnknown):
        ask(owner, list_pieces, sort="colour")
