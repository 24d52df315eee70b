"""Every look at what not everybody may read is written down, and those who answer for it see by whom."""

import pytest

from studio.clients.actions import record_health, view_health
from studio.clients.queries import client_history, who_viewed
from studio.consent.actions import open_paper, view_packet
from studio.consent.drawer import drawer
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in


def test_who_when_and_what_of_every_look(studio: House) -> None:
    client, artist, owner = adult(), signed_in("artist", "Ines Duarte"), signed_in("owner")
    perform(artist, record_health, client.id, {"diabetes": True})
    kept = packet(client)
    drawer.settle()
    perform(artist, view_health, client.id)
    perform(artist, view_packet, kept.code)
    perform(artist, open_paper, kept.code)
    found, total = ask(owner, who_viewed, client.id)
    assert [(event.who, event.action) for event in found] == [
        ("Ines Duarte", "consent.paper.open"),
        ("Ines Duarte", "consent.packet.view"),
        ("Ines Duarte", "clients.health.view"),
    ]
    assert total == 3
    assert ask(owner, who_viewed, adult("Nobody Looked").id) == ([], 0)


@pytest.mark.parametrize("role", ["artist", "reception", "viewer", "inspector", "guest_artist"])
def test_only_those_who_answer_for_it_see_who_looked(studio: House, role: str) -> None:
    with pytest.raises(Denied):
        ask(signed_in(role), who_viewed, adult().id)


def test_reception_reads_no_answer_in_the_history_either(studio: House) -> None:
    client = adult()
    told = {"medicine": {"answer": "yes", "detail": "Planted-word"}, "diabetes": True}
    perform(signed_in("artist"), record_health, client.id, told)
    packet(client, health=_no(told))
    for role, reads in (("reception", False), ("artist", True)):
        events, _ = ask(signed_in(role), client_history, client.id, size=100)
        assert any(change["table"] == "health_answer" for event in events for change in event.changes) is reads
        assert "Planted-word" not in repr(events), "what was told besides is kept out of the journal"


def _no(told: dict[str, object]) -> dict[str, object]:
    from studio.clients.questions import QUESTIONS

    return {question.key: "no" for question in QUESTIONS if question.key not in told} | told
