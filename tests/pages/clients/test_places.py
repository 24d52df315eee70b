"""The same form on a phone, in the desk's window and on a tablet: who may open it, and what each leaves behind."""

from __future__ import annotations

from uuid import UUID

from studio.clients.actions import invite_registration, send_registration, take_registration, withdraw_registration
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.clients import on_file
from tests.factories.devices import id_of, paired
from tests.factories.people import signed_in
from tests.pages.visiting import invitation, open_page, send, visitor

BO = {"name": "Bo Lind", "birth_day": "1", "birth_month": "2", "birth_year": "1990"}


def sent_to(tablet: Actor) -> tuple[UUID, str]:
    """A form on its way to a tablet, and the token the tablet took."""
    form = perform(signed_in("reception"), send_registration, id_of(tablet))
    return form.id, perform(tablet, take_registration, form.id)


async def test_what_was_sent_to_a_tablet_opens_nowhere_else(studio: House) -> None:
    here, there = paired("Front"), paired("Back")
    _, token = sent_to(here)
    async with visitor() as phone, visitor(actor=there) as other, visitor(actor=here) as tablet:
        assert (await phone.get(f"/r/{token}")).status_code == 404
        assert (await other.get(f"/r/{token}")).headers["location"] == "/kiosk"
        page = await open_page(tablet, f"/r/{token}")
        stolen = await send(phone, f"/r/{token}", page.filled(**BO))
    assert stolen.status_code == 404
    for kept in ("data-draft", "autocomplete=name", "autocomplete=bday"):
        assert kept not in page.text


async def test_a_tablet_thanks_and_waits_again_and_keeps_no_mark(studio: House) -> None:
    here = paired()
    _, token = sent_to(here)
    async with visitor(actor=here) as tablet:
        page = await open_page(tablet, f"/r/{token}")
        assert (await tablet.head(f"/r/{token}")).status_code == 204
        done = await send(tablet, f"/r/{token}", page.filled(**BO))
        assert "set-cookie" not in done.headers
        thanks = await open_page(tablet, done.headers["location"])
        assert (await tablet.head(f"/r/{token}")).status_code == 404
    assert "give the tablet back" in thanks.words
    assert "Bo Lind" not in thanks.text


async def test_stopping_and_taking_back_lead_to_the_waiting_screen(studio: House) -> None:
    here = paired()
    async with visitor(actor=here) as tablet:
        _, token = sent_to(here)
        page = await open_page(tablet, f"/r/{token}")
        stopped = await send(tablet, f"/r/{token}", page.filled(act="leave", **BO))
        again = await tablet.get(f"/r/{token}")
        form_id, token = sent_to(here)
        await open_page(tablet, f"/r/{token}")
        perform(signed_in("reception"), withdraw_registration, form_id)
        late = await send(tablet, f"/r/{token}", page.filled(**BO))
    assert {answer.headers["location"] for answer in (stopped, again, late)} == {"/kiosk"}


async def test_the_desks_window_has_a_way_back_and_keeps_no_draft(studio: House) -> None:
    async with visitor(actor=signed_in("reception")) as desk:
        token = invitation()
        page = await open_page(desk, f"/r/{token}")
        done = await send(desk, f"/r/{token}", page.filled(**BO))
        thanks = await open_page(desk, done.headers["location"])
    assert "Back to the desk" in page.words
    assert "data-draft" not in page.text
    assert 'href="/inbox"' in thanks.text


async def test_a_code_of_ones_own_shows_nothing_of_what_is_on_file(studio: House) -> None:
    desk = signed_in("reception")
    ana = on_file(desk, "Ana Pereira", email="ana@example.com", phone="+44 7700 900123", notes="Likes tide lines")
    token, _ = perform(desk, invite_registration, ana.id)
    async with visitor() as phone:
        page = await open_page(phone, f"/r/{token}")
    assert "up to date" in page.words
    for stored in ("Ana", "Pereira", "ana@", "7700", "tide", ana.code, str(ana.id)):
        assert stored not in page.text
