"""What a booking shows of consent and health: in two words, for many at once, and only to who may know."""

from __future__ import annotations

from typing import Any

import pytest

from studio.clients.actions import record_health
from studio.clients.actions.merge import merge_clients
from studio.clients.queries import client_card
from studio.clients.questions import QUESTIONS
from studio.consent.actions import open_ceremony, withdraw_packet, witness_ceremony
from studio.consent.drawer import drawer
from studio.extension.lights import Light
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.queries import lights_of
from studio.staff.actions.roles import change_rights
from tests.factories.clients import counted_statements
from tests.factories.clock import later
from tests.factories.consents import adult, opened, packet, signed, witnessing
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle, soon


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def visit(owner: Actor, client: Any, kind: str = "session", hours: int = 1, **details: Any) -> Any:
    told = {"kind": kind, "starts_local": None, "starts_at": soon(60 * hours), **details}
    artist = told.pop("artist", None) or needle(owner, f"Artist {hours}").id
    return booked(owner, artist, client=client.id, **told)


def shown(actor: Actor, made: Any) -> Light:
    return ask(actor, lights_of, [made.id])[made.id]


def answering(**told: str) -> dict[str, str]:
    return {**{question.key: "no" for question in QUESTIONS}, **told}


def test_the_way_of_a_consent_in_two_words(owner: Actor) -> None:
    client = adult()
    made, talk = visit(owner, client), visit(owner, client, "consult", 3)
    assert (shown(owner, talk).key, shown(owner, talk).words) == ("none_needed", "No form needed")
    assert (shown(owner, made).key, shown(owner, made).words) == ("not_sent", "Not sent")
    perform(owner, open_ceremony, client.id)
    assert (shown(owner, made).key, shown(owner, made).words) == ("sent", "Sent, not opened")
    ceremony, _ = signed(client)
    assert (shown(owner, made).key, shown(owner, made).words) == ("signing", "To be witnessed")
    kept = perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
    assert (shown(owner, made).key, shown(owner, made).words) == ("signed", "Signed")
    perform(owner, withdraw_packet, kept.id, "Changed their mind")
    assert (shown(owner, made).key, shown(owner, made).words) == ("missing", "Taken back")


def test_what_was_signed_for_other_work_or_long_ago_does_not_count(studio: House, owner: Actor) -> None:
    client = adult()
    packet(client)
    assert shown(owner, visit(owner, client, "piercing")).words == "Signed for other work"
    assert shown(owner, visit(owner, client, hours=31 * 24)).words == "Signed too long ago"
    near = visit(owner, client, hours=5)
    assert shown(owner, near).key == "signed"
    later(studio).wait(days=40)
    assert shown(signed_in("owner"), near).key == "signed", "the day it was, it was"


def test_health_says_whom_to_ask_and_that_a_witness_looked(owner: Actor) -> None:
    client = adult()
    made = visit(owner, client, artist=needle(owner, "Teo Varga").id)
    assert shown(owner, made).health == ""
    perform(owner, record_health, client.id, {"diabetes": {"answer": True}})
    assert (shown(owner, made).health, shown(owner, made).health_words) == ("to_review", "Artist to review")
    packet(client, health=answering(diabetes="yes"))
    assert (shown(owner, made).health, shown(owner, made).health_words) == ("reviewed", "Reviewed")
    perform(owner, record_health, client.id, {"pregnant": {"answer": True}})
    assert (shown(owner, made).health, shown(owner, made).health_words) == ("stop", "Stop: speak to Teo")


def test_a_file_that_was_merged_brings_what_was_signed_in_it(owner: Actor) -> None:
    kept, other = adult("Ana Pereira"), adult("Ana Perreira")
    packet(other)
    mine, theirs = visit(owner, kept), visit(owner, other, hours=4)
    assert shown(owner, mine).key == "not_sent"
    perform(owner, merge_clients, kept.id, other.id, {}, kept.version, ask(owner, client_card, other.code).version)
    assert [shown(owner, one).key for one in (mine, theirs)] == ["signed", "signed"]


def test_many_cost_as_many_statements_as_one(owner: Actor) -> None:
    artist, clients = needle(owner), [adult(f"Client {n}") for n in range(3)]
    packet(clients[0])
    opened(clients[1])
    ids = [visit(owner, clients[n % 3], hours=2 * n + 1, artist=artist.id).id for n in range(30)]
    counts = []
    drawer.settle()  # what it writes meanwhile would be counted too
    ask(owner, lights_of, ids)
    for wanted in (ids[:1], ids):
        with counted_statements() as asked:
            ask(owner, lights_of, wanted)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8


def test_whoever_may_not_know_sees_nothing(owner: Actor) -> None:
    client = adult()
    perform(owner, record_health, client.id, {"pregnant": {"answer": True}})
    made = visit(owner, client, artist=needle(owner).id)
    assert shown(signed_in("reception"), made) == Light("not_sent", "Not sent", "stop", "Stop: speak to Ines")
    assert ask(signed_in("guest_artist"), lights_of, [made.id]) == {}, "somebody else's booking"
    perform(owner, change_rights, "reception", {"clients.client.see": None})
    assert shown(signed_in("reception"), made) == Light("not_sent", "Not sent")
    perform(owner, change_rights, "viewer", {"consent.packet.list": None})
    assert shown(signed_in("viewer"), made) == Light("", "", "stop", "Stop: speak to Ines")
