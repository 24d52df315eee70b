"""Whoever signed last takes the aftercare sheet along; which edition it was stands with the client, once."""

from typing import Any

import httpx

from pages.documents import given as given_page
from pages.plain import plain_app
from studio.consent.actions import open_ceremony, witness_ceremony
from studio.consent.aftercare import AT_END
from studio.consent.queries import ceremony_of_token, sheet_for_guardian
from studio.consent.queries.aftercare import aftercare_of_packet
from studio.documents.papers.queries import given_to
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from tests.factories.consents import adult, witnessing
from tests.factories.guardians import GUARDIAN, PIERCING, guardian_filled, minor
from tests.factories.people import signed_in
from tests.pages.consent.signing import browser, given, send, sent, told
from tests.pages.visiting import visitor


def reader() -> httpx.AsyncClient:
    """A phone that opens the sheet."""
    return visitor("en", "lan", plain_app(Registry((), (Screens("documents", plain=(given_page.router,)),))))


async def test_the_phone_that_signed_opens_the_sheet_and_it_is_noted_once(studio: House) -> None:
    token, ceremony = sent(service_kind="tattoo")
    guest = browser()
    payload = given(token, (await guest.get(f"/c/{token}")).text)
    first = (await send(guest, token, payload)).json()["aftercare"]
    again = (await send(guest, token, payload)).json()["aftercare"]
    assert (first["title"], first["code"]) == (again["title"], "")
    assert first["title"] not in (await reader().get(first["to"])).text, "the one told before is over"
    assert again["title"] in (await reader().get(again["to"])).text
    (line,) = ask(signed_in("reception"), given_to, ceremony.client_id)
    assert (line.key, line.how, line.number) == ("aftercare-tattoo", "phone", 1)
    assert line.by_name.startswith("Artist")
    packet = perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
    found = ask(signed_in("artist"), aftercare_of_packet, packet.id)
    assert (found.key, [one.id for one in found.given]) == ("aftercare-tattoo", [line.id])


async def test_nothing_goes_along_at_the_desk_or_where_it_is_switched_off(studio: House) -> None:
    for place, wanted in (("desk", True), ("phone", False)):
        perform(signed_in("owner"), change_setting, AT_END, wanted)
        token, ceremony = perform(signed_in("artist"), open_ceremony, adult(place).id, place=place)
        guest = browser()
        answer = await send(guest, token, given(token, (await guest.get(f"/c/{token}")).text))
        assert (answer.status_code, answer.json()) == (200, {}), place
        assert ask(signed_in("reception"), given_to, ceremony.client_id) == ()


async def test_a_minor_takes_nothing_along_before_their_guardian_has_signed(studio: House) -> None:
    child = minor()
    how: dict[str, Any] = {"place": "phone", "service_kind": PIERCING, "guardian": GUARDIAN}
    token, _ = perform(signed_in("artist"), open_ceremony, child.id, **how)
    guest = browser()
    answer = (await send(guest, token, given(token, (await guest.get(f"/c/{token}")).text))).json()
    assert list(answer) == ["next"]
    assert ask(signed_in("reception"), given_to, child.id) == ()
    theirs = answer["next"].rpartition("/")[2]
    page = told((await guest.get(answer["next"])).text)
    turn = ceremony_of_token(theirs)
    assert turn is not None
    filled = guardian_filled(ask(turn.actor(), sheet_for_guardian))
    body = {**filled, "payload_id": page["id"], "form_token": page["token"]}
    assert (await send(guest, theirs, body)).json()["aftercare"]["title"]
    assert len(ask(signed_in("reception"), given_to, child.id)) == 1
