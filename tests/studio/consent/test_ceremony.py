"""A consent's way: opened at the desk, read and signed by the client, witnessed by the artist."""

import threading
from typing import Any

import pytest

from studio.clients.actions import view_health
from studio.clients.queries import consents_now
from studio.consent import facts, refusals
from studio.consent.actions import (
    cancel_ceremony,
    open_ceremony,
    sign_ceremony,
    take_ceremony,
    view_packet,
    view_signed,
    withdraw_packet,
    witness_ceremony,
)
from studio.consent.housekeeping import end_forgotten
from studio.consent.queries import (
    ceremony_for_guest,
    ceremony_of_device,
    ceremony_of_token,
    open_ceremonies,
    packet_by_code,
    packets_of_client,
)
from studio.kernel.actor import guest, timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Missing
from studio.kernel.work import ask, perform
from studio.staff.actions import revoke_device
from studio.staff.refusals import DeviceIsRevoked, TokenIsDead
from tests.factories.consents import adult, filled, opened, packet, signed, witnessing
from tests.factories.devices import id_of, paired
from tests.factories.people import signed_in


def test_a_whole_packet_from_desk_to_chair(studio: House) -> None:
    heard: list[Any] = []
    studio.bus.after(facts.ConsentFact, heard.append)
    client, artist = adult(), signed_in("artist", "Mara")
    who, ceremony = opened(client, place="phone", language="pt", about="Tide sleeve, session 3")
    sheet = ask(who, ceremony_for_guest)
    assert (sheet.language, sheet.client_name, sheet.about) == ("pt-BR", "Ana", "Tide sleeve, session 3")
    assert sheet.sheet["content"]["title"] == "Consentimento para tatuagem"
    health = {**filled(sheet)["health"], "allergies": {"answer": "yes", "choices": ["latex"], "detail": "luvas"}}
    perform(who, sign_ceremony, ceremony.id, filled(sheet, health=health))
    assert [row.stage for row in ask(signed_in("reception"), open_ceremonies)] == ["signed"]
    seen = perform(artist, view_signed, ceremony.id)
    assert (seen.light, seen.body["answers"]["allergies"]["detail"]) == ("amber", "luvas")
    kept = perform(artist, witness_ceremony, ceremony.id, witnessing(note="Latex-free gloves"))
    assert (kept.code, kept.language, kept.edition) == ("CS-0001", "pt-BR", 1)
    assert [type(fact).__name__ for fact in heard if not isinstance(fact, facts.PaperKept)] == [
        "CeremonyOpened", "CeremonySigned", "SignedPartViewed", "PacketKept"]  # fmt: skip
    view = perform(artist, view_packet, "cs-0001")
    assert view.signed is not None
    assert (view.signed["client"]["name"], view.signed["client"]["birth_date"]) == ("Ana Pereira", "1995-03-04")
    assert view.evidence["identity"] | {"checked_at": ""} == {
        "kind": "passport", "issuer": "Portugal", "last4": "12AB", "expiry": "2090-01-31", "seen_by": "Mara",
        "birth_date": "1995-03-04", "on_file": None, "checked_at": ""}  # fmt: skip
    assert view.entry is not None
    assert ask(signed_in("reception"), open_ceremonies) == []


def test_the_answers_and_consents_reach_the_file_with_the_packet_and_not_before(studio: House) -> None:
    client = adult()
    sheet_of = {"diabetes": "yes"}
    who, ceremony = opened(client)
    payload = filled(ask(who, ceremony_for_guest))
    payload["health"] |= sheet_of
    perform(who, sign_ceremony, ceremony.id, payload)
    assert perform(signed_in("artist"), view_health, client.id).answers == ()
    perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
    answers = {one.question: one for one in perform(signed_in("artist"), view_health, client.id).answers}
    assert (answers["diabetes"].answer, answers["diabetes"].source) == (True, "consent")
    assert {kind for kind, state in ask(signed_in(), consents_now, client.id).items() if state.given} == {"health_data"}


