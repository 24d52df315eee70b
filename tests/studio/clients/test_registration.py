"""A form's way from a phone to the file: it touches no client before staff decide."""

import threading
from typing import Any

import pytest

from studio.clients import refusals
from studio.clients.actions import (
    accept_registration,
    archive_client,
    decline_registration,
    edit_client,
    merge_registration,
    reopen_registration,
    submit_registration,
    view_health,
)
from studio.clients.facts import RegistrationArrived
from studio.clients.queries import (
    client_card,
    find_clients,
    list_clients,
    list_registrations,
    registration_with_matches,
    waiting_count,
)
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Invalid, Missing, Refusal, Stale
from studio.kernel.settings import SettingRow
from studio.kernel.work import ask, perform
from studio.staff.refusals import TokenIsDead
from tests.factories.clients import invited, on_file, sent
from tests.factories.people import signed_in

FORM: dict[str, Any] = {
    "name": "Ana Pereira",
    "phone": "+44 7700 900412",
    "email": "ana@example.com",
    "birth_date": "1995-03-04",
    "health": {
        "diabetes": "yes",
        "allergies": {"answer": "yes", "choices": ["latex"], "detail": "gloves"},
        "heart": "no",
    },
    "consents": {"health_data": "on", "marketing": "on"},
}


def test_a_form_waits_in_the_inbox_and_touches_no_client(studio: House) -> None:
    heard: list[RegistrationArrived] = []
    studio.bus.after(RegistrationArrived, heard.append)
    registration = sent(FORM, language="pt-PT")
    desk = signed_in("reception")
    assert [fact.registration_id for fact in heard] == [registration.id]
    assert ask(desk, waiting_count) == 1
    row = ask(desk, list_registrations).items[0]
    assert (row.name, row.health_light, row.language, row.minor) == ("Ana Pereira", "amber", "pt-BR", False)
    assert ask(desk, list_clients).total == 0
    assert not ask(desk, find_clients, "ana")


def test_the_same_form_sent_twice_is_one(studio: House) -> None:
    guest, token_id = invited()
    first = perform(guest, submit_registration, token_id, "form-1", "en", FORM)
    again = perform(guest, submit_registration, token_id, "form-1", "en", FORM)
    assert first.id == again.id
    assert ask(signed_in(), waiting_count) == 1


