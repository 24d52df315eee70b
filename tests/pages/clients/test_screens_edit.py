"""The form: a name is enough, trouble stands beside its field, and nobody's change is lost."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User
from nicegui.testing.user_interaction import UserInteraction

from components.form import Form
from pages.clients.edit import draw_edit, draw_new
from studio.clients.actions import archive_client, edit_client
from studio.clients.models import Client
from studio.clients.queries import card_by_id, client_card, list_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until

Fields = Callable[[User, str], Any]


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def field(user: User, name: str) -> Any:
    return found(user, Form)._fields[name]


def editing(client: Client) -> Any:
    return partial(draw_edit, client.code)


async def test_a_name_is_enough(owner: Actor) -> None:
    async with looking(owner, draw_new) as user:
        field(user, "name").value = "Gil Gast"
        user.find("Put on file").click()
        await until(lambda: ask(owner, list_clients).total == 1)
    assert ask(owner, client_card, "CL-0001").name == "Gil Gast"


async def test_trouble_stands_beside_its_field_and_what_was_typed_stays(owner: Actor) -> None:
    async with looking(owner, draw_new) as user:
        field(user, "phone").value = "12"
        field(user, "notes").value = "Keep me"
        user.find("Put on file").click()
        await user.should_see("Enter a name. A name is all a client needs.")
        assert field(user, "phone").error
        assert field(user, "notes").value == "Keep me"
    assert ask(owner, list_clients).total == 0


async def test_a_minor_brings_the_guardian_part(owner: Actor) -> None:
    async with looking(owner, draw_new) as user:
        await user.should_not_see("Parent or guardian")
        field(user, "birth_date").value = f"01/02/{house_year() - 15}"
        await user.should_see("Parent or guardian")
        field(user, "name").value = "Mika Young"
        user.find("Put on file").click()
        await user.should_see("a parent or guardian is needed")


async def test_who_may_be_on_file_already_is_named_while_one_types(owner: Actor) -> None:
    on_file(owner, "Amélie Perteau", phone="+44 7700 900123")
    async with looking(owner, draw_new) as user:
        await user.should_not_see("On file already?")
        field(user, "name").value = "Amelie Perteau"
        await user.should_see("On file already?")
        await user.should_see("CL-0001")


async def test_nobody_is_their_own_double(owner: Actor) -> None:
    client = on_file(owner, "Ana Pereira")
    other = on_file(owner, "Pereira Ana")
    async with looking(owner, editing(client)) as user:
        field(user, "name").value = "Ana  Pereira"
        await user.should_see(other.code)
        links = [one.props["href"] for one in elements(user) if "double" in one.classes]
        assert links == [f"/clients/{other.code}"]


async def test_only_what_differs_is_saved(owner: Actor) -> None:
    client = on_file(owner, "Ana Pereira", phone="12345", notes="Old")
    async with looking(owner, editing(client)) as user:
        field(user, "notes").value = "New"
        user.find("Save changes").click()
        await until(lambda: ask(owner, card_by_id, client.id).notes == "New")
    assert ask(owner, card_by_id, client.id).phone == "12345"


@pytest.mark.parametrize(
    ("typed", "said", "kept"),
    [
        ("07700 9001", "Is it complete? From abroad it begins with +.", "07700 9001"),
        ("+44 77009", "Numbers that begin with +44 have another length.", ""),
        ("07700 900123", "", "+447700900123"),
    ],
)
async def test_an_odd_phone_number_is_wondered_about_an_impossible_one_refused(
    owner: Actor, typed: str, said: str, kept: str
) -> None:
    client = on_file(owner, "Ana Pereira")
    async with looking(owner, editing(client)) as user:
        phone = field(user, "phone")
        phone.value = typed
        UserInteraction(user, {phone}, None).trigger("blur")
        if said:
            await until(lambda: said in f"{phone.props.get('hint')} {phone.error}")
        user.find("Save changes").click()
        await until(lambda: ask(owner, card_by_id, client.id).phone == kept)
        assert bool(phone.error) == (not kept)


async def test_two_who_change_one_client_see_both_versions(owner: Actor) -> None:
    client = on_file(owner, "Ana Pereira", notes="Old")
    async with looking(owner, editing(client)) as user:
        perform(
            signed_in("manager"), edit_client, client.id, {"notes": "Theirs", "pronouns": "she/her"}, client.version
        )
        field(user, "notes").value = "Mine"
        field(user, "preferred_name").value = "Nina"
        user.find("Save changes").click()
        await user.should_see("Somebody else changed this client meanwhile")
        await user.should_see("Theirs")
        assert ask(owner, card_by_id, client.id).notes == "Theirs"
        await until(lambda: any(isinstance(one, ui.dialog) and one.value for one in elements(user)))
        user.find("Save this").click()
        await until(lambda: ask(owner, card_by_id, client.id).notes == "Mine")
    card = ask(owner, card_by_id, client.id)
    assert (card.preferred_name, card.pronouns) == ("Nina", "she/her")


async def test_one_may_rather_go_on_editing(owner: Actor) -> None:
    client = on_file(owner, "Ana Pereira", notes="Old")
    async with looking(owner, editing(client)) as user:
        perform(signed_in("manager"), edit_client, client.id, {"notes": "Theirs"}, client.version)
        field(user, "notes").value = "Mine"
        user.find("Save changes").click()
        await until(lambda: any(isinstance(one, ui.dialog) and one.value for one in elements(user)))
        user.find("Go on editing").click()
        await until(lambda: not any(isinstance(one, ui.dialog) and one.value for one in elements(user)))
        assert field(user, "notes").value == "Mine"
    assert ask(owner, card_by_id, client.id).notes == "Theirs"


async def test_an_archived_client_has_no_form(owner: Actor) -> None:
    client = on_file(owner, "Ana Pereira")
    perform(owner, archive_client, client.id)
    async with looking(owner, editing(client)) as user:
        await user.should_see("Restore the client first")
        await user.should_not_see("Save changes")


def elements(user: User) -> list[ui.element]:
    assert user.client is not None
    return list(user.client.elements.values())


def house_year() -> int:
    from components.app.moments import now_here

    return now_here().year
