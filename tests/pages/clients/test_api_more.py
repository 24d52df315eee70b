"""Tags, merging and identity documents, as a program meets them."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from pages.clients.api import router as clients
from pages.clients.api_more import router as more
from studio.kernel.house import House
from tests.factories.people import signed_in
from tests.pages.clients.test_api import As


@pytest.fixture
def api(studio: House) -> Iterator[TestClient]:
    actors = {role: signed_in(role) for role in ("owner", "artist", "viewer")}
    with TestClient(As(actors, more, clients), "http://testserver/api/v1") as client:
        yield client


def made(api: TestClient, **fields: Any) -> dict[str, Any]:
    answer = api.post("/clients", json={"name": "Ana Pereira", **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def test_a_client_is_tagged_and_untagged(api: TestClient) -> None:
    code = made(api)["code"]
    assert api.post(f"/clients/{code}/tags", json={"tag": "VIP"}).json() == {"changed": 1}
    assert api.get("/clients/tags").json()["items"] == [{"tag": "vip", "count": 1, "colour": 0}]
    assert api.post("/clients/tags/rename", json={"old": "vip", "new": "best"}).json()["count"] == 1
    assert api.delete(f"/clients/{code}/tags/best").json() == {"changed": 1}
    assert api.post(f"/clients/{code}/tags", json={"tag": "x"}, headers={"X-Role": "viewer"}).status_code == 403


def test_two_files_are_suggested_merged_and_taken_apart(api: TestClient) -> None:
    one = made(api, birth_date="1990-03-14")
    other = made(api, birth_date="1990-03-14", email="ana@example.com")
    pair = api.get("/clients/duplicates").json()["items"][0]
    assert (pair["same"], [side["code"] for side in pair["clients"]]) == (["name", "birth"], ["CL-0001", "CL-0002"])
    told = {"other_id": other["id"], "version": 1, "other_version": 1}
    merged = api.post(f"/clients/{one['id']}/merge", json=told).json()
    assert (merged["email"], merged["code"]) == ("ana@example.com", "CL-0001")
    assert api.get(f"/clients/{other['id']}").json()["merged_into"] == one["id"]
    assert api.post(f"/clients/{one['id']}/merge", json=told).status_code == 409
    back = api.post(f"/clients/{one['id']}/unmerge", json={"merge_id": merged["merge_id"]}).json()
    assert back["email"] == ""
    assert api.get("/clients").json()["total"] == 2


def test_a_document_number_is_told_by_its_end_and_whole_on_purpose(api: TestClient) -> None:
    made(api, id_kind="Passport", id_number="XK4711229", id_expires="2031-05-01", gender="woman")
    told = api.get("/clients/CL-0001").json()
    assert (told["id_number"], told["id_expires"], told["gender"]) == ("••••1229", "2031-05-01", "woman")
    assert api.post("/clients/CL-0001/identity").json() == {"id_number": "XK4711229"}
    assert api.post("/clients/CL-0001/identity", headers={"X-Role": "artist"}).status_code == 403
    refused = api.patch("/clients/CL-0001", json={"version": 1, "id_number": told["id_number"]})
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["id_number"])


def test_who_brought_them_is_somebody_else_on_file(api: TestClient) -> None:
    ana = made(api)
    bea = made(api, name="Bea", brought_by_id=ana["id"], brought_by="at the fair")
    told = api.get(f"/clients/{bea['code']}").json()
    assert (told["brought_by_name"], told["brought_by_code"], told["brought_by"]) == (
        "Ana Pereira",
        "CL-0001",
        "at the fair",
    )
    own = {"version": 1, "brought_by_id": ana["id"]}
    assert api.patch(f"/clients/{ana['code']}", json=own).status_code == 422


def test_archiving_has_an_address_of_its_own(api: TestClient) -> None:
    made(api)
    assert api.post("/clients/CL-0001/archive").json()["archived_at"] is not None
    assert api.post("/clients/CL-0001/restore").json()["archived_at"] is None
