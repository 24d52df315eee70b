"""Screens of somebody who does not see every contact, and who looks after a client."""

import pytest
from nicegui import ui

from components.form import Form
from components.table import DataTable
from studio.clients.actions import edit_client
from studio.clients.queries import client_card
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import change_rights
from tests.factories.clients import on_file
from tests.factories.people import id_of, signed_in
from tests.pages.clients.looking import found, looking, until
from tests.pages.clients.test_screens_edit import editing, field
from tests.pages.desks import Open, buttons, press
from tests.pages.programs import Api

PHONE, EMAIL = "+44 20 7946 0958", "ana@secret.example"


@pytest.fixture
def stranger(studio: House) -> Actor:
    perform(signed_in("owner"), change_rights, "artist", {"clients.contact.see": "own"})
    return signed_in("artist")


async def test_the_list_and_the_profile_say_that_a_contact_is_hidden(
    studio: House, stranger: Actor, open_at: Open
) -> None:
    client = on_file(signed_in("reception"), phone=PHONE, email=EMAIL)
    hers = await open_at(stranger, "/clients")
    row = found(hers, DataTable).rows[0]
    assert (row["phone"], row["email"]) == ("hidden", "hidden")
    await hers.open(f"/clients/{client.code}")
    await hers.should_see("hidden")
    await hers.should_not_see("7946")
    assert "Change" not in buttons(hers)


async def test_editing_leaves_a_hidden_contact_alone_also_when_somebody_else_changed_it(
    studio: House, stranger: Actor
) -> None:
    desk = signed_in("reception")
    client = on_file(desk, phone=PHONE, email=EMAIL)
    async with looking(stranger, editing(client)) as user:
        await user.should_see("hidden from your role")
        assert not {"phone", "email", "address", "guardian_phone"} & set(found(user, Form)._fields)
        perform(desk, edit_client, client.id, {"phone": "+44 20 7946 0111"}, client.version)
        field(user, "notes").value = "likes swallows"
        user.find("Save changes").click()
        await user.should_see("Somebody else changed this client meanwhile")
        await user.should_not_see("7946")
        press(user, "Save this")
        await until(lambda: ask(desk, client_card, client.code).notes == "likes swallows")
    card = ask(desk, client_card, client.code)
    assert (card.phone[-4:], card.email) == ("0111", EMAIL)


async def test_the_desk_says_who_looks_after_a_client(studio: House, stranger: Actor, open_at: Open) -> None:
    desk = signed_in("reception")
    client = on_file(desk, phone=PHONE)
    user = await open_at(desk, f"/clients/{client.code}")
    await user.should_see("Nobody in particular")
    press(user, "Change")
    await user.should_see("Who looks after Ana Pereira?")
    user.find(ui.select).elements.pop().value = str(stranger.id)
    press(user, "Save")
    await until(lambda: ask(desk, client_card, client.code).artist == stranger.name)
    assert not ask(stranger, client_card, client.code).contact_hidden


def test_programs_get_no_hidden_contact_either(studio: House, stranger: Actor, api: Api) -> None:
    desk = signed_in("reception")
    client = on_file(desk, phone=PHONE, email=EMAIL)
    hers = api(stranger)
    for path in (f"/api/v1/clients/{client.code}", "/api/v1/clients", "/api/v1/clients/search?q=Ana"):
        answer = hers.get(path)
        assert answer.status_code == 200, path
        assert "7946" not in answer.text, path
        assert "secret.example" not in answer.text, path
    path = f"/api/v1/clients/{client.id}"
    assert hers.patch(path, json={"version": client.version, "phone": "+44 20 7946 0111"}).status_code == 403
    assert hers.post(f"{path}/artist", json={"artist_id": str(stranger.id)}).status_code == 403
    said = api(desk).post(f"{path}/artist", json={"artist_id": str(id_of(stranger))})
    assert (said.status_code, said.json()["artist"]) == (200, stranger.name)
    assert hers.get(path).json()["email"] == EMAIL
