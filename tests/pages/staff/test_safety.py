"""One's own PIN and second step on the account page, and the lock in the top bar."""

from __future__ import annotations

import pyotp
from nicegui import ui
from nicegui.testing import User

from components.lock import Lock
from components.table import DataTable
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import add_user, fill_account, lock_sign_in, mark_desk, set_pin, turn_on_second_step
from studio.staff.pins import hash_pin
from studio.staff.queries.safety import safety_of
from studio.staff.second_step import new_secret
from studio.staff.sign_in import sign_in
from tests.factories.people import PASSWORD, id_of, signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, press

EMAIL = "mara@northquay.example"


def mara() -> Actor:
    perform(CONSOLE, add_user, **fill_account(name="Mara", email=EMAIL, password=PASSWORD), role="artist")
    return sign_in(EMAIL, PASSWORD, zone="desk")[1]


def typed(user: User, label: str, words: str) -> None:
    """Into the field that was drawn last: a dialog's, where the page has one of the same name."""
    assert user.client
    fields = [one for one in user.client.elements.values() if isinstance(one, ui.input)]
    next(one for one in reversed(fields) if one.props.get("label") == label).value = words


async def test_a_pin_is_chosen_with_the_password(studio: House, open_at: Open) -> None:
    actor = mara()
    user = await open_at(actor, "/profile")
    press(user, "Choose a PIN")
    await user.should_see("Keep this PIN")
    typed(user, "Present password *", "not this one")
    typed(user, "New PIN", "1234")
    press(user, "Keep this PIN")
    await user.should_see("This is not your password.")
    typed(user, "Present password *", PASSWORD)
    press(user, "Keep this PIN")
    await user.should_see("This PIN is among the first anybody would try.")
    typed(user, "New PIN", "8205")
    press(user, "Keep this PIN")
    await user.should_see("Your PIN is set.")
    await user.should_see("Change the PIN")
    assert ask(actor, safety_of, id_of(actor)).pin


async def test_the_second_step_is_switched_on_with_a_code_and_its_spare_ones_are_told_once(
    studio: House, open_at: Open
) -> None:
    actor = mara()
    user = await open_at(actor, "/profile")
    press(user, "Switch on")
    await user.should_see("Six digits of the app *")
    assert user.client
    texts = [str(getattr(one, "text", "")) for one in user.client.elements.values() if "secret" in one.classes]
    typed(user, "Present password *", PASSWORD)
    typed(user, "Six digits of the app *", pyotp.TOTP(texts[0].replace(" ", "")).now())
    press(user, "Switch it on")
    await user.should_see("Your recovery codes")
    press(user, "I have kept them")
    await user.should_see("10 recovery codes are left.")
    assert ask(actor, safety_of, id_of(actor)).second_step


async def test_a_page_is_covered_with_all_others_of_its_sign_in(studio: House, open_at: Open) -> None:
    _, desk = perform(signed_in("owner"), mark_desk, "Front desk")
    perform(mara(), set_pin, hash_pin("8205"))
    actor = sign_in(EMAIL, PASSWORD, zone="desk", device_id=desk.id)[1]
    user = await open_at(actor, "/profile")
    lock = found(user, Lock)
    assert (lock.props["pin"], lock.props["minutes"]) == (True, 10)
    covered: list[str] = []
    lock.run_method = lambda name, *_: covered.append(name)  # type: ignore[method-assign,assignment]
    perform(actor, lock_sign_in)
    await until(lambda: covered == ["cover"])


async def test_elsewhere_the_lock_asks_for_the_password_and_never_closes_by_itself(
    studio: House, open_at: Open
) -> None:
    lock = found(await open_at(signed_in("artist"), "/profile"), Lock)
    assert (lock.props["pin"], lock.props["minutes"]) == (False, 0)


async def test_an_owner_lets_somebody_in_whose_phone_is_gone(studio: House, open_at: Open) -> None:
    actor, secret = mara(), new_secret()
    perform(actor, turn_on_second_step, secret, pyotp.TOTP(secret).now())
    user = await open_at(signed_in("owner"), "/staff")
    user.find(DataTable).trigger("act", {"name": "step", "ids": [str(actor.id)]})
    await user.should_see("Switch off the second step of Mara?")
    press(user, "Switch off the second step")
    await user.should_see("Mara signs in with the password alone.")
    assert not ask(actor, safety_of, id_of(actor)).second_step
