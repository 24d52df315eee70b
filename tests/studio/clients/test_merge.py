"""Two files of one person: found, merged, read as one, and taken apart again exactly."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.table import columns_of
from studio.clients import refusals
from studio.clients.actions import (
    doubt_apart,
    edit_client,
    keep_apart,
    merge_clients,
    record_consent,
    record_health,
    restore_client,
    unmerge_clients,
)
from studio.clients.models import Client, ClientMerge
from studio.clients.queries import (
    card_by_id,
    client_card,
    client_history,
    consents_now,
    find_clients,
    health_sheet,
    joining_of,
    kept_code,
    likely_pairs,
    list_clients,
    merged_into,
)
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Stale
from studio.kernel.work import ask, perform
from studio.upkeep.undoing import undo_act
from tests.factories.clients import counted_statements, newest, on_file
from tests.factories.people import signed_in

BORN = date(1990, 3, 14)
CHANGING = {"version", "updated_at"}


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in()


def twice(owner: Actor) -> tuple[Client, Client]:
    """One person, on file twice."""
    ana = on_file(owner, "Ana Pereira", phone="+447700900412", birth_date=BORN, tags=["vip"], notes="Mornings.")
    again = on_file(owner, "Ana Perreira", email="ana@example.com", birth_date=BORN, tags=["flash"], notes="By bike.")
    return ana, again


def merged(owner: Actor, kept: Client, other: Client, **choices: str) -> ClientMerge:
    now = [ask(owner, card_by_id, one.id).version for one in (kept, other)]
    return perform(owner, merge_clients, kept.id, other.id, choices, *now)


def stored(studio: House, *clients: Client) -> list[dict[str, object]]:
    """The rows as they are, but for what every change counts on."""
    table = columns_of(Client)
    with studio.db.reading() as connection:
        rows = [connection.execute(select(table).where(table.c.id == one.id)).mappings().one() for one in clients]
    return [{name: value for name, value in row.items() if name not in CHANGING} for row in rows]


def test_a_pair_is_found_by_birth_date_and_a_name_spelled_otherwise(owner: Actor) -> None:
    twice(owner)
    on_file(owner, "Ana Pereira", birth_date=date(1970, 1, 1))
    on_file(owner, "Jorge Wolff", phone="+447700900412")
    pairs = ask(owner, likely_pairs)
    assert [(pair.one.code, pair.other.code, pair.traits) for pair in pairs.items] == [
        ("CL-0001", "CL-0002", ("birth",))
    ]


def test_two_people_who_look_alike_are_suggested_no_more_until_doubted(owner: Actor) -> None:
    ana, again = twice(owner)
    perform(owner, keep_apart, again.id, ana.id)
    assert ask(owner, likely_pairs).total == 0
    perform(owner, doubt_apart, ana.id, again.id)
    assert ask(owner, likely_pairs).total == 1


def test_looking_for_pairs_costs_the_same_for_few_and_for_many(owner: Actor, studio: House) -> None:
    costs = []
    for names in (range(2), range(2, 30)):
        for n in names:
            on_file(owner, f"Person {n // 2:03d}", email=f"p{n // 2}@example.com", birth_date=date(1990, 1, 1 + n // 2))
        with counted_statements(studio) as seen:
            assert ask(owner, likely_pairs, size=50).total == (names.stop + 1) // 2
        costs.append(len([one for one in seen if "FROM client" in one]))
    assert costs[0] == costs[1]


def test_what_is_empty_is_filled_and_tags_and_notes_are_joined(owner: Actor) -> None:
    ana, again = twice(owner)
    merged(owner, ana, again)
    card = ask(owner, client_card, ana.code)
    assert (card.name, card.email, card.phone) == ("Ana Pereira", "ana@example.com", "+447700900412")
    assert (card.tags, card.notes) == (["flash", "vip"], "Mornings.\nBy bike.")


def test_each_field_can_be_chosen(owner: Actor) -> None:
    ana, again = twice(owner)
    merged(owner, ana, again, name="theirs", notes="theirs", tags="ours", email="ours")
    card = ask(owner, client_card, ana.code)
    assert (card.name, card.notes, card.tags, card.email) == ("Ana Perreira", "By bike.", ["vip"], "")
    with pytest.raises(refusals.UnknownChoice):
        merged(owner, ana, on_file(owner), name="both")


def test_the_other_file_leads_to_the_kept_one_and_stands_in_no_list(owner: Actor) -> None:
    ana, again = twice(owner)
    merged(owner, ana, again)
    assert ask(owner, kept_code, again.code.lower()) == ana.code
    assert ask(owner, kept_code, ana.code) is None
    assert [row.code for row in ask(owner, list_clients).items] == [ana.code]
    assert ask(owner, list_clients, archived=True).total == 0
    assert [hit.code for hit in ask(owner, find_clients, "ana@example")] == [ana.code]
    with pytest.raises(refusals.ClientIsMerged):
        perform(owner, restore_client, again.id)
    with pytest.raises(refusals.ClientIsMerged):
        merged(owner, ana, again)


def test_consents_health_and_history_are_read_as_one(owner: Actor) -> None:
    ana, again = twice(owner)
    perform(owner, record_health, ana.id, {"diabetes": False, "pregnant": True})
    perform(owner, record_health, again.id, {"diabetes": True})
    perform(owner, record_consent, again.id, "marketing", True)
    merged(owner, ana, again)
    told = {answer.question: answer.answer for answer in ask(owner, health_sheet, ana.id).answers}
    assert told == {"diabetes": True, "pregnant": True}
    assert ask(owner, card_by_id, ana.id).health_light == "red"
    assert ask(owner, consents_now, ana.id)["marketing"].given
    actions = [event.action for event in ask(owner, client_history, ana.id)[0]]
    assert actions.count("clients.client.create") == 2
    assert actions[0] == "clients.client.merge"


def test_undo_brings_both_back_exactly(owner: Actor, studio: House) -> None:
    ana, again = twice(owner)
    perform(owner, record_health, ana.id, {"diabetes": False})
    perform(owner, record_health, again.id, {"diabetes": True, "allergies": {"answer": True, "choices": ["latex"]}})
    before, sheet = stored(studio, ana, again), ask(owner, health_sheet, ana.id)
    merge = merged(owner, ana, again, name="theirs", birth_date="theirs")
    assert stored(studio, ana, again) != before
    perform(owner, unmerge_clients, merge.id)
    assert stored(studio, ana, again) == before
    assert ask(owner, health_sheet, ana.id) == sheet
    assert {row.code for row in ask(owner, list_clients).items} == {ana.code, again.code}
    assert {hit.code for hit in ask(owner, find_clients, "ana")} == {ana.code, again.code}
    with pytest.raises(refusals.MergeIsUndone):
        perform(owner, unmerge_clients, merge.id)


def test_undo_keeps_later_work_and_refuses_to_throw_it_away(owner: Actor) -> None:
    ana, again = twice(owner)
    merge = merged(owner, ana, again)
    perform(owner, edit_client, ana.id, {"pronouns": "she/her"}, ask(owner, card_by_id, ana.id).version)
    perform(owner, edit_client, ana.id, {"notes": "New."}, ask(owner, card_by_id, ana.id).version)
    with pytest.raises(refusals.MergeWasBuiltOn):
        perform(owner, unmerge_clients, merge.id)
    assert ask(owner, kept_code, again.code) == ana.code
    now = ask(owner, card_by_id, ana.id)
    perform(owner, edit_client, ana.id, {"notes": "Mornings.\nBy bike."}, now.version)
    perform(owner, unmerge_clients, merge.id)
    card = ask(owner, client_card, ana.code)
    assert (card.pronouns, card.notes) == ("she/her", "Mornings.")


def test_merges_follow_each_other_and_come_apart_in_turn(owner: Actor, studio: House) -> None:
    ana, again = twice(owner)
    third = on_file(owner, "A. Pereira")
    before = stored(studio, ana, again, third)
    first = merged(owner, again, third)
    second = merged(owner, ana, again)
    assert ask(owner, kept_code, third.code) == ana.code
    with pytest.raises(refusals.MergeWasBuiltOn):
        perform(owner, unmerge_clients, first.id)
    assert [one.code for one in ask(owner, merged_into, ana.id)] == [again.code]
    perform(owner, unmerge_clients, second.id)
    perform(owner, unmerge_clients, first.id)
    assert stored(studio, ana, again, third) == before


def test_a_merge_sees_what_a_colleague_saved_meanwhile(owner: Actor) -> None:
    ana, again = twice(owner)
    perform(owner, edit_client, again.id, {"notes": "Changed."}, again.version)
    with pytest.raises(Stale):
        perform(owner, merge_clients, ana.id, again.id, {}, ana.version, again.version)
    with pytest.raises(refusals.SameClient):
        perform(owner, merge_clients, ana.id, ana.id, {}, ana.version, ana.version)


def test_one_pair_is_shown_field_by_field(owner: Actor) -> None:
    ana, again = twice(owner)
    plan = {entry.field: entry for entry in ask(owner, joining_of, ana.code, again.code).plan}
    assert plan["email"].suggested == "theirs"
    assert plan["tags"].suggested == "both"
    assert not plan["birth_date"].differs


def test_a_merge_is_taken_back_from_its_entry_in_the_journal(owner: Actor, studio: House) -> None:
    ana, again = twice(owner)
    before = stored(studio, ana, again)
    merged(owner, ana, again)
    perform(owner, undo_act, newest(studio))
    assert stored(studio, ana, again) == before
