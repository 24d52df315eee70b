"""A walk-in in two taps, in the next fair artist's free time."""

from __future__ import annotations

from components.pickers.picker import Choice, Picker
from studio.kernel.actor import Actor
from studio.kernel.work import ask, perform
from studio.schedule.actions import start_session
from studio.schedule.queries import list_bookings
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import NOON, booked, needle
from tests.factories.services import offered
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, press
from tests.pages.home.board import choose, lane, titles


async def test_a_walk_in_is_booked_with_whoevers_turn_it_is_and_checked_in(owner: Actor, open_at: Open) -> None:
    ines = needle(owner)
    kofi = needle(owner, "Kofi Mensah")
    perform(owner, start_session, booked(owner, ines.id, NOON, kind="consult").id)
    ada, flash = on_file(owner, "Ada Yule"), offered(owner, "Flash, small", minutes=45)
    user = await open_at(signed_in("reception"))
    await user.should_see("Nobody is waiting")
    press(user, "Walk-in")
    await user.should_see("Whose turn it is")
    press(user, "Book and check in")
    await until(lambda: found(user, Picker).props.get("error") == "Choose who it is, or let them register first.")
    await found(user, Picker)._picked(Choice(str(ada.id), ada.name))
    choose(user, "Flash, small")
    await user.should_see("now to 13:00")
    press(user, "Book and check in")
    await user.should_see("Ada Yule is booked with Kofi Mensah, 12:15 to 13:00.")
    await until(lambda: titles(user, "waiting") == ["Ada Yule"])
    assert lane(user, "waiting")[0].tags == ("Walk-in",)
    (made,) = ask(owner, list_bookings, kind="walk_in").items
    assert (made.artist_id, made.status) == (kofi.id, "checked_in")
    assert flash.name in lane(user, "waiting")[0].line


async def test_where_nobody_has_time_a_walk_in_is_sent_to_the_waitlist(owner: Actor, open_at: Open) -> None:
    needle(owner, hours={"mon": [["10:00", "18:00"]]})
    user = await open_at(signed_in("reception"))
    await user.should_see("Nobody is waiting")
    press(user, "Walk-in")
    await user.should_see("Nobody has 1 h free today.")
    await user.should_see("Put them on the waitlist")
