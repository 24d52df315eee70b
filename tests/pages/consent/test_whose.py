"""In whose hands a signing is: one browser, one tablet, and a desk only with what it may read."""

from __future__ import annotations

from sqlmodel import select

from studio.clients.actions import record_health
from studio.consent.actions import cancel_ceremony, open_ceremony
from studio.consent.models import SignedPart
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.consents import adult
from tests.factories.devices import id_of, paired
from tests.factories.people import signed_in
from tests.pages.consent.signing import browser, given, send, sent
from tests.pages.visiting import Page


async def test_a_desk_that_may_read_no_answers_shows_none_of_those_on_file(studio: House) -> None:
    client = adult()
    perform(signed_in("artist"), record_health, client.id, {"allergies": {"answer": "yes", "choices": ["latex"]}})
    for role, shown in (("reception", ""), ("artist", "yes")):
        staff = signed_in(role)
        token, _ = perform(staff, open_ceremony, client.id)
        page = Page((await browser(staff).get(f"/c/{token}")).text)
        assert page.ticked("h.allergies") == shown, role


async def test_it_opens_in_the_first_browser_alone(studio: House) -> None:
    token, _ = sent()
    first, second = browser(), browser()
    page = (await first.get(f"/c/{token}")).text
    answer = await second.get(f"/c/{token}")
    assert (answer.status_code, "Ana" in answer.text) == (404, False)
    assert (await send(second, token, given(token, page))).status_code == 404
    with studio.db.writing() as session:
        assert session.exec(select(SignedPart)).first() is None
    assert "Hi Ana" in (await first.get(f"/c/{token}")).text
    assert (await send(first, token, given(token, page))).status_code == 200


async def test_a_tablet_hears_within_seconds_that_a_signing_was_ended(studio: House) -> None:
    tablet = paired("Front desk")
    token, ceremony = sent(place="tablet", device_id=id_of(tablet))
    page, other = browser(tablet), browser(paired("Chair two"))
    await page.get(f"/c/{token}")
    assert [(await one.head(f"/c/{token}")).status_code for one in (page, other, browser())] == [204, 404, 404]
    perform(signed_in("artist"), cancel_ceremony, ceremony.id)
    ended = await page.head(f"/c/{token}")
    assert (ended.status_code, ended.content, ended.headers["cache-control"]) == (404, b"", "no-store")
