"""The list of clients: found, kept in step, moved and taken out."""

import csv
from io import StringIO

import pytest
from nicegui import ui

from components.table import DataTable
from pages.clients.csv_file import csv_of, inert
from pages.clients.list import draw
from studio.clients.actions import archive_client, create_client, edit_client, export_clients
from studio.clients.queries import client_card, list_clients, views_of
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from tests.factories.clients import counted_statements, on_file
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, pick, until


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


async def test_the_list_shows_who_is_on_file_and_how_they_are_reached(owner: Actor) -> None:
    on_file(owner, "Ana Pereira", preferred_name="Nina", phone="07700 900123", tags=["vip"])
    async with looking(owner, draw) as user:
        await user.should_see("Ana Pereira")
        await user.should_see("“Nina”")
        await user.should_see("07700 900123")
        await user.should_see("vip")


async def test_any_fragment_narrows_the_list(owner: Actor) -> None:
    on_file(owner, "Ana Pereira")
    on_file(owner, "Zoë Wolff")
    async with looking(owner, draw, "/?q=olf") as user:
        await user.should_see("Zoë Wolff")
        await user.should_not_see("Ana Pereira")


async def test_a_colleagues_new_client_appears_without_a_reload(owner: Actor) -> None:
    async with looking(owner, draw) as user:
        await user.should_see("No clients yet")
        perform(signed_in("reception"), create_client, {"name": "Gil Gast"})
        await user.should_see("Gil Gast")


async def test_archiving_a_row_can_be_undone(owner: Actor) -> None:
    client = on_file(owner)
    async with looking(owner, draw) as user:
        user.find(kind=DataTable).trigger("act", {"name": "archive", "ids": [str(client.id)]})
        await user.should_see("Archived 1 client.")
        assert ask(owner, list_clients).total == 0
        user.find("Undo").click()
        await until(lambda: ask(owner, list_clients).total == 1)


async def test_reception_is_not_offered_the_export_and_refused_it(owner: Actor) -> None:
    desk = signed_in("reception")
    async with looking(desk, draw) as user:
        assert found(user, DataTable).props["exports"] == []
    with pytest.raises(Denied):
        perform(desk, export_clients)


async def test_an_artist_may_not_archive_from_the_list(owner: Actor) -> None:
    async with looking(signed_in("artist"), draw) as user:
        names = [one["name"] for one in found(user, DataTable).props["acts"]]
        assert names == ["open", "edit"]


async def test_the_list_asks_as_little_for_thirty_clients_as_for_three(owner: Actor) -> None:
    def statements() -> int:
        with counted_statements() as asked:
            ask(owner, list_clients, size=25)
        return len([one for one in asked if one.startswith("SELECT")])

    for n in range(3):
        on_file(owner, f"Client {n}")
    few = statements()
    for n in range(27):
        on_file(owner, f"Another {n}")
    assert statements() <= max(few + 1, 3)


async def test_archived_clients_stand_on_the_other_side(owner: Actor) -> None:
    client = on_file(owner, "Gone Away")
    perform(owner, archive_client, client.id)
    async with looking(owner, draw, "/?archived=yes") as user:
        await user.should_see("Gone Away")
        assert found(user, DataTable).rows[0]["acts"] == ["open", "restore"]


def test_the_file_holds_every_client_and_no_formula(owner: Actor) -> None:
    on_file(owner, "=cmd|calc", phone="+44 7700 900123", notes="@SUM(A1)", tags=["a", "b"])
    rows = perform(owner, export_clients)
    told = list(csv.reader(StringIO(csv_of(rows).decode("utf-8-sig"))))
    assert told[1][0:2] == [ask(owner, client_card, "CL-0001").code, "'=cmd|calc"]
    assert told[1][4] == "'+447700900123"
    assert told[1][7] == "a, b"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", " =1", "＝1"])
