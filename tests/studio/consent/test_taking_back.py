"""A signed text that is taken back takes along what was ticked in it; photos leave the public in the same act."""

from studio.clients.actions import merge_clients, record_consent, record_health
from studio.clients.queries import client_card, consents_now, health_sheet
from studio.clients.questions import BY_KEY
from studio.consent.actions import withdraw_packet, witness_ceremony
from studio.consent.drawer import drawer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.photos.actions import show_photos
from studio.photos.queries import gallery, portfolio
from tests.factories import clock
from tests.factories.clients import newest
from tests.factories.consents import adult, packet, signed, witnessing
from tests.factories.people import signed_in
from tests.factories.pictures import kept

EVERY = {"health_data": True, "photo_record": True, "photo_publicity": True, "marketing": True}


def test_what_only_this_text_granted_ends_with_it(studio: House) -> None:
    owner, client = signed_in("owner"), adult()
    first = packet(client, consents=EVERY)
    second = packet(client, consents=EVERY)
    photo = kept(owner, client)
    perform(owner, show_photos, [photo.id])
    perform(owner, withdraw_packet, first.id, "moved away")
    assert ask(owner, portfolio).total == 1, "the other text says the same"
    drawer.settle()  # what it draws beside us is an entry of its own
    before = newest(studio)
    perform(owner, withdraw_packet, second.id, "changed their mind")
    assert newest(studio) == before + 1
    given = {kind for kind, state in ask(owner, consents_now, client.id).items() if state.given}
    assert given == {"health_data"}
    assert (ask(owner, portfolio).total, ask(owner, gallery, client.id).hidden) == (0, 1)


def test_what_is_said_between_the_clients_hand_and_the_artists_stands(studio: House) -> None:
    desk, client = signed_in("owner"), adult()
    ceremony, _ = signed(client, consents=EVERY)
    clock.later(studio).wait(minutes=2)
    perform(desk, record_consent, client.id, "photo_publicity", True)
    perform(desk, record_consent, client.id, "photo_publicity", False)
    perform(desk, record_health, client.id, {"medicine": {"answer": True, "detail": "warfarin"}})
    perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
    given = {kind for kind, state in ask(desk, consents_now, client.id).items() if state.given}
    assert given == {"health_data", "photo_record", "marketing"}
    told = {one.question: one.answer for one in ask(desk, health_sheet, client.id).answers}
    assert (told["medicine"], told["diabetes"]) == (True, False)


def test_whoever_was_merged_between_the_two_signatures_is_warned_of_on_the_file_that_stays(studio: House) -> None:
    owner, client, other = signed_in("owner"), adult(), adult("Ana Lima")
    ceremony, _ = signed(client, health={**dict.fromkeys(BY_KEY, "no"), "diabetes": "yes"})
    versions = [ask(owner, client_card, one.code).version for one in (other, client)]
    perform(owner, merge_clients, other.id, client.id, {}, *versions)
    perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
    assert ask(owner, client_card, other.code).health_light == "amber"
