"""Deposits and cancelling on screen: the owner puts rules into force and says what is asked in advance."""

from __future__ import annotations

from nicegui import ui

from components.form import NumberField
from pages.schedule.booking import draw as draw_booking
from pages.schedule.policy import draw
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.work import ask, perform
from studio.schedule.actions import set_deposit_rule, set_policy
from studio.schedule.queries import deposit_rules, policy
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle
from tests.pages.clients.looking import found, looking, until
from tests.pages.desks import press


async def test_the_owner_puts_rules_into_force_and_reads_what_clients_sign(studio: House) -> None:
    owner = signed_in("owner")
    async with looking(owner, draw, "/settings/deposits") as user:
        await user.should_see("Not set yet: clients sign none")
        found(user, NumberField, label="Free until *").value = "72"
        press(user, "Put into force")
        await until(lambda: ask(owner, policy).number == 1)
        await user.should_see("You can cancel until 72 hours before the session")
        found(user, NumberField, label="Moves without loss *").value = "many"
        press(user, "Put into force")
        await user.should_see("Enter a whole number, digits alone.")
        assert ask(owner, policy).number == 1


async def test_deposits_are_asked_of_a_kind_and_an_artist(studio: House) -> None:
    owner = signed_in("owner")
    teo = needle(owner, "Teo Varga")
    perform(owner, set_deposit_rule, "percent", booking_kind="session", percent=30)
    async with looking(owner, draw, "/settings/deposits") as user:
        await user.should_see("Session · Any artist")
        await user.should_see("30 %")
        press(user, "Add a rule")
        await user.should_see("What is asked in advance?")
        found(user, ui.select, label="Artist").value = str(teo.id)
        await user.should_see("Share of the price")
        press(user, "Save the rule")
        await until(lambda: len(ask(owner, deposit_rules)) == 2)
        await user.should_see("Any kind · Teo Varga")
        perform(owner, set_deposit_rule, "fixed", artist_id=teo.id, fixed=Money(5000, "GBP"))
        await user.should_see("£50.00")


async def test_a_booking_says_which_rules_its_client_has_signed(studio: House) -> None:
    owner, client = signed_in("owner"), adult()
    perform(owner, set_policy, 72, 2, 15)
    made = booked(owner, needle(owner).id, client=client.id)
    async with looking(owner, lambda: draw_booking(made.code), f"/bookings/{made.code}") as user:
        await user.should_see("Made under no 1, not signed yet")
    packet(client)
    async with looking(owner, lambda: draw_booking(made.code), f"/bookings/{made.code}") as user:
        await user.should_see("Made under no 1, no 1 signed on")
