"""Pieces on screen: taken in, quoted, designed, booked, called off and opened again, followed on other desks."""

from __future__ import annotations

from datetime import datetime

import pytest
from nicegui import ui

from components.body_map.field import BodyField
from components.table import DataTable
from pages.tattoo.client_tab import draw_beside_booking
from pages.tattoo.piece import draw as draw_piece
from pages.tattoo.piece_form import draw_edit, draw_new
from pages.tattoo.pieces import draw as draw_pieces
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.work import ask, perform
from studio.schedule.queries import booking
from studio.tattoo.actions import advance_piece, set_quote
from studio.tattoo.queries import list_pieces, piece_by_code
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.pieces import designed, piece_for, sitting
from tests.factories.schedule import needle
from tests.pages.clients.looking import found, looking, pick, until
from tests.pages.desks import press

HERE = "/pieces/PC-0001"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def stands(actor: Actor) -> str:
    return ask(actor, piece_by_code, "PC-0001").piece.state


async def test_a_piece_is_taken_in_for_a_client_with_its_place(owner: Actor) -> None:
    client = on_file(owner, "Bo Lind")
    async with looking(owner, lambda: draw_new(client.code), "/pieces/new") as user:
        await user.should_see("New piece")
        press(user, "Take it in")
        await user.should_see("Enter a name.")
        user.find("Title *").type("Tide sleeve")
        user.find(kind=BodyField).trigger("update:value", ["back.spine", "nowhere"])
        press(user, "Take it in")
        await until(lambda: ask(owner, list_pieces).items)
    kept = ask(owner, piece_by_code, "PC-0001").piece
    assert (kept.title, kept.client_id, kept.places) == ("Tide sleeve", client.id, ["back.spine"])


async def test_what_two_people_change_at_once_is_told(owner: Actor) -> None:
    piece = piece_for(owner)
    async with looking(owner, lambda: draw_edit("PC-0001"), f"{HERE}/edit") as user:
        await user.should_see("Planned sessions")
        perform(owner, set_quote, piece.id, {"kind": "fixed", "least": Money(9000, "GBP")})
        user.find("Style").type("Dotwork")
        press(user, "Save changes")
        await user.should_see("Somebody else changed this")
    assert ask(owner, piece_by_code, "PC-0001").piece.style == ""


async def test_a_quote_is_written_and_what_is_left_follows(owner: Actor) -> None:
    piece_for(owner, planned_sessions=5)
    async with looking(owner, lambda: draw_piece("PC-0001"), HERE) as user:
        await user.should_see("0 of 5 done")
        press(user, "Quote it…")
        await user.should_see("Kind of quote")
        user.find("Price").type("900")
        press(user, "Save the quote")
        await until(lambda: stands(owner) == "quoted")
        await user.should_see("Money left")
        await user.should_see("said what the piece PC-0001 costs")
    assert ask(owner, piece_by_code, "PC-0001").piece.quote.least == Money(90000, "GBP")


async def test_lettering_is_checked_and_confirmed_before_the_client_approves(owner: Actor) -> None:
    designed(owner, piece_for(owner).id, "Still waters")
    async with looking(owner, lambda: draw_piece("PC-0001"), HERE) as user:
        await user.should_see("Spelling not checked yet")
        press(user, "Check the spelling…")
        await user.should_see("What the drawing says")
        user.find("What the drawing says *").type("Stil waters")
        press(user, "Compare")
        await user.should_see("Compare letter by letter.")
        user.find("What the drawing says *").clear().type("Still waters")
        press(user, "Compare")
        await user.should_see("The client has not confirmed the letters yet")
        press(user, "Show the client the letters…")
        await user.should_see("Every letter is right")
        press(user, "Every letter is right")
        await user.should_see("Not approved yet")
        press(user, "The client approves…")
        await user.should_see("Approve the design")
        found(user, ui.select, label="How").value = "at_desk"
        press(user, "Approve the design")
        await until(lambda: ask(owner, piece_by_code, "PC-0001").piece.approved)


async def test_it_is_called_off_with_a_reason_and_opened_again(owner: Actor) -> None:
    piece_for(owner)
    async with looking(owner, lambda: draw_piece("PC-0001"), HERE) as user:
        await user.should_see("Sessions")
        pick(user, "Not pursued…")
        await user.should_see("and it can be opened again")
        press(user, "Call it off")
        await user.should_see("Say why in a few words")
        user.find("Why *").type("Moved away")
        press(user, "Call it off")
        await until(lambda: stands(owner) == "dropped")
        await user.should_see("Because: Moved away")
        pick(user, "Open it again")
        await until(lambda: stands(owner) == "enquiry")


async def test_the_next_possible_time_is_booked_with_one_press(owner: Actor) -> None:
    artist = needle(owner)
    piece_for(owner, lead_artist_id=artist.id)
    async with looking(owner, lambda: draw_piece("PC-0001"), HERE) as user:
        await user.should_see("Next possible")
        press(user, "Book it")
        await until(lambda: ask(owner, piece_by_code, "PC-0001").sessions)
        await user.should_see("Planned")
    session = ask(owner, piece_by_code, "PC-0001").sessions[0]
    assert (session.artist, session.kind) == ("Ines Duarte", "consult")
    assert isinstance(session.starts_at, datetime)


async def test_a_booking_leads_to_what_it_is_a_session_of(owner: Actor) -> None:
    artist = needle(owner)
    booked = sitting(owner, piece_for(owner).id, artist.id)
    async with looking(owner, lambda: draw_beside_booking(ask(owner, booking, booked.id)), "/bookings/BK-0001") as user:
        await user.should_see("Tide sleeve")
        assert found(user, ui.link).props["href"] == HERE


async def test_a_step_taken_elsewhere_shows_by_itself_and_whoever_only_looks_has_no_acts(owner: Actor) -> None:
    piece = piece_for(owner)
    for looks_on in (signed_in("artist"), signed_in("viewer")):  # an artist has acts on what they lead
        async with looking(looks_on, lambda: draw_piece("PC-0001"), HERE) as user:
            await user.should_see("Enquiry")
            for act in ("Quote it…", "Add the design…", "Edit"):
                await user.should_not_see(act)
    async with looking(owner, lambda: draw_piece("PC-0001"), HERE) as user:
        await user.should_see("Quote it…")
        perform(owner, advance_piece, piece.id, "dropped", "Moved away")
        await user.should_see("Because: Moved away")


async def test_the_list_shows_what_goes_on_and_finds_the_rest(owner: Actor) -> None:
    first, _ = piece_for(owner), piece_for(owner, title="Fern")
    perform(owner, advance_piece, first.id, "dropped", "Moved away")
    async with looking(owner, draw_pieces, "/pieces") as user:
        await until(lambda: [row["title"] for row in found(user, DataTable).rows] == ["Fern"])
