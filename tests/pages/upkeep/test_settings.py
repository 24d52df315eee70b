"""The settings page: each setting saves by itself, says beside it what is wrong, and stays in step."""

from typing import Any

from nicegui import ui
from nicegui.testing import User

from pages.upkeep.accent import accent_of, colour_of
from pages.upkeep.setting_groups import HELP, REST, group_of
from studio.kernel.house import House, house
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from tests.factories.people import signed_in
from tests.pages.clients.looking import until
from tests.pages.desks import Open, press


def field(user: User, label: str) -> Any:
    assert user.client
    fitting = [one for one in user.client.elements.values() if one.props.get("aria-label") == label]
    assert len(fitting) == 1, f"{len(fitting)} fields called {label}"
    return fitting[0]


def leave(user: User, one: ui.input, typed: str) -> None:
    """Type and leave the field, as Tab does."""
    with one:
        one.value = typed
    for listener in one._event_listeners.values():
        if listener.type == "blur":
            one._handle_event({"listener_id": listener.id, "args": {}})


async def test_a_new_name_is_saved_when_one_leaves_the_field_and_can_be_undone(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings")
    leave(user, field(user, "Name of the studio"), "North Quay")
    await until(lambda: house().settings["studio.name"] == "North Quay")
    await user.should_see("Saved: Name of the studio")
    press(user, "Undo")
    await until(lambda: house().settings["studio.name"] == "Linework")
    await until(lambda: field(user, "Name of the studio").value == "Linework")


async def test_a_port_that_cannot_be_is_said_beside_it_and_not_stored(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings")
    for typed, said in (("80", "A port is a number from 1024 to 65535."), ("many", "Write a whole number.")):
        leave(user, field(user, "Port phones use"), typed)
        await user.should_see(said)
    assert house().settings["lan.port"] == 8081


async def test_a_switch_saves_at_once_and_other_desks_follow(studio: House, open_at: Open) -> None:
    one, two = await open_at(signed_in("owner"), "/settings"), await open_at(signed_in("manager"), "/settings")
    with field(one, "Phones may reach this computer") as switch:
        switch.value = True
    await until(lambda: house().settings["lan.enabled"])
    await until(lambda: field(two, "Phones may reach this computer").value is True)
    await two.should_see("Phones use")


async def test_a_manager_looks_and_changes_nothing_even_with_a_forged_event(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("manager"), "/settings")
    await user.should_see("Only the owner changes these.")
    name = field(user, "Name of the studio")
    assert not name.enabled
    leave(user, name, "Taken Over")
    await user.should_see("Linework")
    assert house().settings["studio.name"] == "Linework"


async def test_the_search_leaves_what_fits(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings")
    field(user, "Search the settings").value = "wi-fi guests"
    await user.should_see("Staff may sign in from tablets and laptops")
    await user.should_not_see("Time zone")
    field(user, "Search the settings").value = "no such thing"
    await user.should_see("No setting is about that.")


async def test_reception_is_kept_out(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("reception"), "/settings")
    await user.should_see("Your role does not allow this.")


async def test_an_accent_is_worn_by_open_pages(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings")
    press(user, "Plum")
    await until(lambda: accent_of(house().settings["looks.accent"]) == "plum")
    perform(signed_in("owner"), change_setting, "looks.accent", colour_of("sea"))
    assert accent_of(house().settings["looks.accent"]) == "sea"


async def test_the_search_goes_by_groups_and_by_what_other_rooms_add(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings")
    field(user, "Search the settings").value = "limits burst"
    await user.should_see("API requests in one burst")
    await user.should_not_see("What went wrong")
    field(user, "Search the settings").value = "system"
    await user.should_see("What went wrong")
    await user.should_not_see("No setting is about that.")


def test_every_setting_says_what_it_means(studio: House) -> None:
    assert [one.key for one in studio.settings if not (one.help or HELP.get(one.key))] == []


def test_every_setting_has_its_place(studio: House) -> None:
    assert [one.key for one in studio.settings if group_of(one.key, one.group) is REST] == []


async def test_every_line_of_the_index_leads_to_a_section(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings")
    assert user.client
    elements = list(user.client.elements.values())
    index = next(one for one in elements if "settings-index" in one.classes)
    there = {str(one.props.get("id")) for one in elements if "settings-group" in one.classes}
    links = {str(one.props["href"]) for one in index.descendants()}
    assert "#countrys-rules" in links
    assert {link.removeprefix("#") for link in links} <= there