def test_what_looks_like_a_formula_is_made_inert(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize(("cell", "made"), [("\t=1", "'\t'=1"), ("a;=1", "a;'=1"), ("a|@x", "a|'@x")])
def test_so_is_what_another_countrys_spreadsheet_would_part_off(cell: str, made: str) -> None:
    assert inert(cell) == made


@pytest.mark.parametrize("cell", ["Ana", "1-2", "a=b", ""])
def test_everything_else_stays_as_it_is(cell: str) -> None:
    assert inert(cell) == cell


async def test_a_bad_page_in_the_address_shows_the_last_one(owner: Actor) -> None:
    on_file(owner)
    async with looking(owner, draw, "/?page=99") as user:
        await user.should_see("Ana Pereira")


async def test_the_words_of_the_table_are_those_of_the_query(owner: Actor) -> None:
    on_file(owner, "Ana Pereira", tags=["vip"])
    on_file(owner, "Zoë Wolff")
    async with looking(owner, draw, "/?tag=vip&sort=-code") as user:
        await user.should_see("Ana Pereira")
        assert [row["code"] for row in found(user, DataTable).rows] == ["CL-0001"]


async def test_a_tag_is_put_on_all_that_are_ticked_and_taken_back(owner: Actor) -> None:
    ids = [str(on_file(owner, name).id) for name in ("Ana", "Bea")]
    async with looking(owner, draw) as user:
        user.find(kind=DataTable).trigger("act", {"name": "tag", "ids": ids})
        await user.should_see("Put a tag on 2 clients")
        user.find(kind=ui.input, content="Tag").type("Flash Day")
        user.find("Put the tag on").click()
        await user.should_see("2 clients now carry “flash day”.")
        assert ask(owner, list_clients, tag="flash day").total == 2
        user.find("Undo").click()
        await until(lambda: ask(owner, list_clients, tag="flash day").total == 0)


async def test_an_act_can_mean_all_that_a_filter_finds(owner: Actor) -> None:
    for name in ("Ana", "Anabel", "Bea"):
        on_file(owner, name)
    async with looking(owner, draw, "/?q=ana") as user:
        user.find(kind=DataTable).trigger("all", "archive")
        await user.should_see("Archive 2 clients?")
        user.find("Archive them all").click()
        await user.should_see("Archived 2 clients.")
    assert [row.name for row in ask(owner, list_clients).items] == ["Bea"]


async def test_a_view_is_kept_under_a_name_and_found_in_the_menu(owner: Actor) -> None:
    on_file(owner, "Ana", tags=["vip"])
    async with looking(owner, draw, "/?tag=vip&sort=-code") as user:
        pick(user, "Keep this view…")
        await user.should_see(kind=ui.input, content="Name")
        user.find(kind=ui.input, content="Name").type("Our best")
        user.find("Keep the view").click()
        await user.should_see("The view Our best is kept.")
    assert dict(ask(owner, views_of)[0].wanted) == {"sort": "-code", "tag": "vip"}
    async with looking(owner, draw) as user:
        await user.should_see("Our best")


async def test_a_reload_shows_the_same_client_beside_the_list(owner: Actor) -> None:
    on_file(owner, "Ana Pereira", notes="Prefers mornings.")
    async with looking(owner, draw, "/?open=CL-0001") as user:
        await user.should_see("Prefers mornings.")
    async with looking(owner, draw, "/?open=CL-9999") as user:
        await user.should_see("Ana Pereira")
        await user.should_not_see("Open the file")


async def test_a_client_opens_beside_the_list_and_follows_what_others_change(owner: Actor) -> None:
    client = on_file(owner, "Ana Pereira", notes="Prefers mornings.", tags=["vip"])
    async with looking(owner, draw) as user:
        user.find(kind=DataTable).trigger("open", str(client.id))
        await user.should_see("Prefers mornings.")
        await user.should_see("Open the file")
        assert found(user, DataTable).props["current"] == str(client.id)
        perform(signed_in("reception"), edit_client, client.id, {"notes": "Evenings now."}, 1)
        await user.should_see("Evenings now.")
