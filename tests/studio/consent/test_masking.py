"""Signed consents hold contact too: it is left out for those it is hidden from, and the evidence stays as it is."""

import pytest

from studio.clients.actions import set_artist
from studio.clients.refusals import ContactIsHidden
from studio.consent.actions import open_paper, view_packet, view_signed
from studio.consent.drawer import drawer
from studio.consent.queries import packet_by_code, verify_packet
from studio.documents.actions import open_document
from studio.documents.queries import documents_of
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from studio.staff.actions import change_rights
from tests.factories.consents import adult, packet, signed
from tests.factories.guardians import GUARDIAN, packet_of_minor
from tests.factories.people import id_of, signed_in

CONTACT = {"phone": "+44 20 7946 0958", "email": "ana@secret.example", "address": "7 Hidden Lane"}


@pytest.fixture
def stranger(studio: House) -> Actor:
    perform(signed_in("owner"), change_rights, "artist", {"clients.contact.see": "own"})
    return signed_in("artist")


def test_a_packet_is_read_without_the_contact_and_its_paper_stays_in_the_drawer(studio: House, stranger: Actor) -> None:
    client = adult(**CONTACT)
    kept = packet(client)
    drawer.settle()
    told = perform(stranger, view_packet, kept.code)
    assert told.signed
    assert told.signed["client"]["name"] == "Ana Pereira"
    assert not [value for value in CONTACT.values() if value in repr(told)]
    (paper,) = ask(stranger, documents_of, Subject("client", client.id))
    assert not paper.readable
    with pytest.raises(ContactIsHidden):
        perform(stranger, open_paper, kept.code)
    with pytest.raises(ContactIsHidden):
        perform(stranger, open_document, paper.id)
    assert ask(stranger, verify_packet, kept.id).holds
    perform(signed_in("reception"), set_artist, client.id, id_of(stranger))
    assert CONTACT["email"] in repr(perform(stranger, view_packet, kept.code))
    assert perform(stranger, open_paper, kept.code)[1].startswith(b"%PDF")
    assert perform(stranger, open_document, paper.id)[1].startswith(b"%PDF")


def test_what_was_just_signed_is_read_without_the_contact(studio: House, stranger: Actor) -> None:
    ceremony, _ = signed(adult(**CONTACT))
    assert not [value for value in CONTACT.values() if value in repr(perform(stranger, view_signed, ceremony.id))]


def test_how_a_guardian_is_reached_is_contact_too(studio: House, stranger: Actor) -> None:
    kept = packet_of_minor()
    assert GUARDIAN["phone"] not in repr(perform(stranger, view_packet, kept.code))
    for lists in ("viewer", "inspector"):
        told = ask(signed_in(lists), packet_by_code, kept.code)
        assert told.evidence["guardian"]["name"] == GUARDIAN["name"]
        assert GUARDIAN["phone"] not in repr(told)
