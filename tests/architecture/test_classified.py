"""Every column of every table is classified: nothing about a person can be forgotten in their file, or when they go."""

from __future__ import annotations

from dataclasses import replace

from studio.extension.holding import wrongly_sorted
from studio.extension.registry import registry
from studio.kernel.house import House

INDEXES = ("search_piece", "search_gram")
"""Made of `search_entry` alone, and purged with it; the rest of their names are SQLite's own."""


def schema(house: House) -> dict[str, list[str]]:
    """Table → columns, as they really are in a studio's database."""
    with house.db.reading() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'").scalars().all()
        return {
            name: [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info('{name}')")]
            for name in tables
            if not name.startswith((*INDEXES, "sqlite_", "schema_version_"))
        }


def test_no_column_is_unclassified(studio: House) -> None:
    assert list(wrongly_sorted(registry().holdings(), schema(studio))) == []


def test_a_new_column_a_new_table_and_a_slip_are_noticed(studio: House) -> None:
    present = schema(studio)
    present["client"].append("shoe_size")
    present["allergy"] = ["id"]
    present["client_tag"].remove("tag")
    found = list(wrongly_sorted(registry().holdings(), present))
    assert sorted(found) == [
        "allergy.id is unclassified",
        "client.shoe_size is unclassified",
        "client_tag.tag is declared and does not exist",
    ]


def test_what_is_personal_says_whose_it_is_and_what_people_call_it(studio: House) -> None:
    tags = next(one for one in registry().holdings() if one.table.name == "client_tag")
    assert list(wrongly_sorted([replace(tags, whose="")], {})) == [
        "client_tag holds something personal, and nobody knows whose, or what people call it"
    ]
    assert list(wrongly_sorted([replace(tags, data={"person": "tag client_id", "colour": "tag"})], {})) != []
