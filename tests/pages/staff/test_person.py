"""One person's page: invited with a code shown once, changed, suspended, and followed."""

from nicegui import ui
from nicegui.testing import User

from components.table import DataTable
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import add_role, change_user
from studio.staff.queries import list_users, user_by_id
from tests.factories.people import id_of, signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, buttons, press
from tests.pages.programs import Api
from tests.pages.staff.test_people import typed


def standing(user: User, user_id: str) -> str:
    rows = found(user, DataTable).rows
    return next((row["standing"]["word"] for row in rows if row["id"] == user_id), "")


def press_last(user: User, words: str) -> None:
    """The button of a dialog, where the page below has one that says the same."""
    assert user.client
    last = [one for one in user.client.elements.values() if isinstance(one, ui.button) and one.text == words][-1]
    for listener in last._event_listeners.values():
        if listener.type == "click":
            last._handle_event({"listener_id": listener.id, "args": {}})


async def test_somebody_is_invited_and_the_code_is_shown(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    user = await open_at(owner, "/staff")
    press(user, "Invite a person")
    await user.should_see("They choose their own password")
    typed(user, "Name *", "Pia Papel")
    typed(user, "E-mail *", "pia@example.com")
    press(user, "Invite")
    await user.should_see("A code for Pia Papel")
    await user.should_see("give pia@example.com and this code")
    pia = next(one for one in ask(owner, list_users)[0] if one.name == "Pia Papel")
    await until(
        lambda: (
            [row["standing"]["word"] for row in found(user, DataTable).rows if row["id"] == str(pia.id)] == ["Invited"]
        )
    )
    await user.open(f"/staff/{pia.id}")
    await user.should_see("Invited")
    assert "Invite again" in buttons(user)


async def test_the_page_follows_and_suspends(studio: House, open_at: Open) -> None:
    owner, noor = signed_in("owner"), signed_in("reception", "Noor")
    user = await open_at(owner, f"/staff/{noor.id}")
    await user.should_see("Reception")
    perform(owner, change_user, id_of(noor), None, role="manager")
    await user.should_see("Manager")
    press(user, "Suspend")
    await user.should_see("Suspend Noor?")
    press_last(user, "Suspend")
    await until(lambda: not ask(owner, user_by_id, id_of(noor)).active)
    await user.should_see("Let sign in again")
    await user.should_see("Nowhere just now.")


async def test_a_manager_looks_and_changes_nothing(studio: House, open_at: Open) -> None:
    noor = signed_in("reception", "Noor")
    user = await open_at(signed_in("manager"), f"/staff/{noor.id}")
    await user.should_see("Noor")
    assert not {"Suspend", "Change the role", "Sign out everywhere"} & set(buttons(user))


async def test_somebody_gets_a_role_of_the_studios_own(studio: House, open_at: Open) -> None:
    owner, noor = signed_in("owner"), signed_in("reception", "Noor")
    perform(owner, add_role, "Front of house", "reception")
    user = await open_at(owner, f"/staff/{noor.id}")
    press(user, "Change the role")
    await user.should_see("The role of Noor")
    user.find(ui.select).elements.pop().value = "front_of_house"
    press_last(user, "Change the role")
    await until(lambda: ask(owner, user_by_id, id_of(noor)).role == "front_of_house")
    await user.should_see("Front of house")


def test_programs_make_roles_and_change_what_they_may(studio: House, api: Api) -> None:
    owner = api(signed_in("owner"))
    made = owner.post("/api/v1/roles", json={"name": "Apprentice", "copied_from": "artist"})
    assert (made.status_code, made.json()["key"]) == (201, "apprentice")
    changed = owner.patch("/api/v1/roles/apprentice", json={"rights": {"clients.client.edit": None}})
    assert changed.status_code == 200
    assert "clients.client.edit" not in changed.json()["rights"]
    assert owner.get("/api/v1/roles").json()["total"] == 8
    assert owner.patch("/api/v1/roles/owner", json={"rights": {"staff.role.change": None}}).status_code == 409
    assert owner.patch("/api/v1/roles/nobody", json={"rights": {}}).status_code == 404
    assert owner.delete("/api/v1/roles/apprentice").status_code == 200
    assert api(signed_in("manager")).patch("/api/v1/roles/artist", json={"rights": {}}).status_code == 403
