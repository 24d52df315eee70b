"""The catalogue on screen: filled at one press, changed beside the list, followed live, taken back."""

from itertools import permutations

import pytest
from nicegui import ui

from components.form import MoneyField, NumberField
from components.table import DataTable
from pages.catalog.edit import draw_edit, draw_new
from pages.catalog.list import draw
from pages.catalog.one import draw as draw_one
from studio.catalog.actions import archive_service, edit_service
from studio.catalog.queries import list_services, service, services
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.work import ask, perform
from tests.factories.clients import newest
from tests.factories.people import id_of, signed_in
from tests.factories.services import offered, pounds
from tests.pages.clients.looking import found, looking, until


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


async def test_an_empty_catalogue_offers_the_usual_services_and_takes_them_back(owner: Actor) -> None:
    async with looking(owner, draw) as user:
        await user.should_see("No services yet")
        user.find(kind=ui.button, content="Put in the usual services").click()
        await user.should_see("19 usual services are in the catalogue.")
        await user.should_see("Flash, small")
        user.find("Undo").click()
        await until(lambda: ask(owner, services) == [])
        await user.should_see("No services yet")


async def test_who_may_only_look_is_offered_nothing_to_do(owner: Actor) -> None:
    made = offered(owner)
    async with looking(signed_in("artist"), draw) as user:
        table = found(user, DataTable)
        assert [one["name"] for one in table.props["acts"]] == ["open"]
        assert (table.props["bulk"], table.props["exports"], table.props["movable"]) == ([], [], "")
        await user.should_not_see("New service")
        user.find(kind=DataTable).trigger("open", str(made.id))
        await user.should_see("As the country's rules say")
        await user.should_not_see("Edit")


async def test_a_colleagues_change_appears_without_a_reload(owner: Actor) -> None:
    made = offered(owner)
    async with looking(owner, draw) as user:
        await user.should_see("Flash, small")
        perform(signed_in("manager"), edit_service, made.id, {"name": "Tiny flash"}, 1)
        await user.should_see("Tiny flash")


async def test_rows_are_put_into_another_order_and_back(studio: House, owner: Actor) -> None:
    a, b, c = (offered(owner, name) for name in ("Ant", "Bee", "Cat"))

    def names() -> list[str]:
        return [one.name for one in ask(owner, list_services).items]

    async with looking(owner, draw) as user:
        await user.should_see("Bee")
        user.find(kind=DataTable).trigger("order", [str(c.id), str(a.id), str(b.id)])
        await user.should_see("The order is changed.")
        assert names() == ["Cat", "Ant", "Bee"]
        user.find("Undo").click()
        await until(lambda: names() == ["Ant", "Bee", "Cat"])
        await until(lambda: [row["name"] for row in found(user, DataTable).rows] == ["Ant", "Bee", "Cat"])
        user.find(kind=DataTable).trigger("act", {"name": "top", "ids": [str(c.id)]})
        await until(lambda: names() == ["Cat", "Ant", "Bee"])
        await until(lambda: [row["name"] for row in found(user, DataTable).rows] == ["Cat", "Ant", "Bee"])
        entries = newest(studio)
        for forged in ([str(c.id), str(c.id), str(b.id)], [str(c.id), 7, {}], [str(a.id), str(c.id)]):
            user.find(kind=DataTable).trigger("order", forged)
        user.find(kind=DataTable).trigger("order", [str(b.id), str(c.id), str(a.id)])
        await until(lambda: names() == ["Bee", "Cat", "Ant"])
        assert newest(studio) == entries + 1, "only the last was an order of the rows that are shown"


async def test_rows_moved_faster_than_they_are_kept_end_as_they_were_put_last(studio: House, owner: Actor) -> None:
    orders = list(permutations(str(offered(owner, name).id) for name in "ABC"))
    async with looking(owner, draw) as user:
        await user.should_see("B")
        entries = newest(studio)
        for order in orders[1:] * 3:
            user.find(kind=DataTable).trigger("order", list(order))
        await until(lambda: newest(studio) == entries + len(orders[1:] * 3))
        assert [str(one.id) for one in ask(owner, list_services).items] == list(orders[-1])


