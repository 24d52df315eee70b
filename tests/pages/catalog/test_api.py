"""The API of the catalogue, as a program meets it."""

from typing import Any

import pytest

from studio.kernel.actor import Actor
from studio.kernel.house import House
from tests.factories.people import id_of, signed_in
from tests.pages.programs import Api

SMALL: dict[str, Any] = {
    "name": "Flash, small",
    "kind": "tattoo",
    "minutes": 60,
    "price_kind": "fixed",
    "price": {"minor": 8000, "currency": "GBP"},
    "deposit_kind": "percent",
    "deposit_percent": 50,
}
AT = "/api/v1/services"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_a_service_is_made_read_changed_archived_and_restored(api: Api, owner: Actor) -> None:
    program = api(owner)
    made = program.post(AT, json=SMALL)
    assert made.status_code == 201
    body = made.json()
    assert (body["code"], body["version"], body["price"]) == ("SV-0001", 1, {"minor": 8000, "currency": "GBP"})
    for known in (body["id"], "SV-0001", "sv-0001"):
        assert program.get(f"{AT}/{known}").json() == body
    changed = program.patch(f"{AT}/SV-0001", json={"version": 1, "minutes": 75}).json()
    assert (changed["version"], changed["minutes"], changed["price"]["minor"]) == (2, 75, 8000)
    stale = program.patch(f"{AT}/SV-0001", json={"version": 1, "minutes": 80})
    assert (stale.status_code, stale.headers["content-type"]) == (409, "application/problem+json")
    assert program.delete(f"{AT}/SV-0001").json()["archived_at"]
    assert program.get(AT).json()["total"] == 0
    assert program.get(AT, params={"state": "archived"}).json()["total"] == 1
    assert program.post(f"{AT}/SV-0001/restore").json()["archived_at"] is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "haircut"}, "kind"),
        ({"minutes": -5}, "minutes"),
        ({"minutes": 60.5}, "minutes"),
        ({"minutes": True}, "minutes"),
        ({"price": {"minor": 80.5, "currency": "GBP"}}, "price.minor"),
        ({"price": {"minor": -1, "currency": "GBP"}}, "price"),
        ({"price": {"minor": 100, "currency": "EUR"}}, "price"),
        ({"price": {"minor": 10**30, "currency": "GBP"}}, "price.minor"),
        ({"name": "x" * 30_000}, "name"),
        ({"name": "\ud800"}, "name"),
        ({"artists": [{"artist_id": "00000000-0000-0000-0000-000000000000"}]}, "artists"),
        ({"position": 3}, "position"),
    ],
)
def test_bad_input_is_named_by_its_field_and_nothing_is_stored(
    api: Api, owner: Actor, wrong: dict[str, Any], field: str
) -> None:
    program = api(owner)
    import json

    answer = program.post(AT, content=json.dumps({**SMALL, **wrong}), headers={"Content-Type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert field in answer.json()["fields"]
    assert program.get(AT).json()["total"] == 0


def test_the_catalogue_is_filled_ordered_sorted_and_searched(api: Api, owner: Actor) -> None:
    program = api(owner)
    made = program.post(f"{AT}/usual").json()["ids"]
    assert len(made) == 19
    assert program.post(f"{AT}/usual").json()["ids"] == []
    assert program.post(f"{AT}/order", json={"ids": [made[1], made[0]]}).json() == {"before": made[:2]}
    first = program.get(AT, params={"size": 2}).json()
    assert ([one["id"] for one in first["items"]], first["total"]) == ([made[1], made[0]], 19)
    assert program.get(AT, params={"q": "sleeve"}).json()["total"] == 1
    assert program.get(AT, params={"kind": "piercing", "sort": "-minutes"}).json()["items"][0]["minutes"] == 30
    assert program.get(AT, params={"sort": "colour"}).status_code == 422
    assert program.get(AT, params={"state": "eaten"}).status_code == 422


def test_sending_it_twice_with_one_key_makes_one_service(api: Api, owner: Actor) -> None:
    program, key = api(owner), {"Idempotency-Key": "abc"}
    first, second = (program.post(AT, json=SMALL, headers=key) for _ in range(2))
    assert first.json() == second.json()
    assert program.get(AT).json()["total"] == 1


def test_what_one_person_offers_is_asked_by_them(api: Api, owner: Actor) -> None:
    artist, program = signed_in("artist"), api(owner)
    own = [{"artist_id": str(id_of(artist)), "minutes": 90, "price": {"minor": 9000, "currency": "GBP"}}]
    body = program.post(AT, json={**SMALL, "everybody": False, "artists": own}).json()
    assert body["artists"] == own
    assert program.get(f"{AT}/offered-by/{id_of(artist)}").json()["total"] == 1
    assert program.get(f"{AT}/offered-by/{id_of(owner)}").json()["total"] == 0


def test_what_is_unknown_is_404_and_who_may_only_look_is_told_so(api: Api, owner: Actor) -> None:
    api(owner).post(AT, json=SMALL)
    desk = api(signed_in("reception"))
    assert desk.get(f"{AT}/SV-0001").status_code == 200
    for known in ("SV-9999", "x" * 3000, "00000000-0000-0000-0000-000000000000"):
        assert desk.get(f"{AT}/{known}").status_code == 404
    assert desk.post(AT, json=SMALL).status_code == 403
    assert desk.patch(f"{AT}/SV-0001", json={"version": 1, "minutes": 90}).status_code == 403
    assert desk.delete(f"{AT}/SV-0001").status_code == 403
    assert api().get(AT).status_code == 401
