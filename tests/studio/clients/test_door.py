"""The front door: a poster, forms on tablets and codes of one's own, a full inbox, and what is accepted by itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from studio.clients import refusals
from studio.clients.actions import (
    archive_client,
    decline_registrations,
    invite_registration,
    join_by_poster,
    leave_registration,
    renew_poster,
    reopen_registrations,
    send_registration,
    submit_registration,
    take_registration,
    withdraw_registration,
)
from studio.clients.models import Client
from studio.clients.queries import list_clients, list_registrations, registration_with_matches, waiting_count
from studio.clients.rules.health import unanswered
from studio.kernel.actor import Actor, guest
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry
from studio.kernel.refusal import Conflict, Denied, Missing
from studio.kernel.work import ask, perform
from studio.messages.models import Alert
from studio.staff.actions import open_guest_token
from studio.staff.queries import guest_of_token
from studio.upkeep.actions import change_setting
from tests.factories.clients import GAST, on_file, sent
from tests.factories.devices import paired
from tests.factories.people import signed_in

WHOLE: dict[str, Any] = {
    "name": "Ana Pereira",
    "phone": "+44 7700 900412",
    "birth_date": "1995-03-04",
    "consents": {"health_data": "on"},
}


def set_to(key: str, value: Any) -> None:
    perform(signed_in("owner"), change_setting, key, value)


def alerts(studio: House, kind: str) -> list[Alert]:
    with studio.db.writing() as session:
        return list(session.exec(select(Alert).where(Alert.kind == kind)))


def test_the_poster_hands_out_forms_only_while_it_hangs(studio: House) -> None:
    with pytest.raises(Missing):
        perform(guest(), join_by_poster, "")
    set_to("clients.poster.open", True)
    tokens = {perform(guest(), join_by_poster, "")[0] for _ in range(3)}
    assert len(tokens) == 3
    assert all(guest_of_token(token, "registration") for token in tokens)
    with pytest.raises(Missing):
        perform(guest(), join_by_poster, "guessed")


def test_a_renewed_poster_leaves_the_old_one_behind(studio: House) -> None:
    set_to("clients.poster.open", True)
    first = perform(signed_in("manager"), renew_poster)
    second = perform(signed_in("manager"), renew_poster)
    for old in ("", first, "\ud800"):
        with pytest.raises(Missing):
            perform(guest(), join_by_poster, old)
    assert perform(guest(), join_by_poster, second)[0]
    with pytest.raises(Denied):
        perform(signed_in("reception"), renew_poster)


def test_a_full_inbox_is_said_at_the_door_and_to_the_desk(studio: House) -> None:
    set_to("clients.poster.open", True)
    set_to("clients.inbox.limit", 2)
    forms = [sent({"name": name}) for name in ("Ana", "Bo")]
    with pytest.raises(refusals.InboxIsFull):
        perform(guest(), join_by_poster, "")
    with pytest.raises(refusals.InboxIsFull):
        sent({"name": "Caro"})
    [told] = alerts(studio, "clients.registration.full")
    assert (told.params["n"], told.settled_at) == (2, None)
    perform(signed_in("reception"), decline_registrations, [forms[0].id], "spam")
    assert alerts(studio, "clients.registration.full")[0].settled_at is not None
    sent({"name": "Caro"})


def test_many_forms_are_declined_as_one_and_taken_up_again_as_one(studio: House) -> None:
    desk = signed_in("reception")
    forms = [sent({"name": name}).id for name in ("Ana", "Bo", "Caro")]
    with pytest.raises(refusals.ReasonIsMissing):
        perform(desk, decline_registrations, forms, " ")
    done = perform(desk, decline_registrations, forms[:2], "spam")
    assert sorted(done) == sorted(forms[:2])
    assert perform(desk, decline_registrations, None, "spam") == [forms[2]]
    assert {row.reason for row in ask(desk, list_registrations, state="declined").items} == {"spam"}
    assert perform(desk, reopen_registrations, done) == 2
    assert ask(desk, waiting_count) == 2
    with pytest.raises(Denied):
        perform(signed_in("artist"), decline_registrations, None, "spam")


def bound(client: Client) -> tuple[Actor, UUID]:
    token, _ = perform(signed_in("reception"), invite_registration, client.id)
    view = guest_of_token(token, "registration")
    assert view is not None
    return view.actor(), view.id


def test_a_code_of_ones_own_comes_back_matched_and_changes_nothing_by_itself(studio: House) -> None:
    desk = signed_in("reception")
    ana = on_file(desk, "Ana Pereira", email="old@example.com")
    on_file(desk, "Another Name", email="new@example.com")
    who, token_id = bound(ana)
    form = perform(
        who, submit_registration, token_id, "", "en", {**GAST, "name": "A. P. Silva", "email": "new@example.com"}
    )
    view = ask(desk, registration_with_matches, form.id)
    assert (view.about, view.candidates[0].code) == (ana.code, ana.code)
    assert {entry.field for entry in view.candidates[0].plan if entry.differs} >= {"name", "email"}
    assert ask(desk, list_registrations).items[0].about_id == ana.id
    assert ask(desk, list_clients).total == 2


def test_no_code_is_made_for_an_archived_client(studio: House) -> None:
    desk = signed_in("reception")
    ana = on_file(desk)
    perform(desk, archive_client, ana.id)
    with pytest.raises(Conflict):
        bound(ana)


def test_a_form_goes_to_one_tablet_and_to_no_other(studio: House) -> None:
    desk, here, there = signed_in("reception"), paired("Front"), paired("Back")
    assert here.device_id is not None
    form = perform(desk, send_registration, here.device_id)
    with pytest.raises(Denied):
        perform(there, take_registration, form.id)
    first = perform(here, take_registration, form.id)
    second = perform(here, take_registration, form.id)
    spent, living = guest_of_token(first, "registration"), guest_of_token(second, "registration")
    assert spent is not None
    assert living is not None
    assert (spent.living, living.living) == (False, True)
    perform(living.actor(), open_guest_token, living.id)
    with pytest.raises(refusals.TabletIsTaken):
        perform(desk, send_registration, here.device_id)
    with pytest.raises(Missing):
        perform(guest(spent.id), leave_registration, living.id)
    perform(living.actor(), leave_registration, living.id)
    again = perform(desk, send_registration, here.device_id)
    perform(desk, withdraw_registration, again.id)
    with pytest.raises(Missing):
        perform(here, take_registration, again.id)


def test_what_is_plain_is_accepted_by_itself_only_where_the_owner_wants_it(studio: House) -> None:
    sent(whole("Ana Pereira"))
    assert ask(signed_in(), waiting_count) == 1
    set_to("clients.registration.by_itself", True)
    assert sent(whole("Bo Lind", phone="+44 7700 900777", birth_date="1980-01-01")).state == "waiting"
    rows = ask(signed_in(), list_registrations, state="accepted").items
    assert [(row.name, row.decided_by) for row in rows] == [("Bo Lind", "")]
    with studio.db.writing() as session:
        told = session.exec(select(JournalEntry).where(JournalEntry.actor_kind == "rule")).one()
    assert (told.action, told.subject.partition(":")[0]) == ("clients.registration.accept_by_itself", "client")


@pytest.mark.parametrize(
    "odd",
    [
        {"phone": "", "email": ""},
        {"phone": "12345"},
        {"birth_date": "2015-01-01", "guardian_name": "Ada Lind"},
        {"health": {"diabetes": "yes"}},
        {"health": {"pregnant": "yes"}},
        {"health": {}},
        {"name": "Known Person"},
    ],
)
def test_anything_worth_a_look_waits_for_somebody(studio: House, odd: dict[str, Any]) -> None:
    on_file(signed_in(), "Known Person", phone="+44 7700 900999")
    set_to("clients.registration.by_itself", True)
    sent({**whole("Bo Lind"), **odd})
    assert ask(signed_in(), waiting_count) == 1


def test_two_alike_wait_for_somebody(studio: House) -> None:
    sent(whole("Ana Pereira"))
    set_to("clients.registration.by_itself", True)
    sent(whole("Ana Pereira"))
    assert ask(signed_in(), waiting_count) == 2


def whole(name: str, **more: Any) -> dict[str, Any]:
    """A form with every question answered with no."""
    clear = {question.key: "no" for question in unanswered(())}
    return {**WHOLE, "name": name, "health": clear, **more}