async def test_bulk_acts_are_one_act_with_one_undo(owner: Actor) -> None:
    ids = [str(offered(owner, name).id) for name in "AB"]
    async with looking(owner, draw) as user:
        await user.should_see("A")
        user.find(kind=DataTable).trigger("act", {"name": "archive", "ids": ids})
        await user.should_see("Archived 2 services.")
        user.find("Undo").click()
        await until(lambda: len(ask(owner, services)) == 2)


async def test_a_service_is_edited_beside_the_list(owner: Actor) -> None:
    made = offered(owner, price_kind="fixed", price=pounds(80))
    async with looking(owner, draw) as user:
        await user.should_see("Flash, small")
        user.find(kind=DataTable).trigger("open", str(made.id))
        await user.should_see("As the country's rules say")
        user.find("Edit").click()
        await user.should_see("Usual duration *")
        user.find("Usual duration *").clear().type("ninety")
        user.find("Save changes").click()
        await user.should_see("Enter a whole number, digits alone.")
        user.find("Usual duration *").clear().type("90")
        user.find("Save changes").click()
        await user.should_see("Changes to Flash, small are saved.")
        assert ask(owner, service, made.id).minutes == 90
        user.find("Undo").click()
        await until(lambda: ask(owner, service, made.id).minutes == 60)


async def test_an_amount_is_typed_as_people_here_write_it_and_nonsense_is_said_beside_it(owner: Actor) -> None:
    made = offered(owner, price_kind="fixed", price=pounds(80))
    async with looking(owner, lambda: draw_edit("SV-0001")) as user:
        price = found(user, MoneyField, label="Price")
        for typed, said in (
            ("1e5", "not an amount"),
            ("80.555", "no more than 2"),
            ("-5", "above zero"),
            ("0", "above zero"),
        ):
            price.value = typed
            user.find("Save changes").click()
            await user.should_see(said)
        price.value = "1,234.50"
        user.find("Save changes").click()
        await until(lambda: ask(owner, service, made.id).price == Money(123450, "GBP"))


async def test_a_new_service_keeps_what_was_typed_when_something_is_missing(owner: Actor) -> None:
    async with looking(owner, draw_new) as user:
        user.find("Name *").type("Cover-up")
        user.find("Add the service").click()
        await user.should_see("Choose one of the kinds of service.")
        await user.should_see("Enter a number.")
        assert ask(owner, services) == []
        found(user, ui.select, label="Kind *").value = "tattoo"
        user.find("Usual duration *").type("180")
        user.find("Add the service").click()
        await until(lambda: [one.name for one in ask(owner, services)] == ["Cover-up"])


async def test_two_who_change_the_same_see_both_versions(owner: Actor) -> None:
    made = offered(owner)
    async with looking(owner, lambda: draw_edit("SV-0001")) as user:
        user.find("Usual duration *").clear().type("75")
        perform(signed_in("manager"), edit_service, made.id, {"minutes": 90, "description": "Theirs"}, 1)
        user.find("Save changes").click()
        await user.should_see("Somebody else changed this service meanwhile")
        await user.should_see("90")
        user.find("Save this").click()
        await until(lambda: ask(owner, service, made.id).minutes == 75)
        assert ask(owner, service, made.id).description == "Theirs"


async def test_who_offers_it_is_chosen_with_minutes_of_their_own(owner: Actor) -> None:
    artist = signed_in("artist", "Ines Duarte")
    made = offered(owner, everybody=False, artists=[{"artist_id": id_of(artist), "minutes": 75, "price": None}])
    async with looking(owner, lambda: draw_edit("SV-0001")) as user:
        await user.should_see("Ines Duarte")
        found(user, NumberField, **{"aria-label": "Minutes, Ines Duarte"}).value = "80"
        user.find("Save changes").click()
        await until(lambda: ask(owner, service, made.id).minutes_with(id_of(artist)) == 80)


async def test_a_page_of_one_service_archives_and_restores_it(owner: Actor) -> None:
    made = offered(owner)
    async with looking(owner, lambda: draw_one("SV-0001")) as user:
        user.find("Archive").click()
        await user.should_see("Flash, small is archived.")
        await user.should_see("Archived")
        user.find("Restore").click()
        await until(lambda: ask(owner, service, made.id).archived_at is None)


async def test_an_archived_service_has_no_form(owner: Actor) -> None:
    perform(owner, archive_service, offered(owner).id)
    async with looking(owner, lambda: draw_edit("SV-0001")) as user:
        await user.should_see("Flash, small is archived. Restore it first.")
        await user.should_not_see("Save changes")
