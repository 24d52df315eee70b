"""Many at once are found as if each had come by itself, and by nobody before their kind is asked for."""

from __future__ import annotations

from uuid import uuid4

import pytest

from storage import search
from storage.engine import Database
from storage.search import Entry
from storage.search_many import Found, put_new
from storage.terms import indexed
from tests.storage.test_search import PEOPLE

ENTRIES = [Entry("waiting", uuid4(), code, name, phone, (phone, mail)) for code, name, phone, mail in PEOPLE]
MADE = [(one, indexed(one.title, one.code, one.words)) for one in ENTRIES]
READY = [Found(one.id.hex, one.code, one.title, one.subtitle, index.text, index.grams) for one, index in MADE]


@pytest.mark.parametrize("query", ["ana", "conce", "91234", "cl-0003", "さくら", "su", "drop"])
def test_they_are_found_like_those_that_came_one_by_one(db: Database, query: str) -> None:
    with db.writing() as session:
        search.put(session.connection(), "before", uuid4(), code="CL-9", title="Ana Before")
        put_new(session.connection(), "waiting", READY)
        search.put_many(session.connection(), [Entry("client", one.id, *_rest(one)) for one in ENTRIES])
    with db.reading() as connection:
        many, single = (search.find(connection, query, [kind]) for kind in ("waiting", "client"))
    assert [(hit.key, hit.title) for hit in many] == [(hit.key, hit.title) for hit in single] != []


def test_a_kind_that_turns_is_found_as_the_other(db: Database) -> None:
    with db.writing() as session:
        put_new(session.connection(), "waiting", READY)
        put_new(session.connection(), "waiting", [])
        search.turn(session.connection(), "waiting", "client")
    with db.reading() as connection:
        assert search.find(connection, "ana", ["waiting"]) == []
        assert len(search.find(connection, "cl-", ["client"])) == len(PEOPLE)


def _rest(one: Entry) -> tuple[str, str, str, tuple[str, ...]]:
    return one.code, one.title, one.subtitle, one.words
