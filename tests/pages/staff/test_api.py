"""The API of the staff room, as a program uses it."""

from __future__ import annotations

import pytest

from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import add_user, fill_account
from studio.staff.queries import list_users
from tests.factories.people import PASSWORD, signed_in
from tests.pages.programs import Api

NEW = {"name": "Pia Papel", "email": "pia@example.com", "password": PASSWORD, "role": "artist"}


def test_a_token_for_the_right_password_and_one_answer_for_all_else(api: Api, studio: House) -> None:
    filled = fill_account(name="Ada", email="ada@example.com", password=PASSWORD)
    perform(CONSOLE, add_user, **filled, role="owner")
    right = api().post("/api/v1/auth/token", json={"email": "Ada@Example.com", "password": PASSWORD})
    assert right.status_code == 200
    assert right.json()["token_type"] == "Bearer"
    wrong = [
        api().post("/api/v1/auth/token", json={"email": email, "password": "not this one"})
        for email in ("ada@example.com", "nobody@example.com")
    ]
    assert [answer.status_code for answer in wrong] == [401, 401]
    assert wrong[0].json() == wrong[1].json()


def test_an_account_is_made_once_however_often_it_is_asked_for(api: Api) -> None:
    owner = api(signed_in("owner"))
    made = [owner.post("/api/v1/users", json=NEW, headers={"Idempotency-Key": "k1"}) for _ in range(3)]
    assert [answer.status_code for answer in made] == [201, 201, 201]
    assert len({answer.text for answer in made}) == 1
    assert "password" not in made[0].text
    assert len([user for user in ask(CONSOLE, list_users)[0] if user.email == NEW["email"]]) == 1
    assert owner.post("/api/v1/users", json=NEW).status_code == 409


def test_bad_input_names_the_field(api: Api) -> None:
    owner = api(signed_in("owner"))
    for change, field in (
        ({"name": " "}, "name"),
        ({"email": "a\nBcc: b@example.com"}, "email"),
        ({"password": "short"}, "password"),
        ({"password": "password123"}, "password"),
        ({"role": "emperor"}, "role"),
        ({"name": None}, "name"),
    ):
        answer = owner.post("/api/v1/users", json={**NEW, **change})
        assert answer.status_code == 422, change
        assert field in answer.json()["fields"], change


def test_an_old_version_is_a_conflict(api: Api) -> None:
    owner = api(signed_in("owner"))
    user = owner.post("/api/v1/users", json=NEW).json()
    path = f"/api/v1/users/{user['id']}"
    assert owner.patch(path, json={"version": user["version"], "name": "Pia P."}).status_code == 200
    assert owner.patch(path, json={"version": user["version"], "name": "Pia Q."}).status_code == 409


def test_people_and_journal_are_for_those_who_may(api: Api) -> None:
    for role, allowed in (("owner", 200), ("manager", 200), ("artist", 403), ("reception", 403)):
        client = api(signed_in(role))
        assert client.get("/api/v1/users").status_code == allowed, role
        assert client.get("/api/v1/journal").status_code == allowed, role
    assert api().get("/api/v1/users").status_code == 401


def test_the_journal_is_paged_newest_first(api: Api) -> None:
    owner = api(signed_in("owner"))
    page = owner.get("/api/v1/journal", params={"size": 1}).json()
    assert page["size"] == 1
    assert page["total"] == page["items"][0]["no"]
    assert owner.get("/api/v1/journal", params={"size": 201}).status_code == 422


@pytest.mark.parametrize(
    "password",
    ["quiet needles " + "é" * 37, "seven needles, " * 5 + "z9!", " leading space", "emoji 🦋 moth", "nul\0inside it"],
)
def test_long_and_odd_passwords_are_exact(api: Api, studio: House, password: str) -> None:
    perform(CONSOLE, add_user, **fill_account(name="Odd", email="odd@example.com", password=password), role="artist")
    ask_for = {"email": "odd@example.com"}
    assert api().post("/api/v1/auth/token", json={**ask_for, "password": password}).status_code == 200
    assert api().post("/api/v1/auth/token", json={**ask_for, "password": password + "x"}).status_code == 401


def test_a_megabyte_as_password_is_refused_at_once(api: Api) -> None:
    answer = api().post("/api/v1/auth/token", json={"email": "a@example.com", "password": "x" * 1_000_000})
    assert answer.status_code == 422


@pytest.mark.parametrize("name", ["\0", "a\x1b[31m", "\u200b", " "])
def test_an_account_has_a_name_one_can_see(api: Api, name: str) -> None:
    answer = api(signed_in("owner")).post("/api/v1/users", json={**NEW, "name": name})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["name"])
