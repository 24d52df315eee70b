"""The screens of an import: the file is dropped, its columns named, looked over, imported and taken back."""

from __future__ import annotations

import pytest
from nicegui import ui

from components.files import FileField
from pages.clients.importing.bring import draw as draw_bring
from pages.clients.importing.one import draw as draw_one
from studio.clients.importing.queries import list_imports
from studio.clients.queries import list_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.handing import hand_in
from tests.factories.imports import brought, checked
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until

FILE = b"Nome;E-mail;Apelidos de rede\nAna;ana@example.com;@ana\nBea;nobody;@bea\nCid;;\n"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


async def test_a_file_is_kept_as_it_came(owner: Actor, studio: House) -> None:
    async with looking(owner, draw_bring) as user:
        await user.should_see("From another program")
        await hand_in(found(user, FileField), FILE, "people.csv")
        await until(lambda: bool(ask(owner, list_imports)))
    [kept] = ask(owner, list_imports)
    assert (kept.file_name, kept.mapping) == ("people.csv", ["name", "email", ""])
    assert studio.files.read(kept.file_id) == FILE


async def test_what_is_no_table_is_said_where_it_was_dropped(owner: Actor, studio: House) -> None:
    async with looking(owner, draw_bring) as user:
        place = found(user, FileField)
        old = await hand_in(place, b"\xd0\xcf\x11\xe0" + bytes(700), "a.xls")
        assert "old or a protected" in old["said"]
        assert "CSV or Excel" in (await hand_in(place, b"\x7fELF" + bytes(700), "a.csv"))["said"]
    assert list(studio.files.ids()) == []


async def test_from_columns_to_clients_and_back(owner: Actor) -> None:
    import_id = brought(owner, FILE)
    async with looking(owner, lambda: draw_one(str(import_id))) as user:
        await user.should_see("Apelidos de rede")
        user.find("Check every line").click()
        await user.should_see("Put 2 clients on file", retries=60)
        await user.should_see("1 line is wrong")
        await user.should_see("As they will be on file")
        user.find("Put 2 clients on file").click()
        await user.should_see("2 clients are on file", retries=60)
        assert ask(owner, list_clients).total == 2
        user.find("Take this import back").click()
        await user.should_see("Archive all 2 clients of this import?")


async def test_an_import_that_was_left_shows_where_it_stands_and_goes_on(owner: Actor) -> None:
    from studio.clients.importing.actions import start_import

    file = checked(owner, FILE)
    perform(owner, start_import, file.id, "skip")
    async with looking(owner, lambda: draw_one(str(file.id))) as user:
        await user.should_see("It stopped. Nobody is on file yet.")
        user.find("Go on").click()
        await user.should_see("2 clients are on file", retries=60)


async def test_who_is_on_file_already_is_shown_beside_their_file(owner: Actor) -> None:
    known = on_file(owner, "Ana", email="ana@example.com")
    file = checked(owner, FILE)
    async with looking(owner, lambda: draw_one(str(file.id))) as user:
        await user.should_see(f"Ana · {known.code}")
        assert found(user, ui.select).value == "skip"


async def test_an_address_that_leads_nowhere_says_so(owner: Actor) -> None:
    async with looking(owner, lambda: draw_one("not-an-import")) as user:
        await user.should_see("This import does not exist, or not any more.")


def test_only_owner_and_manager_see_imports(studio: House) -> None:
    for role in ("reception", "artist", "viewer"):
        with pytest.raises(Denied):
            ask(signed_in(role), list_imports)
    assert ask(signed_in("manager"), list_imports) == []
