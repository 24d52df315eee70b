"""A person with two files took one text back: what the other text says still stands."""

from studio.clients.actions import merge_clients
from studio.clients.models import Client
from studio.clients.queries import consents_now
from studio.consent.actions import withdraw_packet
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in

EVERY = {"health_data": True, "photo_record": True, "photo_publicity": True, "marketing": True}


def test_of_two_files_of_one_person_the_other_text_still_grants_it(studio: House) -> None:
    owner, stays, other = signed_in("owner"), adult(), adult("Ana P.")
    first = packet(other, consents=EVERY)
    second = packet(stays, consents=EVERY)
    with studio.db.writing() as session:
        seen = [session.get_one(Client, one.id).version for one in (stays, other)]
    perform(owner, merge_clients, stays.id, other.id, {}, *seen)
    for taken, left in ((first, {*EVERY}), (second, {"health_data"})):
        perform(owner, withdraw_packet, taken.id, "moved away")
        assert {kind for kind, state in ask(owner, consents_now, stays.id).items() if state.given} == left
