"""Today at the front desk: the code a guest scans, what waits, and what just changed."""

import asyncio

import pytest

from components.countdown import Countdown
from components.lane import Lane
from pages.clients.invite import UNATTENDED
from pages.home.today import Today
from studio.clients.actions import create_client, submit_registration
from studio.kernel.actor import guest
from studio.kernel.house import House, house
from studio.kernel.work import perform
from studio.staff.actions import open_guest_token
from studio.staff.facts import GuestInvited
from studio.upkeep.actions import change_setting
from tests.factories.clients import GAST, on_file, sent
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, buttons, press


def let_phones_in() -> None:
    perform(signed_in("owner"), change_setting, "lan.enabled", True)


def tokens_made() -> list[GuestInvited]:
    made: list[GuestInvited] = []
    house().bus.after(GuestInvited, made.append)
    return made


async def test_an_empty_studio_is_shown_its_first_steps(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"))
    await user.should_see("First steps")
    await user.should_see("No form waits")
    perform(signed_in("owner"), create_client, {"name": "Ana Pereira"})
    await user.should_see("Ana Pereira")


async def test_a_form_from_a_phone_appears_at_every_desk_by_itself(studio: House, open_at: Open) -> None:
    one, two = await open_at(signed_in("reception")), await open_at(signed_in("owner"))
    sent({"name": "Gil Gast"})
    for desk in (one, two):
        await desk.should_see("Gil Gast")
        await desk.should_see("The form of Gil Gast has arrived.")


async def test_the_card_follows_a_code_from_scan_to_inbox_and_shows_the_next(studio: House, open_at: Open) -> None:
    let_phones_in()
    made = tokens_made()
    user = await open_at(signed_in("reception"))
    press(user, "Show the code")
    await user.should_see("Waiting for the phone")
    phone = guest(made[0].token_id)
    perform(phone, open_guest_token, made[0].token_id)
    await user.should_see("The form is open on the phone")
    perform(phone, submit_registration, made[0].token_id, "", "en", GAST)
    await user.should_see("The form of Gil Gast has arrived.")
    await user.should_see("Waiting for the phone")
    assert len(made) == 2, "a fresh code waits for the next guest"


async def test_somebody_elses_guest_does_not_move_this_card(studio: House, open_at: Open) -> None:
    let_phones_in()
    made = tokens_made()
    user = await open_at(signed_in("reception"))
    press(user, "Show the code")
    await user.should_see("Waiting for the phone")
    sent({"name": "Other Desk"})
    await user.should_see("Other Desk")
    assert len([one for one in made if one.purpose == "registration"]) == 2  # this one, and the other desk's
    await user.should_not_see("The form is open on the phone")


async def test_a_desk_left_alone_stops_making_codes(studio: House, open_at: Open) -> None:
    let_phones_in()
    made = tokens_made()
    user = await open_at(signed_in("reception"))
    press(user, "Show the code")
    await user.should_see("Waiting for the phone")
    for _ in range(UNATTENDED + 1):
        (shown,) = user.find(Countdown).elements
        user.find(Countdown).trigger("over")
        await until(lambda shown=shown: shown not in user._gather_elements(Countdown))
        await until(lambda: user._gather_elements(Countdown) or "Show the code" in buttons(user))
    await user.should_see("Show the code")
    assert len(made) == UNATTENDED + 1


async def test_with_phones_off_only_who_may_is_offered_to_let_them_in(studio: House, open_at: Open) -> None:
    desk, owner = await open_at(signed_in("reception")), await open_at(signed_in("owner"))
    await desk.should_see("Phones cannot reach this computer yet.")
    assert "Let phones in" not in buttons(desk)
    assert "Let phones in" in buttons(owner)
    let_phones_in()
    await desk.should_see("Show the code")


async def test_who_may_not_read_the_inbox_sees_neither_lane_nor_bell(studio: House, open_at: Open) -> None:
    on_file(signed_in("owner"), "Ana Pereira")
    sent({"name": "Gil Gast"})
    user = await open_at(signed_in("viewer"))
    await user.should_see("Ana Pereira")
    await user.should_not_see("Gil Gast")
    assert [lane.props["title"] for lane in user._gather_elements(Lane)] == ["Last changed"]


async def test_waiting_forms_say_their_health_light_and_minors(studio: House, open_at: Open) -> None:
    sent({"name": "Young One", "birth_date": "2015-01-02", "guardian_name": "Pat Parent"})
    user = await open_at(signed_in("reception"))
    await user.should_see("Young One")
    card = found(user, Lane, title="Inbox").props["cards"][0]
    assert card["tags"] == ("Minor",)
    assert card["marks"] == (("wait", "No health answers yet"),)


async def test_a_form_that_comes_while_the_page_is_being_drawn_is_not_missed(
    studio: House, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Today.load
    guests = ["Gil Gast"]

    async def read_while_somebody_sends(self: Today) -> None:
        await read(self)
        if guests:
            await asyncio.to_thread(sent, {"name": guests.pop()})

    monkeypatch.setattr(Today, "load", read_while_somebody_sends)
    user = await open_at(signed_in("reception"))
    await until(lambda: [card["title"] for card in found(user, Lane, title="Inbox").props["cards"]] == ["Gil Gast"])
