"""The API of pieces, as a program meets it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from studio.kernel.actor import Actor
from studio.kernel.house import House
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.programs import Api

AT = "/api/v1/pieces"
GBP = "GBP"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def program(api: Api, owner: Actor) -> TestClient:
    return api(owner)


@pytest.fixture
def made(program: TestClient, owner: Actor) -> dict[str, Any]:
    """A piece with a lead artist."""
    artist = program.post("/api/v1/artists", json={"name": "Ines Duarte"}).json()["id"]
    client = str(on_file(owner, "Ana Pereira").id)
    body = {"client_id": client, "title": "Tide sleeve", "lead_artist_id": artist, "places": ["left.upper_arm"]}
    answer = program.post(AT, json=body, headers={"Idempotency-Key": "one"})
    assert answer.status_code == 201
    assert program.post(AT, json=body, headers={"Idempotency-Key": "one"}).json() == answer.json()
    told: dict[str, Any] = answer.json()
    return told


def money(minor: int) -> dict[str, Any]:
    return {"minor": minor, "currency": GBP}


def test_a_piece_is_made_read_listed_changed_archived_and_restored(program: TestClient, made: dict[str, Any]) -> None:
    assert (made["code"], made["state"], made["client"], made["artist"]) == (
        "PC-0001", "enquiry", "Ana Pereira", "Ines Duarte",
    )  # fmt: skip
    for known in (made["id"], "PC-0001", "pc-0001"):
        assert program.get(f"{AT}/{known}").json() == made
    assert program.get(AT, params={"q": "sleeve", "state": "open", "sort": "-code"}).json()["total"] == 1
    assert program.get(AT, params={"state": "closed"}).json()["items"] == []
    changed = program.patch(f"{AT}/PC-0001", json={"version": made["version"], "title": "Tide", "wide_mm": 120})
    assert (changed.json()["title"], changed.json()["wide_mm"]) == ("Tide", 120)
    assert program.patch(f"{AT}/PC-0001", json={"version": made["version"], "title": "Koi"}).status_code == 409
    assert program.delete(f"{AT}/PC-0001").status_code == 409
    assert program.post(f"{AT}/PC-0001/advance", json={"to": "dropped"}).json()["fields"].keys() == {"reason"}
    told = program.post(f"{AT}/PC-0001/advance", json={"to": "dropped", "reason": "No answer"})
    assert told.json()["state"] == "dropped"
    assert program.delete(f"{AT}/PC-0001").json()["archived_at"]
    assert program.get(AT).json()["total"] == 0
    assert program.get(AT, params={"archived": True}).json()["total"] == 1
    assert program.post(f"{AT}/PC-0001/restore").json()["archived_at"] is None
    assert program.post(f"{AT}/PC-0001/reopen", json={"version": 1}).status_code == 409
    assert program.post(f"{AT}/PC-0001/reopen").json()["state"] == "enquiry"


def test_quote_deposit_and_sessions(program: TestClient, made: dict[str, Any]) -> None:
    quote = {"kind": "hourly", "hour_price": money(120_00), "minutes_least": 240, "minutes_most": 600}
    told = program.post(f"{AT}/PC-0001/quote", json=quote).json()
    assert (told["state"], told["quote"]["least"], told["quote"]["most"]) == ("quoted", money(480_00), money(1200_00))
    assert program.post(f"{AT}/PC-0001/quote", json={"kind": "fixed"}).json()["fields"].keys() == {"least"}
    assert program.post(f"{AT}/PC-0001/deposit", json={"due": money(50_00)}).json()["deposit_due"] == money(50_00)
    assert program.post(f"{AT}/PC-0001/deposit", json={"state": "recorded"}).json()["deposit_state"] == "recorded"
    session = {"starts_at": "2027-06-16T12:00:00+01:00", "minutes": 120}
    booked = program.post(f"{AT}/PC-0001/sessions", json=session)
    assert (booked.status_code, booked.json()["subject_id"], booked.json()["client"]) == (
        201, made["id"], "Ana Pereira",
    )  # fmt: skip
    healing = program.post(f"{AT}/PC-0001/sessions", json={**session, "starts_at": "2027-06-20T12:00:00+01:00"})
    assert (healing.status_code, "2027-07-07" in healing.json()["detail"]) == (409, True)
    told = program.get(f"{AT}/PC-0001").json()
    assert (told["state"], told["free_from"], told["reckoning"]["money_ahead"]) == (
        "scheduled", "2027-07-07", money(240_00),
    )  # fmt: skip
    slot = program.get(f"{AT}/PC-0001/next-slot", params={"minutes": 60}).json()
    assert (slot["not_before"], slot["artist_id"]) == ("2027-07-07", made["lead_artist_id"])


def test_a_design_is_sent_spelt_confirmed_approved_and_no_longer(program: TestClient, made: dict[str, Any]) -> None:
    sheet = BytesIO()
    Image.new("RGB", (40, 50), "white").save(sheet, "PNG")
    designs = f"{AT}/PC-0001/designs"
    added = program.post(designs, content=sheet.getvalue(), params={"lettering": "Mum"})
    assert (added.status_code, [one["no"] for one in added.json()["designs"]]) == (201, [1])
    picture = program.get(f"{designs}/1/picture", params={"small": True})
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")
    assert program.post(f"{designs}/1/approve", json={"how": "at_desk"}).status_code == 409
    assert program.post(f"{designs}/1/spelling", json={"typed": "Mam"}).status_code == 422
    for step, body in (("spelling", {"typed": "Mum"}), ("letters", None), ("approve", {"how": "by_message"})):
        answer = program.post(f"{designs}/1/{step}", json=body)
        assert answer.status_code == 200, step
    assert answer.json()["approved"] is True
    assert program.post(f"{designs}/1/void", json={"reason": "Another font"}).json()["approved"] is False
    assert program.post(f"{AT}/PC-0001/approve", json={"how": "at_desk"}).status_code == 409
    for step, body in (("spelling", {"typed": "Mum"}), ("letters", None)):
        program.post(f"{designs}/1/{step}", json=body)
    assert program.post(f"{AT}/PC-0001/approve", json={"how": "at_desk"}).json()["approved"] is True
    assert program.post(designs, content=b"no picture").status_code == 422
    for no in (2, 0):
        assert program.get(f"{designs}/{no}/picture").status_code in (404, 422)


def test_what_is_unknown_or_not_theirs_is_not_told(api: Api, program: TestClient, made: dict[str, Any]) -> None:
    for unknown in ("PC-9999", "x" * 3000, "00000000-0000-0000-0000-000000000000"):
        assert program.get(f"{AT}/{unknown}").status_code == 404
    guest = api(signed_in("guest_artist"))
    assert (guest.get(f"{AT}/PC-0001").status_code, guest.get(AT).json()["total"]) == (404, 0)
    viewer = api(signed_in("viewer"))
    assert viewer.get(f"{AT}/PC-0001").status_code == 200
    assert viewer.post(f"{AT}/PC-0001/advance", json={"to": "consult"}).status_code == 403
    assert viewer.post(AT, json={"client_id": made["client_id"], "title": "Koi"}).status_code == 403
