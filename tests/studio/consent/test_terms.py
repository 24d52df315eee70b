"""The rules for moving and cancelling are initialled with a consent, and the number of their edition is sealed."""

from __future__ import annotations

import pytest

from studio.consent.actions import sign_ceremony, withdraw_packet
from studio.consent.paper import document_of
from studio.consent.queries import ceremony_for_guest
from studio.consent.queries.packets import packet_view
from studio.consent.refusals import TextHasChanged
from studio.documents.drawing.document import Clause
from studio.kernel.house import House
from studio.kernel.text import speaking
from studio.kernel.work import Read, ask, perform
from studio.schedule.actions import set_policy
from studio.schedule.queries.history import policy_signed
from tests.factories.consents import adult, filled, opened, packet
from tests.factories.people import signed_in


def test_a_client_signs_the_edition_in_force_and_it_stands_in_the_paper(studio: House) -> None:
    owner, client = signed_in("owner"), adult()
    packet(client)
    assert ask(owner, policy_signed, client.id) is None, "the studio has said nothing yet"
    perform(owner, set_policy, 72, 2, 15)
    kept = packet(client)
    told = ask(owner, policy_signed, client.id)
    assert told is not None
    assert (told.number, told.at) == (1, kept.signed_at)
    perform(owner, set_policy, 24, 0, 15)
    assert ask(owner, policy_signed, client.id) == told, "they signed no other yet"
    with studio.db.reading() as connection:
        view = packet_view(Read(connection, owner, studio, "all"), kept.code, whole=True)
    clause = [block for block in document_of(studio, view).blocks if isinstance(block, Clause)][-1]
    assert clause.title == "Moving and cancelling, rules no 1"
    assert "until 72 hours" in clause.text
    assert clause.initials is not None
    perform(owner, withdraw_packet, kept.id, "Changed their mind")
    assert ask(owner, policy_signed, client.id) is None


def test_rules_that_change_while_somebody_reads_are_shown_anew(studio: House) -> None:
    owner = signed_in("owner")
    perform(owner, set_policy, 72, 2, 15)
    guest, ceremony = opened(adult())
    read = filled(ask(guest, ceremony_for_guest))
    perform(owner, set_policy, 24, 1, 15)
    with pytest.raises(TextHasChanged):
        perform(guest, sign_ceremony, ceremony.id, read)
    fresh = ask(guest, ceremony_for_guest, language="pt-BR")
    assert fresh.clauses[-1] == "terms_policy"
    with speaking("pt-BR"):
        perform(guest, sign_ceremony, ceremony.id, filled(fresh))
