"""What the rules in force want on every consent is there before anybody reads, and when they sign."""

from typing import Any

import pytest

from studio.clients.filing import change
from studio.clients.models import Client
from studio.consent import refusals
from studio.consent.actions import open_ceremony, publish_template, sign_ceremony
from studio.consent.queries import ceremony_for_guest, judgement
from studio.consent.rules.wanting import not_asked
from studio.consent.templates import TATTOO_ADULT, shipped
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.refusal import Invalid
from studio.kernel.work import Work, action, ask, perform
from tests.factories.consents import adult, filled, opened
from tests.factories.guardians import ours
from tests.factories.people import signed_in

WANTED = ["name", "birth_date", "address", "place", "signature"]


@action("test.consent.forget", needs="consent.demo.fill")
def forget_address(work: Work, client: Client) -> None:
    change(work, work.get(Client, client.id), {"address": ""})


def without_place(text: dict[str, Any]) -> dict[str, Any]:
    return {**text, "blocks": [block for block in text["blocks"] if block["kind"] != "body_map"]}


def test_what_the_file_lacks_is_named_before_anybody_reads(studio: House) -> None:
    ours(consent={"fields": WANTED})
    bare, artist = adult(address=""), signed_in("artist")
    assert ask(artist, judgement, bare.id, "tattoo", None, None).missing == ("address",)
    with pytest.raises(Invalid) as refused:
        perform(artist, open_ceremony, bare.id)
    assert set(refused.value.fields) == {"address"}
    assert "Address" in refused.value.fields["address"][0]
    whole = adult("Two", address="12 Tide Lane")
    guest, ceremony = opened(whole)
    payload = filled(ask(guest, ceremony_for_guest))
    perform(CONSOLE, forget_address, whole)
    with pytest.raises(Invalid) as refused:
        perform(guest, sign_ceremony, ceremony.id, payload)
    assert set(refused.value.fields) == {"address"}


def test_a_text_that_does_not_ask_for_the_place_wants_it_written(studio: House) -> None:
    text = without_place(shipped()[TATTOO_ADULT]["en"])
    perform(signed_in("owner"), publish_template, TATTOO_ADULT, {"en": text})
    with pytest.raises(Invalid) as refused:
        perform(signed_in("artist"), open_ceremony, adult().id)
    assert isinstance(refused.value.problems["about"], refusals.PlaceIsUnasked)
    assert opened(adult("Three"), service_kind="consultation", template=TATTOO_ADULT), "it leaves nothing on a body"
    guest, ceremony = opened(adult("Two"), about="Left forearm, a swallow")
    assert perform(guest, sign_ceremony, ceremony.id, filled(ask(guest, ceremony_for_guest)))


def test_a_place_the_text_lets_out_is_still_wanted_of_who_signs(studio: House) -> None:
    text = shipped()[TATTOO_ADULT]["en"]
    loose = [{**block, "needed": False} if block["kind"] == "body_map" else block for block in text["blocks"]]
    perform(signed_in("owner"), publish_template, TATTOO_ADULT, {"en": {**text, "blocks": loose}})
    guest, ceremony = opened()
    payload = filled(ask(guest, ceremony_for_guest))
    with pytest.raises(Invalid) as refused:
        perform(guest, sign_ceremony, ceremony.id, {**payload, "places": {}})
    assert set(refused.value.fields) == {"places.place"}
    ours(consent={"fields": ["name", "birth_date"]})
    assert perform(guest, sign_ceremony, ceremony.id, {**payload, "places": {}})


def test_each_text_that_comes_along_asks_what_the_rules_want(studio: House) -> None:
    for key, languages in shipped().items():
        for language, content in languages.items():
            if content["service_kinds"]:
                assert not_asked(["place"], content) == (), (key, language)
