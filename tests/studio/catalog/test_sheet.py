"""A price list as a file: read in any of our languages, judged line by line, brought in whole or not at all."""

from collections.abc import Sequence

import pytest

from studio.catalog.actions import archive_service, export_services, import_services
from studio.catalog.queries import judge_lines, service, services
from studio.catalog.sheet import Line, Reader
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask, perform
from studio.upkeep.undoing import undo_act
from tests.factories.clients import counted_statements, newest
from tests.factories.people import id_of, signed_in
from tests.factories.services import offered, pounds

KINDS = {"tattoo": "Tattoo", "piercing": "Piercing"}


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def lines(*table: Sequence[str], locale: str = "en-GB") -> list[Line]:
    return Reader("GBP", locale, KINDS).lines(enumerate(table, start=1))


def test_lines_become_services_and_services_are_changed_by_code_or_by_name(owner: Actor) -> None:
    old = offered(owner, "Flash, small")
    told = lines(
        ("Code", "Name", "Kind", "Minutes", "Price", "Deposit", "Per cent of the price"),
        ("", "Fine line", "Tattoo", "90", "1,140.50", "Per cent", "30"),
        ("", "flash, SMALL", "tattoo", "45", "", "", ""),
    )
    assert [(one.verdict, one.changed) for one in ask(owner, judge_lines, told)] == [
        ("new", ()),
        ("change", ("name", "minutes")),
    ]
    assert perform(owner, import_services, told) == (1, 1)
    fine = next(one for one in ask(owner, services) if one.name == "Fine line")
    assert (fine.price, fine.price_kind, fine.deposit_percent) == (Money(114050, "GBP"), "fixed", 30)
    assert ask(owner, service, old.id).minutes == 45
    again = lines(("Code", "Minutes", "Name"), ("SV-0001", "50", "Tiny"))
    assert perform(owner, import_services, again) == (0, 1)
    assert ask(owner, service, old.id).name == "Tiny"


def test_one_wrong_line_and_nothing_is_brought_in(studio: House, owner: Actor) -> None:
    gone = offered(owner, "Gone")
    perform(owner, archive_service, gone.id)
    told = lines(
        ("Code", "Name", "Kind", "Minutes", "Price", "Offered by"),
        ("", "Good", "Tattoo", "60", "", ""),
        ("", "", "Haircut", "sixty", "eighty", "Nobody Known"),
        ("SV-0001", "Gone", "Tattoo", "60", "", ""),
    )
    judged = ask(owner, judge_lines, told)
    assert [one.verdict for one in judged] == ["new", "wrong", "wrong"]
    assert {name for name, _ in judged[1].problems} == {"name", "kind", "minutes", "price", "artists"}
    before = newest(studio)
    with pytest.raises(Refusal, match="mending"):
        perform(owner, import_services, told)
    assert ask(owner, services) == []
    assert newest(studio) == before


def test_a_service_named_twice_is_a_mistake(owner: Actor) -> None:
    offered(owner, "Flash, small")
    told = lines(("Name", "Kind", "Minutes"), ("Flash, small", "Tattoo", "60"), ("flash, small", "Tattoo", "90"))
    assert [one.verdict for one in ask(owner, judge_lines, told)] == ["same", "wrong"]
    new = lines(("Name", "Kind", "Minutes"), ("Lettering", "Tattoo", "60"), ("LETTERING", "Tattoo", "90"))
    judged = ask(owner, judge_lines, new)
    assert [one.verdict for one in judged] == ["new", "wrong"]
    assert judged[1].problems == (("name", "This file names LETTERING twice. Keep one of the lines."),)


def test_amounts_are_read_by_the_studios_locale_and_another_currency_is_refused(owner: Actor) -> None:
    heads = ("Nome", "Tipo", "Minutos", "Preço", "Moeda")
    told = lines(heads, ("A", "Tatuagem", "60", "1.234,50", "GBP"), ("B", "Tattoo", "60", "80.5", ""), locale="pt-BR")
    assert [one.raw["price"] for one in told] == [Money(123450, "GBP"), Money(8050, "GBP")]
    assert lines(heads, ("A", "Tattoo", "60", "80", "EUR"))[0].problems["price"]


def test_a_file_without_a_column_of_names_is_no_catalogue() -> None:
    for table in ([("a", "b"), ("1", "2")], [("Name", "Kind")], []):
        with pytest.raises(Refusal):
            lines(*table)


def test_people_keep_minutes_and_price_of_their_own_when_a_file_names_them(owner: Actor) -> None:
    artist = signed_in("artist", "Ines Duarte")
    own = [{"artist_id": id_of(artist), "minutes": 90, "price": pounds(100)}]
    made = offered(owner, everybody=False, artists=own, price_kind="fixed", price=pounds(80))
    perform(owner, import_services, lines(("Code", "Name", "Offered by"), ("SV-0001", "New name", "ines duarte")))
    seen = ask(owner, service, made.id)
    assert (seen.name, seen.minutes_with(id_of(artist)), seen.price_with(id_of(artist))) == (
        "New name",
        90,
        pounds(100),
    )


def test_an_import_is_taken_back_from_the_journal(studio: House, owner: Actor) -> None:
    offered(owner, "Flash, small")
    told = lines(("Name", "Kind", "Minutes"), ("Flash, small", "Tattoo", "45"), ("Fine line", "Tattoo", "90"))
    perform(owner, import_services, told)
    perform(owner, undo_act, newest(studio))
    assert [(one.name, one.minutes) for one in ask(owner, services)] == [("Flash, small", 60)]


def test_judging_asks_as_little_for_thirty_lines_as_for_three(owner: Actor) -> None:
    def statements(count: int) -> int:
        told = lines(("Name", "Kind", "Minutes"), *((f"S{n}", "Tattoo", "60") for n in range(count)))
        with counted_statements() as asked:
            ask(owner, judge_lines, told)
        return len(asked)

    statements(3)
    assert statements(3) == statements(30)


def test_who_took_the_catalogue_out_is_written_down(studio: House, owner: Actor) -> None:
    offered(owner)
    before = newest(studio)
    assert len(perform(owner, export_services, form="xlsx")) == 1
    assert newest(studio) == before + 1
