"""A tablet becomes one of the studio's, and stops being one for whoever knows a staff password."""

from __future__ import annotations

import pytest

from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask, perform
from studio.staff.actions import add_user, invite_device, set_pin
from studio.staff.pins import hash_pin
from studio.staff.queries import device_of_token, list_devices
from studio.staff.rules import hash_password
from tests.factories.devices import paired
from tests.factories.people import PASSWORD, signed_in
from tests.pages.consent.signing import browser
from tests.pages.visiting import Page, open_page, send

COOKIE = "linework_tablet_8080"


def invitation() -> str:
    return perform(signed_in("owner"), invite_device)[0]


async def test_a_tablet_is_named_and_waits(studio: House) -> None:
    token, tablet = invitation(), browser()
    page = await open_page(tablet, f"/pair/{token}")
    answer = await send(tablet, f"/pair/{token}", page.filled(name="Front desk"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/kiosk")
    known = device_of_token(tablet.cookies[COOKIE])
    assert known is not None
    assert (known.name, known.role) == ("Front desk", "kiosk")
    cookie = next(line for line in answer.headers.get_list("set-cookie") if line.startswith(COOKIE))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


async def test_a_code_pairs_one_tablet(studio: House) -> None:
    token, first, second = invitation(), browser(), browser()
    pages = [await open_page(tablet, f"/pair/{token}") for tablet in (first, second)]
    await send(first, f"/pair/{token}", pages[0].filled(name="One"))
    late = await send(second, f"/pair/{token}", pages[1].filled(name="Two"))
    assert late.status_code == 404
    assert (await second.get(f"/pair/{token}")).status_code == 404
    assert [one.name for one in ask(signed_in("owner"), list_devices)] == ["One"]


async def test_a_name_that_is_missing_or_taken_is_said_and_the_code_still_works(studio: House) -> None:
    paired("Front desk")
    token, tablet = invitation(), browser()
    page = await open_page(tablet, f"/pair/{token}")
    for name, words in (("  ", "Give the tablet a name"), ("front DESK", "already has this name")):
        answer = await send(tablet, f"/pair/{token}", page.filled(name=name))
        assert words in Page(answer.text).words
        assert "Whoever is signed in here is signed out." in Page(answer.text).words
    assert (await send(tablet, f"/pair/{token}", page.filled(name="Chair two"))).status_code == 303


async def test_a_page_of_somebody_else_pairs_nothing(studio: House) -> None:
    token, tablet = invitation(), browser()
    answer = await send(tablet, f"/pair/{token}", {"name": "Forged", "form_token": "x"})
    assert answer.status_code == 403
    assert ask(signed_in("owner"), list_devices) == []


async def test_pairing_signs_out_whoever_was_signed_in_there(studio: House) -> None:
    token, tablet = invitation(), browser()
    tablet.cookies.set("linework_8080", "somebody")
    page = await open_page(tablet, f"/pair/{token}")
    answer = await send(tablet, f"/pair/{token}", page.filled(name="Front desk"))
    assert any(line.startswith('linework_8080=""') for line in answer.headers.get_list("set-cookie"))


async def test_leaving_takes_a_staff_password(studio: House) -> None:
    tablet = paired()
    somebody = perform(
        CONSOLE, add_user, name="Ines", email="ines@example.com", role="artist", password_hash=hash_password(PASSWORD)
    )
    visitor = browser(tablet)
    page = await open_page(visitor, "/kiosk/leave")
    wrong = await send(visitor, "/kiosk/leave", page.filled(email=somebody.email, password="not this one"))
    assert wrong.status_code == 401
    assert "not this one" not in wrong.text
    done = await send(visitor, "/kiosk/leave", page.filled(email=somebody.email, password=PASSWORD))
    assert "ordinary one again" in Page(done.text).words
    with pytest.raises(SignedOut):
        ask(tablet, list_devices)


async def test_leaving_takes_a_pin_too_and_tells_nobody_who_has_one(studio: House) -> None:
    tablet, ines = paired(), signed_in("artist", "Ines", "ines@example.com")
    perform(ines, set_pin, hash_pin("8205"))
    visitor = browser(tablet)
    page = await open_page(visitor, "/kiosk/leave")
    for email, pin in (("ines@example.com", "9135"), ("nobody@example.com", "8205")):
        wrong = await send(visitor, "/kiosk/leave", page.filled(email=email, password=pin))
        assert wrong.status_code == 401
        assert "E-mail or password is not right." in Page(wrong.text).words
    done = await send(visitor, "/kiosk/leave", page.filled(email="ines@example.com", password="8205"))
    assert "ordinary one again" in Page(done.text).words


async def test_only_a_tablet_has_something_to_leave(studio: House) -> None:
    answer = await browser().get("/kiosk/leave")
    assert (answer.status_code, answer.headers["location"]) == (303, "/kiosk")
