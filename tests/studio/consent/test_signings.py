"""Signings as the desk sees them: how many, each one also when it is over, and what counts as news of one."""

from __future__ import annotations

import pytest

from studio.consent import refusals
from studio.consent.actions import cancel_ceremony, view_packet
from studio.consent.facts import CeremonyFact, PacketFact
from studio.consent.queries import ceremony, count_open_ceremonies, open_ceremonies
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, opened, packet
from tests.factories.people import signed_in


def test_of_very_many_open_signings_the_newest_are_listed_and_all_are_counted(studio: House) -> None:
    reception = signed_in("reception")
    for number in range(4):
        opened(adult(f"Client {number}"))
    rows = ask(reception, open_ceremonies, most=3)
    assert [row.client_name for row in rows] == ["Client 1", "Client 2", "Client 3"]
    assert ask(reception, count_open_ceremonies) == 4


def test_one_signing_is_told_of_also_when_it_is_over(studio: House) -> None:
    reception, client = signed_in("reception"), adult()
    _, left = opened(client)
    perform(reception, cancel_ceremony, left.id)
    kept = packet(client)
    assert ask(reception, ceremony, left.id).stage == "ended"
    over = ask(reception, ceremony, kept.ceremony_id)
    assert (over.stage, over.kept_as) == ("kept", kept.code)
    with pytest.raises(refusals.CeremonyIsUnknown):
        ask(reception, ceremony, client.id)


def test_looking_is_no_change(studio: House) -> None:
    changes: list[object] = []
    studio.bus.after(PacketFact, changes.append)
    studio.bus.after(CeremonyFact, changes.append)
    kept = packet()
    changed = len(changes)
    perform(signed_in("artist"), view_packet, kept.code)
    assert len(changes) == changed
