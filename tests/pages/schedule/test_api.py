"""The API of the schedule, as a program meets it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from studio.kernel.actor import Actor
from studio.kernel.house import House
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.programs import Api

AT = "/api/v1"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def program(api: Api, owner: Actor) -> TestClient:
    return api(owner)


@pytest.fixture
def good(program: TestClient, owner: Actor) -> dict[str, Any]:
    """A booking that fits."""
    artist = program.post(f"{AT}/artists", json={"name": "Ines Duarte"}).json()
    client = str(on_file(owner, "Ana Pereira", phone="+44 7700 900461").id)
    times = {"starts_at": "2027-06-16T12:00:00+01:00", "ends_at": "2027-06-16T14:00:00+01:00"}
    return {"artist_id": artist["id"], "client_id": client, "kind": "session", **times}


def test_artists_and_stations_are_made_read_changed_archived_and_restored(program: TestClient) -> None:
    for what, code in (("artists", "AR-0001"), ("stations", "ST-01")):
        made = program.post(f"{AT}/{what}", json={"name": "Ines"})
        assert (made.status_code, made.json()["code"], made.json()["version"]) == (201, code, 1)
        body = made.json()
        for known in (body["id"], code, code.lower()):
            assert program.get(f"{AT}/{what}/{known}").json() == body
        assert program.patch(f"{AT}/{what}/{code}", json={"version": 1, "name": "Noor"}).json()["version"] == 2
        assert program.patch(f"{AT}/{what}/{code}", json={"version": 1, "name": "Kim"}).status_code == 409
        assert program.get(f"{AT}/{what}", params={"q": "noo"}).json()["total"] == 1
        assert program.delete(f"{AT}/{what}/{code}").json()["archived_at"]
        assert program.get(f"{AT}/{what}").json()["total"] == 0
        assert program.post(f"{AT}/{what}/{code}/restore").json()["archived_at"] is None
        for unknown in ("AR-9999", "x" * 3000, "00000000-0000-0000-0000-000000000000"):
            assert program.get(f"{AT}/{what}/{unknown}").status_code == 404
        assert program.post(f"{AT}/{what}", json={"name": ""}).json()["fields"].keys() == {"name"}
        assert program.get(f"{AT}/{what}", params={"sort": "shoe"}).status_code == 422


def test_absences_and_certificates_come_and_go(program: TestClient) -> None:
    program.post(f"{AT}/artists", json={"name": "Ines", "hours": {"mon": [["10:00", "18:00"]]}})
    away = program.post(f"{AT}/artists/AR-0001/absences", json={"from_on": "2027-06-16", "kind": "holiday"})
    assert (away.status_code, away.json()["until_on"]) == (201, "2027-06-16")
    assert program.get(f"{AT}/artists/AR-0001/absences").json()["total"] == 1
    assert program.post(f"{AT}/artists", json={"name": "Kofi Mensah"}).status_code == 201
    assert program.delete(f"{AT}/artists/AR-0002/absences/{away.json()['id']}").status_code == 404
    assert program.delete(f"{AT}/artists/AR-0001/absences/{away.json()['id']}").status_code == 204
    assert program.delete(f"{AT}/artists/AR-0001/absences/{away.json()['id']}").status_code == 404
    paper = program.post(f"{AT}/artists/AR-0001/certificates", json={"kind": "licence", "expires_on": "2028-01-01"})
    assert (paper.status_code, paper.json()["file"]) == (201, False)
    assert program.get(f"{AT}/artists/AR-0001/certificates").json()["items"][0]["expires_on"] == "2028-01-01"


def test_a_booking_is_made_moved_changed_and_walked_to_its_end(program: TestClient, good: dict[str, Any]) -> None:
    made = program.post(f"{AT}/bookings", json={**good, "kind": "consult"})
    body = made.json()
    assert (made.status_code, body["code"], body["status"], body["client"]) == (
        201,
        "BK-0001",
        "planned",
        "Ana Pereira",
    )
    assert body["starts_at"] == "2027-06-16T11:00:00+00:00"
    assert program.get(f"{AT}/bookings/bk-0001").json() == body
    to = {"starts_at": "2027-06-17T12:00:00+01:00", "version": 1}
    moved = program.post(f"{AT}/bookings/BK-0001/move", json=to).json()
    assert (moved["version"], moved["ends_at"]) == (2, "2027-06-17T13:00:00+00:00")
    assert program.post(f"{AT}/bookings/BK-0001/move", json=to).status_code == 409
    changed = program.patch(f"{AT}/bookings/BK-0001", json={"version": 2, "note": "Left arm", "minutes": 60}).json()
    assert (changed["note"], changed["ends_at"]) == ("Left arm", "2027-06-17T12:00:00+00:00")
    for step, status in (
        ("confirm", "confirmed"), ("check-in", "checked_in"), ("start", "in_progress"), ("pause", "in_progress"),
        ("start", "in_progress"), ("stop", "done"), ("reopen", "in_progress"), ("finish", "done"),
    ):  # fmt: skip
        answer = program.post(f"{AT}/bookings/BK-0001/{step}")
        assert (answer.status_code, answer.json()["status"]) == (200, status), step
    assert program.post(f"{AT}/bookings/BK-0001/cancel").status_code == 409


def test_what_is_in_the_way_is_409_and_says_what(program: TestClient, good: dict[str, Any]) -> None:
    program.post(f"{AT}/bookings", json=good)
    answer = program.post(f"{AT}/bookings", json=good)
    assert (answer.status_code, answer.headers["content-type"]) == (409, "application/problem+json")
    assert "BK-0001" in answer.json()["detail"]
    allowed = program.post(f"{AT}/bookings", json={**good, "override": "Only the stencil"})
    assert (allowed.status_code, allowed.json()["overrides"][0]["rule"]) == (201, "artist_busy")
    cancelled = program.post(f"{AT}/bookings/BK-0001/cancel", json={"by": "client", "reason": "A cold"}).json()
    assert (cancelled["status"], cancelled["ended_by"], cancelled["notice_minutes"] > 0) == (
        "cancelled",
        "client",
        True,
    )
    assert program.post(f"{AT}/bookings/BK-0002/no-show").status_code == 409


WRONG: list[dict[str, Any]] = [
    {"starts_at": "2027-06-16T12:00:00"},
    {"ends_at": "2027-06-16T12:00:00+01:00"},
    {"ends_at": "2027-06-17T13:00:00+01:00"},
    {"starts_at": "9999-12-31T12:00:00+00:00", "ends_at": None},
    {"starts_at": "0001-01-01T00:00:00+14:00"},
    {"starts_at": "noon"},
    {"kind": "haircut"},
    {"status": "done"},
    {"client_id": "00000000-0000-0000-0000-000000000000"},
    {"client_id": None},
    {"artist_id": None},
    {"artist_id": 7},
    {"services": [{"service_id": "00000000-0000-0000-0000-000000000000"}]},
    {"price": {"minor": 80.5, "currency": "GBP"}},
    {"minutes": 10**30},
    {"note": "x" * 30_000},
    {"title": "\ud800"},
    {"code": "BK-0007"},
]


def test_bad_input_is_422_and_nothing_is_stored(program: TestClient, good: dict[str, Any]) -> None:
    for wrong in WRONG:
        sent = json.dumps({**good, **wrong})
        answer = program.post(f"{AT}/bookings", content=sent, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422, (wrong, answer.text)
        assert answer.json()["fields"], wrong
    assert program.get(f"{AT}/bookings").json()["total"] == 0


def test_the_calendar_is_filtered_sorted_and_found(program: TestClient, good: dict[str, Any]) -> None:
    series = program.post(f"{AT}/bookings/series", json={**good, "times": 3})
    assert (series.status_code, len(series.json()["items"])) == (201, 3)
    one = {"from": "2027-06-20T00:00:00+00:00", "to": "2027-06-27T00:00:00+00:00"}
    assert program.get(f"{AT}/bookings", params=one).json()["total"] == 1
    for params, total in (
        ({"artist_id": good["artist_id"]}, 3), ({"client_id": good["client_id"]}, 3), ({"status": "done"}, 0),
        ({"q": "perei"}, 3), ({"q": "bk-0002"}, 1), ({"kind": "consult"}, 0), ({"q": "nobody"}, 0),
    ):  # fmt: skip
        assert program.get(f"{AT}/bookings", params=params).json()["total"] == total, params
    first = program.get(f"{AT}/bookings", params={"sort": "-starts_at", "size": 1}).json()["items"]
    assert [one["code"] for one in first] == ["BK-0003"]
    free = program.get(f"{AT}/bookings/free", params={"day": "2027-06-16", "minutes": 720}).json()["items"]
    assert [one["starts_at"] for one in free] == ["2027-06-15T23:00:00+00:00"]


def test_a_series_begins_when_it_is_said_and_is_moved_from_one_of_its_bookings_on(
    program: TestClient, good: dict[str, Any]
) -> None:
    days = ("2027-06-16T12:00", "2027-06-24T12:00", "2027-07-01T12:00")
    told = {name: value for name, value in good.items() if name not in ("starts_at", "ends_at")}
    starts = [{"starts_local": day} for day in days]
    made = program.post(f"{AT}/bookings/series", json={**told, "minutes": 60, "starts": starts}).json()["items"]
    assert [one["starts_local"] for one in made] == list(days)
    to = {"starts_local": "2027-06-25T13:00", "following": True}
    assert program.post(f"{AT}/bookings/BK-0002/move", json=to).json()["starts_local"] == "2027-06-25T13:00"
    stand = [program.get(f"{AT}/bookings/{one['code']}").json()["starts_local"] for one in made]
    assert stand == [days[0], "2027-06-25T13:00", "2027-07-02T13:00"]


def test_sent_twice_with_one_key_it_is_booked_once(program: TestClient, good: dict[str, Any]) -> None:
    key = {"Idempotency-Key": "abc"}
    first, second = (program.post(f"{AT}/bookings", json=good, headers=key) for _ in range(2))
    assert first.json() == second.json()
    assert program.get(f"{AT}/bookings").json()["total"] == 1


def test_those_who_wait_are_offered_a_gap_and_take_it(program: TestClient, good: dict[str, Any]) -> None:
    entry = program.post(f"{AT}/waitlist", json={"client_id": good["client_id"], "minutes": 60}).json()
    gap = {"artist_id": good["artist_id"], "starts_at": good["starts_at"]}
    assert program.get(f"{AT}/waitlist", params={**gap, "minutes": 60}).json()["total"] == 1
    assert program.post(f"{AT}/waitlist/{entry['id']}/offer", json=gap).json()["state"] == "offered"
    assert program.post(f"{AT}/waitlist/{entry['id']}/withdraw").json()["state"] == "waiting"
    assert program.post(f"{AT}/waitlist/{entry['id']}/take").status_code == 409
    taken = program.post(f"{AT}/waitlist/{entry['id']}/take", json=gap)
    assert (taken.status_code, taken.json()["client_id"]) == (201, good["client_id"])
    assert program.get(f"{AT}/waitlist").json()["total"] == 0
    other = program.post(f"{AT}/waitlist", json={"client_id": good["client_id"]}).json()
    assert program.delete(f"{AT}/waitlist/{other['id']}").json()["state"] == "removed"


def test_who_may_not_is_told_so(api: Api, good: dict[str, Any]) -> None:
    viewer = api(signed_in("viewer"))
    assert viewer.get(f"{AT}/bookings").status_code == 200
    assert viewer.post(f"{AT}/bookings", json=good).status_code == 403
    assert viewer.post(f"{AT}/artists", json={"name": "Kim"}).status_code == 403
    assert api(signed_in("inspector")).get(f"{AT}/bookings").status_code == 403
    assert api().get(f"{AT}/bookings").status_code == 401