def test_a_consent_unticked_at_the_signing_is_withdrawn_on_file(studio: House) -> None:
    client = adult()
    every = {"health_data": True, "photo_record": True, "photo_publicity": True, "marketing": True}
    packet(client, consents=every)
    packet(client, consents=every | {"marketing": False})
    given = {kind: state.given for kind, state in ask(signed_in(), consents_now, client.id).items()}
    assert given == every | {"marketing": False}


def test_the_same_signing_sent_again_is_the_same_part(studio: House) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest))
    first = perform(who, sign_ceremony, ceremony.id, payload)
    assert perform(who, sign_ceremony, ceremony.id, payload).id == first.id
    kept = perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
    assert perform(who, sign_ceremony, ceremony.id, payload).id == first.id
    assert perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing()).id == kept.id
    with pytest.raises(refusals.CeremonyIsSigned):
        perform(who, sign_ceremony, ceremony.id, payload | {"payload_id": "another-one"})


def test_two_hundred_at_once_are_one(studio: House) -> None:
    who, ceremony = opened()
    payload, got = filled(ask(who, ceremony_for_guest)), []

    def send() -> None:
        got.append(perform(who, sign_ceremony, ceremony.id, payload).id)

    tablets = [threading.Thread(target=send) for _ in range(200)]
    for tablet in tablets:
        tablet.start()
    for tablet in tablets:
        tablet.join()
    assert len(got) == 200
    assert len(set(got)) == 1


def test_a_tablet_takes_up_what_was_sent_to_it_and_nothing_else(studio: House) -> None:
    tablet, other = paired("Front"), paired("Back")
    token, ceremony = perform(signed_in("artist"), open_ceremony, adult().id, place="tablet", device_id=tablet.id)
    waiting = ask(tablet, ceremony_of_device)
    assert waiting is not None
    assert (waiting.id, waiting.stage, waiting.device_name) == (ceremony.id, "waiting", "Front")
    assert ask(other, ceremony_of_device) is None
    with pytest.raises(Denied):
        perform(other, take_ceremony, ceremony.id)
    fresh = perform(tablet, take_ceremony, ceremony.id)
    assert ceremony_of_token(token) is None
    state = ceremony_of_token(fresh)
    assert state is not None
    assert state.living
    payload = filled(ask(tablet, ceremony_for_guest))
    with pytest.raises(Missing):
        perform(other, sign_ceremony, ceremony.id, payload)
    assert perform(tablet, sign_ceremony, ceremony.id, payload).body["place"]["device"] == "Front"  # type: ignore[index]
    assert ask(tablet, ceremony_of_device) is None
    with pytest.raises(refusals.CeremonyIsOver):
        ask(tablet, ceremony_for_guest)


def test_one_client_at_a_time_on_a_tablet(studio: House) -> None:
    tablet, artist = paired(), signed_in("artist")
    perform(artist, open_ceremony, adult("Ana").id, place="tablet", device_id=tablet.id)
    with pytest.raises(refusals.TabletIsBusy, match="Ana"):
        perform(artist, open_ceremony, adult("Gil").id, place="tablet", device_id=tablet.id)
    with pytest.raises(refusals.TabletIsMissing):
        perform(artist, open_ceremony, adult("Gil").id, place="tablet")
    perform(signed_in("owner"), revoke_device, id_of(tablet))
    with pytest.raises(DeviceIsRevoked):
        perform(artist, open_ceremony, adult("Gil").id, place="tablet", device_id=tablet.id)


def test_a_second_opening_for_a_client_replaces_the_unsigned_first(studio: House) -> None:
    client = adult()
    who, first = opened(client)
    payload = filled(ask(who, ceremony_for_guest))
    _, second = opened(client)
    with pytest.raises(refusals.CeremonyIsOver):
        perform(who, sign_ceremony, first.id, payload)
    assert [row.id for row in ask(signed_in(), open_ceremonies, client.id)] == [second.id]


