"""The API of the clients room, as a program meets it."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from pages.clients.api import router as clients
from pages.clients.registrations_api import router as registrations
from pages.plain import plain_app
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.actor import Actor
from studio.kernel.house import House
from tests.factories.clients import sent
from tests.factories.people import signed_in

FORM = {"name": "Gil Gast", "health": {"diabetes": True}, "consents": {"health_data": True}}


class As:
    """The API as the gate hands it on, for the role a test names in a header."""

    def __init__(self, actors: dict[str, Actor], *routers: Any) -> None:
        self.app = plain_app(Registry(screens=[Screens("clients", api=routers or (clients, registrations))]))
        self.actors = actors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            role = dict(scope["headers"]).get(b"x-role", b"owner").decode()
            scope["linework.actor"] = self.actors.get(role)
        await self.app(scope, receive, send)


@pytest.fixture
def api(studio: House) -> Iterator[TestClient]:
    actors = {role: signed_in(role) for role in ("owner", "reception", "artist", "viewer", "inspector")}
    with TestClient(As(actors), "http://testserver/api/v1") as client:
        yield client


def test_a_client_is_made_read_changed_archived_and_restored(api: TestClient) -> None:
    made = api.post("/clients", json={"name": "Ana Pereira", "phone": "+447700900412", "tags": ["vip"]})
    assert made.status_code == 201
    body = made.json()
    assert (body["code"], body["version"], body["name"], body["tags"]) == ("CL-0001", 1, "Ana Pereira", ["vip"])
    for ref in (body["id"], "CL-0001", "cl-0001"):
        assert api.get(f"/clients/{ref}").json() == body
    changed = api.patch(f"/clients/{body['id']}", json={"version": 1, "email": "ana@example.com"}).json()
    assert (changed["version"], changed["email"], changed["phone"]) == (2, "ana@example.com", "+447700900412")
    stale = api.patch(f"/clients/{body['id']}", json={"version": 1, "email": "x@example.com"})
    assert (stale.status_code, stale.headers["content-type"]) == (409, "application/problem+json")
    assert api.delete(f"/clients/{body['id']}").json()["archived_at"]
    assert api.get("/clients").json()["total"] == 0
    assert api.post(f"/clients/{body['id']}/restore").json()["archived_at"] is None


def test_a_collection_pages_searches_and_sorts(api: TestClient) -> None:
    for name in ("Bea", "Ána", "Carl", "Anabel"):
        api.post("/clients", json={"name": name})
    page = api.get("/clients", params={"size": 2, "page": 2}).json()
    assert ([item["name"] for item in page["items"]], page["total"], page["page"], page["size"]) == (
        ["Bea", "Carl"],
        4,
        2,
        2,
    )
    found = api.get("/clients", params={"q": "ana", "sort": "-name"}).json()
    assert ([item["name"] for item in found["items"]], found["total"]) == (["Anabel", "Ána"], 2)
    hits = api.get("/clients/search", params={"q": "car"}).json()["items"]
    assert [hit["name"] for hit in hits] == ["Carl"]


@pytest.mark.parametrize(
    "query", ["size=201", "size=0", "page=0", "page=x", "sort=shoe", "q=" + "x" * 500, "page=99999999999999"]
)
def test_a_bad_query_is_a_problem(api: TestClient, query: str) -> None:
    refused = api.get(f"/clients?{query}")
    assert refused.status_code == 422
    assert refused.json()["fields"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": ""},
        {"name": "\u200b"},
        {"name": 7},
        {"name": "A", "phone": "1"},
        {"name": "A", "birth_date": "2023-02-29"},
        {"name": "A", "colour": "red"},
        {"name": "x" * 300},
        {"name": "A", "tags": "vip"},
        {"name": "A", "tags": ["x" * 100]},
        [],
        None,
        "x",
    ],
)
def test_bad_input_is_named_and_stores_nothing(api: TestClient, body: Any) -> None:
    refused = api.post("/clients", json=body)
    assert (refused.status_code, refused.headers["content-type"]) == (422, "application/problem+json")
    assert refused.json()["fields"]
    assert api.get("/clients").json()["total"] == 0


def test_strange_letters_and_broken_json_earn_no_incident(api: TestClient) -> None:
    headers = {"content-type": "application/json", "Idempotency-Key": "k"}
    sent_raw = [b'{"name": "Ana \\ud800"}', b'{"name": "Ana \\u0000\\u001b"}', b'{"name": "Ana"']
    answers = [api.post("/clients", content=raw, headers=headers) for raw in sent_raw]
    assert [answer.status_code for answer in answers] == [422, 201, 422]
    assert answers[1].json()["name"] == "Ana"


def test_the_same_key_makes_one_client_and_gives_one_answer(api: TestClient) -> None:
    key = {"Idempotency-Key": "till-1-0001"}
    first = api.post("/clients", json={"name": "Ana"}, headers=key)
    again = api.post("/clients", json={"name": "Ana"}, headers=key)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert api.get("/clients").json()["total"] == 1
    assert api.post("/clients", json={"name": "Bea"}, headers=key).status_code == 422
    assert (
        api.post("/clients", json={"name": "Ana"}, headers={**key, "x-role": "reception"}).json()["code"] == "CL-0002"
    )


def test_a_key_of_a_refused_request_may_be_used_again(api: TestClient) -> None:
    key = {"Idempotency-Key": "k"}
    assert api.post("/clients", json={"name": " "}, headers=key).status_code == 422
    assert api.post("/clients", json={"name": "Ana"}, headers=key).status_code == 201


def test_rights_hold_here_too(api: TestClient) -> None:
    assert api.get("/clients", headers={"x-role": "nobody"}).status_code == 401
    assert api.get("/clients", headers={"x-role": "inspector"}).status_code == 403
    assert api.post("/clients", json={"name": "Ana"}, headers={"x-role": "viewer"}).status_code == 403
    made = api.post("/clients", json={"name": "Ana"}).json()
    assert api.get(f"/clients/{made['id']}/health", headers={"x-role": "reception"}).status_code == 403
    assert api.get("/clients/CL-9999").status_code == api.get(f"/clients/{'x' * 99}").status_code == 404


def test_health_is_written_and_read_by_those_who_may(api: TestClient) -> None:
    ref = api.post("/clients", json={"name": "Ana"}).json()["code"]
    answers = {"answers": {"allergies": {"answer": True, "choices": ["latex"]}, "heart": False}}
    told = api.post(f"/clients/{ref}/health", json=answers, headers={"x-role": "reception"}).json()
    assert told["health_light"] == "amber"
    assert api.post(f"/clients/{ref}/consents", json={"kind": "marketing", "given": True}).status_code == 201
    sheet = api.get(f"/clients/{ref}/health", headers={"x-role": "artist"}).json()
    assert [(one["question"], one["answer"]) for one in sheet["answers"]] == [("allergies", True), ("heart", False)]
    assert [one["kind"] for one in sheet["consents"]] == ["marketing"]


def test_a_registration_goes_from_invitation_to_file(api: TestClient) -> None:
    invitation = api.post("/registrations/invitations")
    assert invitation.status_code == 201
    assert "/r/" in invitation.json()["url"]
    form = sent(FORM)
    waiting = api.get("/registrations", params={"state": "waiting"}).json()
    assert [(item["id"], item["health_light"]) for item in waiting["items"]] == [(str(form.id), "amber")]
    assert api.get(f"/registrations/{form.id}", headers={"x-role": "reception"}).json()["health"] is None
    accepted = api.post(f"/registrations/{form.id}/accept")
    assert (accepted.status_code, accepted.json()["name"]) == (201, "Gil Gast")
    assert api.post(f"/registrations/{form.id}/accept").status_code == 409
    assert api.get("/registrations", params={"state": "accepted"}).json()["total"] == 1


def test_a_registration_is_merged_or_declined(api: TestClient) -> None:
    client = api.post("/clients", json={"name": "Gil Gast"}).json()
    first, second = sent({**FORM, "phone": "+447700900412"}), sent(FORM)
    candidates = api.get(f"/registrations/{first.id}").json()["candidates"]
    assert [(one["code"], one["differences"][0]["field"]) for one in candidates] == [("CL-0001", "phone")]
    merge = {"client_id": client["id"], "version": client["version"]}
    assert api.post(f"/registrations/{first.id}/merge", json=merge).json()["phone"] == "+447700900412"
    assert api.post(f"/registrations/{second.id}/decline", json={"reason": ""}).json()["fields"].keys() == {"reason"}
    assert api.post(f"/registrations/{second.id}/decline", json={"reason": "twice"}).json()["state"] == "declined"
    assert api.post(f"/registrations/{second.id}/reopen").json()["state"] == "waiting"


def test_a_question_no_keyboard_can_type_is_refused_like_any_other(api: TestClient) -> None:
    client = api.post("/clients", json={"name": "Ana Pereira"}).json()["id"]
    told, kind = b'{"answers": {"\\ud800": {"answer": true}}}', {"content-type": "application/json"}
    answer = api.post(f"/clients/{client}/health", content=told, headers=kind)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["status"] == 422
