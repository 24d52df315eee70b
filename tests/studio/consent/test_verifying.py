"""Every single change to a packet shows, wherever it is made."""

import copy
import json
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
import rfc8785
from sqlalchemy import select, text, update
from sqlalchemy.exc import DatabaseError

from storage.table import columns_of
from studio.clients.questions import BY_KEY
from studio.consent.actions import withdraw_packet
from studio.consent.filing import PURPOSE
from studio.consent.models import ConsentTemplate, ConsentWithdrawal, Packet, SignedPart
from studio.consent.queries import first_broken_packet, first_unrecorded, verify_packet
from studio.consent.rules.sealing import START, packet_digest, packet_mac, part_digest, why_broken
from studio.kernel.anchors import check_journal
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in

PACKETS, PARTS = columns_of(Packet), columns_of(SignedPart)
Place = tuple[str | int, ...]


def test_what_is_added_or_taken_away_shows_too(studio: House) -> None:
    kept, key = packet(), studio.derive(PURPOSE)
    rows = {"packet": row_of(studio, PACKETS, kept.id), "part": row_of(studio, PARTS, kept.part_id)}
    for which, (name, value) in {
        "answers": ("extra", {}), "consents": ("extra", True), "initials": ("extra", {}), "times": ("extra", "")
    }.items():  # fmt: skip
        more, less = copy.deepcopy(rows), copy.deepcopy(rows)
        more["part"]["body"][which][name] = value
        less["part"]["body"][which].popitem()
        assert why_broken(key, more["packet"], more["part"], None)
        assert why_broken(key, less["packet"], less["part"], None)
    fewer = copy.deepcopy(rows)
    fewer["part"]["body"]["signature"]["strokes"][0].pop()
    assert why_broken(key, fewer["packet"], fewer["part"], None)
    assert why_broken(key, rows["packet"], None, None)


def test_a_packet_made_anew_without_the_key_shows(studio: House) -> None:
    kept = packet()
    part, whole = row_of(studio, PARTS, kept.part_id), row_of(studio, PACKETS, kept.id)
    part["body"]["client"]["name"] = "Somebody Else"
    part["digest"] = part_digest(part)
    assert why_broken(studio.derive(PURPOSE), whole, part, None) == "the packet was changed"
    whole["digest"] = packet_digest(whole, part)
    whole["mac"] = packet_mac(b"guessed", whole)
    assert why_broken(studio.derive(PURPOSE), whole, part, None) == "its seal is not this studio's"


def test_changes_in_the_database_itself_are_found_and_named(studio: House) -> None:
    kept = [packet(adult(f"Client {number}")) for number in range(3)]
    inspector = signed_in("inspector")
    assert all(ask(inspector, verify_packet, one.id).holds for one in kept)
    assert first_broken_packet(studio) is None
    loosen(studio)
    for table, row_id, column in (
        (PARTS, kept[1].part_id, "body"), (PACKETS, kept[1].id, "body"), (PACKETS, kept[1].id, "kept_at"),
        (PACKETS, kept[1].id, "prev_digest"), (PARTS, kept[1].part_id, "signed_at"), (PACKETS, kept[1].id, "mac"),
    ):  # fmt: skip
        before = row_of(studio, table, row_id)
        write(studio, table, row_id, {column: other(copy.deepcopy(before[column]))})
        verdict = ask(inspector, verify_packet, kept[1].id)
        assert (verdict.holds, bool(verdict.why)) == (False, True), column
        found = first_broken_packet(studio)
        assert found is not None
        assert found.code == kept[1].code
        write(studio, table, row_id, {column: before[column]})
    assert first_broken_packet(studio) is None


@pytest.mark.parametrize(
    ("table", "column", "written"),
    [
        ("consent_part", "body", '{"answers": 9007199254740993}'),
        ("consent_part", "body", '{"answers": NaN}'),
        ("consent_packet", "body", '{"journal":'),
        ("consent_packet", "kept_at", "yesterday"),
        ("consent_packet", "mac", "\u00e9"),
    ],
)
def test_what_can_no_longer_be_read_is_told_as_changed(studio: House, table: str, column: str, written: str) -> None:
    kept = packet()
    loosen(studio)
    with studio.db.writing() as session:
        session.connection().execute(text("PRAGMA defer_foreign_keys=ON"))
        session.connection().execute(text(f"UPDATE {table} SET {column} = :it"), {"it": written})
    verdict = ask(signed_in("inspector"), verify_packet, kept.id)
    assert (verdict.holds, bool(verdict.why)) == (False, True)
    assert first_broken_packet(studio) == verdict


def test_a_record_that_can_no_longer_be_read_is_named(studio: House) -> None:
    kept = packet()
    perform(signed_in("artist"), withdraw_packet, kept.id, "changed their mind")
    with studio.db.writing() as session:
        session.connection().execute(text("DROP TRIGGER guard_consent_withdrawal_update"))
        session.connection().execute(text("UPDATE consent_withdrawal SET at = 'yesterday'"))
    found = first_unrecorded(studio)
    assert found is not None
    assert (found.table, found.reason) == ("consent_withdrawal", "it cannot be read")


