"""How it heals, on screen and for programs: noted beside the session, told on the client's profile."""

from __future__ import annotations

import run
from pages.plain import plain_app
from pages.schedule.booking import draw as draw_booking
from pages.schedule.healing import draw_client
from studio.clients.queries import client_card
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import finish_session, start_session
from studio.schedule.queries import healing_of
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle, soon
from tests.pages.clients.looking import looking, until
from tests.pages.desks import press
from tests.pages.visiting import visitor


async def test_what_they_said_is_noted_beside_the_session_and_told_on_their_profile(studio: House) -> None:
    owner = signed_in("owner")
    one = booked(owner, needle(owner).id, starts_local=None, starts_at=soon(5))
    async with looking(owner, lambda: draw_booking(one.code), f"/bookings/{one.code}") as user:
        await user.should_see("Check in")
        await user.should_not_see("How it heals")
        perform(owner, start_session, one.id, override="All is on paper")
        perform(owner, finish_session, one.id)
        await user.should_see("Nobody has asked yet.")
        press(user, "Note what they said")
        await user.should_see("How does it heal, Bo Lind?")
        press(user, "Note it")
        await until(lambda: ask(owner, healing_of, one.id))
        await user.should_see("0 days after the session")
    card = ask(owner, client_card, "CL-0001")
    async with looking(owner, lambda: draw_client(card), "/clients/CL-0001") as user:
        await user.should_see("It heals well")
        await user.should_see(one.code)


async def test_programs_note_it_and_make_addresses(studio: House) -> None:
    owner = signed_in("owner")
    one = booked(owner, needle(owner).id, starts_local=None, starts_at=soon(5))
    async with visitor("en", "desk", plain_app(run.rooms()), owner) as program:
        early = await program.post(f"/api/v1/bookings/{one.code}/healing", json={"answer": "fine"})
        perform(owner, start_session, one.id, override="All is on paper")
        perform(owner, finish_session, one.id)
        wrong = await program.post(f"/api/v1/bookings/{one.code}/healing", json={"answer": "so-so"})
        kept = await program.post(f"/api/v1/bookings/{one.code}/healing", json={"answer": "touch_up", "note": "a gap"})
        told = (await program.get(f"/api/v1/bookings/{one.id}/healing")).json()
        none = await program.get("/api/v1/artists/AR-0001/feed")
        made = await program.post("/api/v1/artists/AR-0001/feed", json={"with_names": False})
        known = (await program.get("/api/v1/artists/AR-0001/feed")).json()
        ended = await program.delete("/api/v1/artists/AR-0001/feed")
    assert (early.status_code, wrong.status_code, kept.status_code, none.status_code) == (409, 422, 201, 404)
    assert [(row["day"], row["answer"], row["note"]) for row in told["items"]] == [(0, "touch_up", "a gap")]
    assert made.json()["address"].endswith(".ics")
    assert (known["with_names"], ended.status_code) == (False, 204)
