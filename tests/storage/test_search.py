"""Whatever part of a name, code or number one remembers, in whatever writing, it is found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select
from uuid_utils.compat import uuid7

from storage import search
from storage.engine import Database
from tests.storage.conftest import KEY
from tests.storage.tables import Sale, create_tables

PEOPLE = [
    ("CL-0001", "Ana Conceição", "+55 11 91234-5678", "ana@example.invalid"),
    ("CL-0002", "Mariana Silva", "+44 7700 900123", "mari@example.invalid"),
    ("CL-0003", "Zoë O’Neil", "07700 900456", "zoe@example.invalid"),
    ("CL-0004", "田中 さくら", "+81 90-1234-5678", "sakura@example.invalid"),
    ("CL-0005", "محمد علي", "+971 50 123 4567", "m@example.invalid"),
    ("CL-0006", 'Robert"); DROP TABLE client;--', "", ""),
    ("CL-0007", "100% _Pure_ *Ink*", "", ""),
    ("CL-0011", "Suzana Li", "", ""),
]


@pytest.fixture
def people(db: Database) -> Iterator[Connection]:
    with db.writing() as session:
        for code, name, phone, mail in PEOPLE:
            search.put(
                session.connection(), "client", uuid7(), code=code, title=name, subtitle=phone, words=(phone, mail)
            )
        search.put(session.connection(), "piece", uuid7(), code="P-0001", title="Ana's dragon")
    with db.reading() as connection:
        yield connection


def titles(connection: Connection, query: str, limit: int = 20) -> list[str]:
    return [hit.title for hit in search.find(connection, query, ["client"], limit)]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("conceicao", "Ana Conceição"),
        ("CONCEIÇÃO", "Ana Conceição"),
        ("ceic", "Ana Conceição"),
        ("çã", "Ana Conceição"),
        ("conc an", "Ana Conceição"),
        ("cl-0002", "Mariana Silva"),
        ("CL0002", "Mariana Silva"),
        ("cl 0002", "Mariana Silva"),
        ("oneil", "Zoë O’Neil"),
        ("o'neil", "Zoë O’Neil"),
        ("zoe@exa", "Zoë O’Neil"),
        ("田中", "田中 さくら"),
        ("くら", "田中 さくら"),
        ("田", "田中 さくら"),
        ("محم", "محمد علي"),
        ("مُحَمَّد", "محمد علي"),
        ("11 91234-5678", "Ana Conceição"),
        ("(11) 91234 5678", "Ana Conceição"),
        ("+55 (11) 91234-5678", "Ana Conceição"),
        ("5678 ana", "Ana Conceição"),
        ("07700 900123", "Mariana Silva"),
        ("+44 (0)7700 900123", "Mariana Silva"),
        ("0044 7700 900123", "Mariana Silva"),
        ("900-123", "Mariana Silva"),
        ("7700 900 456", "Zoë O’Neil"),
        ("090-1234-5678", "田中 さくら"),
        ('robert");', 'Robert"); DROP TABLE client;--'),
        ("drop table", 'Robert"); DROP TABLE client;--'),
        ("_pure", "100% _Pure_ *Ink*"),
        ("100%", "100% _Pure_ *Ink*"),
        ("*ink", "100% _Pure_ *Ink*"),
        ("su li", "Suzana Li"),
    ],
)
def test_found_and_nobody_else(people: Connection, query: str, title: str) -> None:
    assert titles(people, query) == [title]
    ids = people.execute(search.matching(query, "client")).scalars().all()  # type: ignore[arg-type]
    assert len(ids) == 1


@pytest.mark.parametrize(
    "query", ['"', "-", "' OR 1=1", "ana NOT mariana", "ana OR li", "title:ana", "xyz", "^ana", "ana*x"]
)
def test_quotes_and_operators_are_only_letters(people: Connection, query: str) -> None:
    assert titles(people, query) == []


@pytest.mark.parametrize("query", ["", "  ", "\t\n", '"', "()", "\x00"])
def test_a_blank_query_asks_for_nothing(people: Connection, query: str) -> None:
    assert titles(people, query) == []
    assert search.matching(query, "client") is None


def test_who_begins_with_it_comes_first_then_who_has_a_word_that_does_then_the_rest(people: Connection) -> None:
    assert titles(people, "ana") == ["Ana Conceição", "Mariana Silva", "Suzana Li"]
    assert titles(people, "li")[:2] == ["Suzana Li", "Ana Conceição"]
    assert titles(people, "si") == ["Mariana Silva"]
    assert titles(people, "a")[:1] == ["Ana Conceição"]
    assert titles(people, "0001") == ["Ana Conceição"]


def test_the_exact_code_comes_before_all(db: Database) -> None:
    with db.writing() as session:
        for code in ("CL-10010", "CL-1001", "CL-10011"):
            search.put(session.connection(), "client", uuid7(), code=code, title=f"A{code[-1]}")
    with db.reading() as connection:
        assert titles(connection, "CL-1001")[0] == "A1"
        assert titles(connection, "cl-1001")[0] == "A1"


def test_only_the_kinds_asked_for(people: Connection) -> None:
    assert [hit.kind for hit in search.find(people, "dragon", ["client"])] == []
    assert [hit.title for hit in search.find(people, "dragon", ["client", "piece"])] == ["Ana's dragon"]
    assert search.find(people, "dragon", []) == []


def test_a_hit_shows_what_a_list_needs(people: Connection) -> None:
    (hit,) = search.find(people, "silva", ["client"])
    assert (hit.kind, hit.code, hit.title, hit.subtitle) == ("client", "CL-0002", "Mariana Silva", "+44 7700 900123")
    assert isinstance(hit.id, UUID)


def test_a_new_name_replaces_the_old_one(db: Database) -> None:
    subject = uuid7()
    for title in ("Ana Maria", "Beatriz", "Beatriz"):
        with db.writing() as session:
            search.put(session.connection(), "client", subject, code="CL-1", title=title, subtitle=title)
    with db.reading() as connection:
        assert titles(connection, "ana") == titles(connection, "an") == []
        assert titles(connection, "bea") == titles(connection, "be") == ["Beatriz"]


def test_who_was_dropped_is_found_no_more_and_leaves_no_trace_after_a_purge(db: Database) -> None:
    subject = uuid7()
    with db.writing() as session:
        search.put(session.connection(), "client", subject, code="CL-1", title="Quixotewicz")
    with db.writing() as session:
        search.drop(session.connection(), "client", subject)
        search.drop(session.connection(), "client", subject)
        search.purge(session.connection())
    with db.reading() as connection:
        assert titles(connection, "quixo") == titles(connection, "q") == []
        for table in ("search_piece_data", "search_gram_data"):
            blocks = connection.exec_driver_sql(f"SELECT block FROM {table}").scalars()
            assert not any(b"uix" in block or b"g71" in block for block in blocks)


def test_the_limit_holds_and_few_statements_are_enough(db: Database) -> None:
    with db.writing() as session:
        search.put_many(
            session.connection(), (search.Entry("client", uuid7(), f"CL-{n:04}", f"Ana {n}") for n in range(300))
        )
    with db.reading() as connection, statements_of(connection) as seen:
        assert titles(connection, "ana 217") == titles(connection, "217") == ["Ana 217"]
        assert len(seen) == 2 + 1
        assert len(titles(connection, "ana")) == 20
        assert len(titles(connection, "ana", 50)) == 50
        assert len(titles(connection, "a", 7)) == 7
    assert len(seen) == 3 + 3


@contextmanager
def statements_of(connection: Connection) -> Iterator[list[str]]:
    raw: Any = connection.connection.driver_connection
    seen: list[str] = []
    raw.set_trace_callback(lambda statement: seen.append(statement) if statement.startswith("SELECT") else None)
    yield seen
    raw.set_trace_callback(None)


def test_settling_leaves_few_scraps_and_finds_the_same(db: Database) -> None:
    for number in range(12):
        with db.writing() as session:
            search.put(session.connection(), "client", uuid7(), code=f"CL-{number:04}", title=f"Ana {number}")
    with db.reading() as connection:
        before = titles(connection, "ana")
    assert scraps(db) > search.FEW_SCRAPS
    search.settle(db)
    assert scraps(db) <= search.FEW_SCRAPS
    with db.reading() as connection:
        assert titles(connection, "ana") == before


def scraps(db: Database) -> int:
    with db.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(DISTINCT segid) FROM search_piece_idx")
        return int(found.scalar_one())


def test_a_list_can_be_narrowed_by_what_was_typed(db: Database) -> None:
    with db.writing() as session:
        for number, buyer in enumerate(["Ana", "Mariana", "Zoë"]):
            sale = Sale(number=number, buyer=buyer)
            session.add(sale)
            session.flush()
            search.put(session.connection(), "sale", sale.id, code=str(number), title=buyer)
    with db.reading() as connection:
        for query, expected in (("ana", 2), ("an", 2), ("a mar", 1), ("zoe", 1), ("x", 0)):
            narrowed = select(func.count()).select_from(Sale).where(Sale.id.in_(search.matching(query, "sale")))  # type: ignore
            assert connection.execute(narrowed).scalar() == expected, query


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    db = Database(Path(tmp_path_factory.mktemp("shelf")) / "linework.db", KEY)
    create_tables(db)
    yield db
    db.close()


LETTERS = st.text(
    st.one_of(
        st.sampled_from("aAbBeéèñçãøß zZ-'\"*%_().+0123456789"),
        st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Zs", "Po", "Mn"]),
    ),
    min_size=1,
    max_size=24,
)


@settings(max_examples=150, deadline=None)
@given(title=LETTERS, data=st.data())
def test_every_title_is_found_by_any_of_its_fragments(shelf: Database, title: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(title) - 1))
    end = data.draw(st.integers(start + 1, len(title)))
    fragment = title[start:end]
    with shelf.writing() as session:
        connection = session.connection()
        subject = uuid7()
        search.put(connection, "thing", subject, code="", title=title)
        found = search.find(connection, fragment, ["thing"])
        narrowed = search.matching(fragment, "thing")
        if any(letter.isalnum() for letter in search.fold(fragment)):
            assert [hit.id for hit in found] == [subject]
            assert narrowed is not None
            assert list(connection.execute(narrowed).scalars()) == [subject]
        search.drop(connection, "thing", subject)
