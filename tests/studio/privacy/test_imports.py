"""Lists people came in: the file goes with anybody in it, and lines that were wrong go in time."""

from __future__ import annotations

from studio.clients.queries import client_card, find_clients
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy.actions import end_records, erase_person
from studio.privacy.queries import due_lines
from tests.factories import clock
from tests.factories.clients import on_file
from tests.factories.imports import imported
from tests.factories.people import signed_in
from tests.studio.privacy.bytewise import found_in, pages

LIST = (
    b"Name,E-mail,Phone,Date of birth\n"
    b"Plantina Canarysen,plantina@canary.example,+44 7700 900461,1990-02-03\n"
    b"Otta Other,otta@else.example,+44 7700 900462,1991-02-03\n"
    b"Wrongo Lineson,no address,+44 7700 900463,31 February\n"
)
HERS = ["Plantina Canarysen", "plantina@canary.example", "7700900461", "07700 900461"]


def test_who_came_in_a_list_leaves_the_list_as_well(studio: House) -> None:
    imported(signed_in("owner"), LIST)
    (found,) = ask(CONSOLE, find_clients, "Plantina")
    assert list(studio.files.ids()) != []
    perform(signed_in("owner"), erase_person, found.id, found.code)
    assert found_in(pages(studio), HERS) == []
    assert list(studio.files.ids()) == [], "the list itself holds a line of hers"
    assert [one.title for one in ask(CONSOLE, find_clients, "Otta")] == ["Otta Other"]


def test_what_a_list_filled_in_is_forgotten_and_its_digest_stays(studio: House) -> None:
    client = on_file(signed_in("owner"), "Plantina Canarysen", email="plantina@canary.example")
    imported(signed_in("owner"), LIST, "fill")
    assert ask(CONSOLE, client_card, client.code).phone
    perform(signed_in("owner"), erase_person, client.id, client.code)
    assert found_in(pages(studio), HERS) == []
    with studio.db.reading() as connection:
        row = connection.exec_driver_sql("SELECT salt, told, digest FROM client_import_fill").one()
    assert (row[0], row[1]) == (None, None)
    assert row[2]


def test_lines_that_were_wrong_go_when_the_time_of_forms_is_over(studio: House) -> None:
    imported(signed_in("owner"), LIST)
    assert found_in(pages(studio), ["Wrongo Lineson"])
    clock.later(studio).wait(days=120)
    assert {line.table: line.count for line in ask(signed_in("owner"), due_lines)}["client_import"] == 1
    perform(signed_in("owner"), end_records)
    assert found_in(pages(studio), ["Wrongo Lineson", "no address"]) == []
    assert list(studio.files.ids()) == []
    assert [one.title for one in ask(CONSOLE, find_clients, "Plantina")] == ["Plantina Canarysen"]