def test_a_packet_rewritten_with_the_key_still_differs_from_the_journal(studio: House) -> None:
    kept, key = packet(), studio.derive(PURPOSE)
    loosen(studio)
    part, whole = row_of(studio, PARTS, kept.part_id), row_of(studio, PACKETS, kept.id)
    part["body"]["answers"]["heart"]["answer"] = True
    part["digest"] = part_digest(part)
    whole["digest"] = packet_digest(whole, part)
    whole["mac"] = packet_mac(key, whole)
    write(studio, PARTS, kept.part_id, {"body": part["body"], "digest": part["digest"]})
    write(studio, PACKETS, kept.id, {"digest": whole["digest"], "mac": whole["mac"]})
    assert ask(signed_in("inspector"), verify_packet, kept.id).why == "the journal names another digest"


def test_a_packet_taken_out_of_the_chain_shows_at_the_next(studio: House) -> None:
    first, second = packet(adult("First")), packet(adult("Second"))
    assert (first.prev_digest, second.prev_digest) == (START, first.digest)
    loosen(studio)
    with studio.db.writing() as session:
        session.connection().execute(text("PRAGMA defer_foreign_keys=ON"))
        session.connection().execute(text("DELETE FROM consent_paper"))
        session.connection().execute(PACKETS.delete().where(PACKETS.c.id == first.id))
    assert ask(signed_in("inspector"), verify_packet, second.id).why == "the packet before it is gone"


def test_signed_things_only_grow(studio: House) -> None:
    kept = packet()
    perform(signed_in("artist"), withdraw_packet, kept.id, "changed their mind")
    for model in (Packet, SignedPart, ConsentWithdrawal, ConsentTemplate):
        table = columns_of(model)
        for statement in (update(table).values(version=9), table.delete()):
            with pytest.raises(DatabaseError, match="only grows"), studio.db.writing() as session:
                session.connection().execute(statement)
    assert ask(signed_in("inspector"), verify_packet, kept.id).holds
    assert check_journal(studio) is None


def test_the_journal_tells_of_the_packet_and_of_no_answer(studio: House) -> None:
    told_us = {"allergies": {"answer": True, "choices": ["latex"], "detail": "S3CRET"}}
    kept = packet(health=dict.fromkeys(BY_KEY, "no") | told_us)
    with studio.db.reading() as connection:
        told = " ".join(str(row) for row in connection.execute(text("SELECT facts, changes FROM journal_values")))
    assert kept.digest in told
    assert "S3CRET" not in told
    assert "strokes" not in told


def row_of(studio: House, table: Any, row_id: UUID) -> dict[str, Any]:
    with studio.db.reading() as connection:
        return dict(connection.execute(select(table).where(table.c.id == row_id)).mappings().one())


def write(studio: House, table: Any, row_id: UUID, values: dict[str, Any]) -> None:
    with studio.db.writing() as session:
        session.connection().execute(update(table).where(table.c.id == row_id).values(values))


def loosen(studio: House) -> None:
    """What somebody with the key and a database tool could do first."""
    with studio.db.writing() as session:
        session.connection().execute(text("PRAGMA defer_foreign_keys=ON"))
        for table in ("consent_packet", "consent_part", "consent_paper"):
            for event in ("update", "delete"):
                session.connection().execute(text(f"DROP TRIGGER guard_{table}_{event}"))


def places(value: Any, at: Place = ()) -> Any:
    """The way to each single value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*at, number))
    else:
        yield at


def changed_once(rows: dict[str, Any], place: Place, random: Random) -> dict[str, Any]:
    """The rows with another value in one place; only what lies on the way there is copied."""
    changed: Any = copy.copy(rows)
    inside = changed
    for step in place[:-1]:
        inside[step] = copy.copy(inside[step])
        inside = inside[step]
    before = inside[place[-1]]
    inside[place[-1]] = other(before, random)
    assert json.dumps(inside[place[-1]], default=str) != json.dumps(before, default=str)
    return changed  # type: ignore[no-any-return]


def other(value: Any, random: Random | None = None) -> Any:
    """The value, a little otherwise."""
    chance = random or Random(3)
    if value is None or isinstance(value, bool):
        return not value
    if isinstance(value, dict):
        place = chance.choice([place for place in places(value) if place])
        return changed_once({"body": value}, ("body", *place), chance)["body"]
    if isinstance(value, int):
        return value + chance.choice([-1, 1])
    if isinstance(value, float):
        return value + chance.choice([-0.01, 0.01, 1.0])
    if isinstance(value, UUID):
        return uuid4()
    if isinstance(value, datetime):
        return value + timedelta(microseconds=chance.choice([-1, 1, 10**6]))
    at = chance.randrange(len(value) + 1)
    return value[:at] + chance.choice("0z ") + value[at:] if chance.random() < 0.5 or not value else flip(value, chance)


def flip(value: str, chance: Random) -> str:
    at = chance.randrange(len(value))
    return value[:at] + ("y" if value[at] != "y" else "n") + value[at + 1 :]


def test_the_canonical_spelling_is_what_the_standard_says() -> None:
    assert rfc8785.dumps({"b": 1.0, "a": [1e-7, "€"]}) == '{"a":[1e-7,"€"],"b":1}'.encode()