def test_a_cancelled_signing_cannot_be_signed_and_a_kept_one_not_cancelled(studio: House) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest))
    perform(signed_in("reception"), cancel_ceremony, ceremony.id, "went home")
    perform(signed_in("reception"), cancel_ceremony, ceremony.id)
    with pytest.raises(refusals.CeremonyIsOver):
        perform(who, sign_ceremony, ceremony.id, payload)
    with pytest.raises(refusals.CeremonyIsOver):
        ask(who, ceremony_for_guest)
    with pytest.raises(refusals.CeremonyIsOver):
        perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
    with pytest.raises(refusals.CeremonyIsSigned):
        perform(signed_in("reception"), cancel_ceremony, packet().ceremony_id)


def test_a_stranger_with_another_token_finds_nothing(studio: House) -> None:
    _, ceremony = opened()
    stranger, _ = opened(adult("Gil"))
    payload = filled(ask(stranger, ceremony_for_guest))
    for somebody in (stranger, guest(), guest(ceremony.id)):
        with pytest.raises(Missing):
            perform(somebody, sign_ceremony, ceremony.id, payload)
    assert ceremony_of_token("x") is ceremony_of_token("") is ceremony_of_token("y" * 5000) is None


def test_a_token_that_is_too_old_signs_nothing_and_is_tidied_away(studio: House) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest))
    now, read = studio.clock.now(), studio.clock.read
    studio.clock.read = lambda: now.replace(year=now.year + 1)
    with pytest.raises(TokenIsDead):
        perform(who, sign_ceremony, ceremony.id, payload)
    assert perform(timer("x"), end_forgotten) == 1
    studio.clock.read = read
    assert ask(signed_in(), open_ceremonies) == []


def test_nothing_is_witnessed_that_was_not_signed(studio: House) -> None:
    _, ceremony = opened()
    with pytest.raises(refusals.NothingIsSigned):
        perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())


def test_changes_since_the_last_packet_are_shown_to_whoever_signs_next(studio: House) -> None:
    client = adult()
    packet(client)
    who, ceremony = opened(client)
    payload = filled(ask(who, ceremony_for_guest))
    payload["health"] |= {"heart": "yes"}
    perform(who, sign_ceremony, ceremony.id, payload)
    seen = perform(signed_in("artist"), view_signed, ceremony.id)
    assert [change.question for change in seen.changes] == ["heart"]
    assert seen.last_identity is not None
    assert seen.last_identity["last4"] == "12AB"


def test_a_withdrawn_packet_stays_on_record_as_withdrawn(studio: House) -> None:
    kept, artist = packet(), signed_in("artist", "Mara")
    with pytest.raises(refusals.ReasonIsMissing):
        perform(artist, withdraw_packet, kept.id, "  ")
    perform(artist, withdraw_packet, kept.id, "changed their mind")
    (row,) = ask(signed_in("reception"), packets_of_client, kept.client_id)
    assert (row.state, row.withdrawn_by, row.withdrawn_reason) == ("withdrawn", "Mara", "changed their mind")
    with pytest.raises(refusals.PacketIsWithdrawn):
        perform(artist, withdraw_packet, kept.id, "again")


def test_the_desk_sees_that_it_is_signed_and_no_answer(studio: House) -> None:
    kept = packet()
    view = ask(signed_in("reception"), packet_by_code, kept.code)
    assert view.signed is None
    assert view.evidence["witness"]["signature"] is None
    for reader in ("reception", "inspector", "viewer"):
        with pytest.raises(Denied):
            perform(signed_in(reader), view_packet, kept.code)
    with pytest.raises(refusals.PacketIsUnknown):
        ask(signed_in("reception"), packet_by_code, "CS-9999")


def test_numbers_have_no_gap(studio: House) -> None:
    codes = [packet(adult(f"Client {number}")).code for number in range(3)]
    ceremony, _ = signed(adult("Cancelled"))
    perform(signed_in("reception"), cancel_ceremony, ceremony.id)
    assert [*codes, packet(adult("Last")).code] == ["CS-0001", "CS-0002", "CS-0003", "CS-0004"]