def test_two_hundred_at_once_are_one(studio: House) -> None:
    guest, token_id = invited()
    got: list[Any] = []

    def send() -> None:
        got.append(perform(guest, submit_registration, token_id, "form-1", "en", FORM).id)

    phones = [threading.Thread(target=send) for _ in range(200)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert len(got) == 200
    assert len(set(got)) == 1
    assert ask(signed_in(), waiting_count) == 1


def test_a_token_is_good_for_one_form_and_its_own_guest(studio: House) -> None:
    guest, token_id = invited()
    other, _ = invited()
    with pytest.raises(Denied):
        perform(other, submit_registration, token_id, "form-1", "en", FORM)
    perform(guest, submit_registration, token_id, "form-1", "en", FORM)
    with pytest.raises(TokenIsDead):
        perform(guest, submit_registration, token_id, "form-2", "en", FORM)
    stranger, stranger_token = invited()
    with pytest.raises(Missing):
        perform(stranger, submit_registration, stranger_token, "form-1", "en", FORM)


def test_every_problem_is_named_and_the_token_stays_good(studio: House) -> None:
    guest, token_id = invited()
    wrong = {
        "name": "\u200b", "phone": "12", "email": "a\nBcc: b@example.com", "birth_date": "2023-02-29", "notes": "mine",
        "health": {"heart": "maybe"}, "consents": {},
    }  # fmt: skip
    with pytest.raises(Invalid) as refused:
        perform(guest, submit_registration, token_id, "form-1", "en", wrong)
    assert set(refused.value.fields) == {"name", "phone", "email", "birth_date", "notes", "health.heart"}
    assert perform(guest, submit_registration, token_id, "form-1", "en", FORM).state == "waiting"


@pytest.mark.parametrize(
    "payload", [None, [], "x", {"health": 7}, {"consents": ["a"]}, {"name": {"a": 1}}, {str(n): "" for n in range(200)}]
)
def test_nonsense_is_refused_and_never_an_incident(studio: House, payload: Any) -> None:
    guest, token_id = invited()
    with pytest.raises(Refusal):
        perform(guest, submit_registration, token_id, "f", "en", payload)


def test_health_answers_need_the_guests_consent(studio: House) -> None:
    guest, token_id = invited()
    with pytest.raises(Invalid) as refused:
        perform(guest, submit_registration, token_id, "f", "en", {**FORM, "consents": {"marketing": "on"}})
    assert set(refused.value.fields) == {"consents.health_data"}
    without = {key: value for key, value in FORM.items() if key not in ("health", "consents")}
    assert perform(guest, submit_registration, token_id, "f", "en", without).health_light == "unknown"


def test_the_inbox_has_an_end(studio: House) -> None:
    with studio.db.writing() as session:
        session.add(SettingRow(key="clients.inbox.limit", value=2))
    studio.settings.forget()
    sent(), sent()
    with pytest.raises(refusals.InboxIsFull) as refused:
        sent()
    assert (refused.value.status, refused.value.retry_after) == (429, 60)


def test_accepting_puts_the_guest_on_file_with_answers_and_consents(studio: House) -> None:
    desk, registration = signed_in("reception"), sent(FORM, language="pt-BR")
    client = perform(desk, accept_registration, registration.id)
    assert (client.code, client.language, client.health_light) == ("CL-0001", "pt-BR", "amber")
    assert ask(desk, find_clients, "0041")[0].id == client.id
    sheet = perform(signed_in("artist"), view_health, client.id)
    assert {answer.question: answer.detail for answer in sheet.answers} == {
        "allergies": "gloves",
        "diabetes": "",
        "heart": "",
    }
    assert {kind for kind, state in sheet.consents.items() if state.given} == {"health_data", "marketing"}
    assert ask(desk, registration_with_matches, registration.id).row.client_id == client.id
    with pytest.raises(refusals.RegistrationIsDecided):
        perform(desk, accept_registration, registration.id)
    assert ask(desk, list_clients).total == 1


def test_a_probable_duplicate_is_shown_and_merged_field_by_field(studio: House) -> None:
    desk = signed_in("reception")
    client = on_file(desk, "Ana Pereira", phone="+447700900412", address="Old Road 1", notes="likes tea")
    on_file(desk, "Bjørn Dahl")
    registration = sent({**FORM, "name": "Ana Pereyra", "address": "Quay Lane 2"})
    view = ask(desk, registration_with_matches, registration.id)
    assert [(found.code, found.score >= 60) for found in view.candidates] == [("CL-0001", True)]
    differing = {entry.field: entry.suggested for entry in view.candidates[0].plan if entry.differs}
    assert differing == {
        "name": "ours", "email": "theirs", "address": "theirs", "birth_date": "theirs", "language": "theirs",
    }  # fmt: skip
    merged = perform(desk, merge_registration, registration.id, client.id, {"address": "ours"}, client.version)
    card = ask(desk, client_card, merged.code)
    assert (card.name, card.address, card.email, card.notes) == (
        "Ana Pereira",
        "Old Road 1",
        "ana@example.com",
        "likes tea",
    )
    assert card.health_light == "amber"
    assert ask(desk, list_clients).total == 2


def test_merging_into_what_a_colleague_just_changed_is_refused(studio: House) -> None:
    desk = signed_in("reception")
    client, registration = on_file(desk), sent(FORM)
    perform(desk, edit_client, client.id, {"notes": "new"}, 1)
    with pytest.raises(Stale):
        perform(desk, merge_registration, registration.id, client.id, {}, 1)
    perform(desk, archive_client, client.id)
    with pytest.raises(refusals.ClientIsArchived):
        perform(desk, merge_registration, registration.id, client.id, {}, 3)
    assert ask(desk, waiting_count) == 1


def test_declining_needs_a_reason_and_can_be_undone(studio: House) -> None:
    desk, registration = signed_in("reception"), sent(FORM)
    with pytest.raises(refusals.ReasonIsMissing):
        perform(desk, decline_registration, registration.id, " ")
    perform(desk, decline_registration, registration.id, "a joke")
    row = ask(desk, list_registrations, state="declined").items[0]
    assert (row.reason, row.decided_by) == ("a joke", desk.name)
    perform(desk, reopen_registration, registration.id)
    assert ask(desk, waiting_count) == 1
    perform(desk, accept_registration, registration.id)
    with pytest.raises(refusals.RegistrationStands):
        perform(desk, reopen_registration, registration.id)


def test_the_desk_sees_the_light_and_not_the_answers(studio: House) -> None:
    registration = sent(FORM)
    assert ask(signed_in("reception"), registration_with_matches, registration.id).answers is None
    answers = ask(signed_in("artist"), registration_with_matches, registration.id).answers
    assert answers is not None
    assert len(answers) == 3
