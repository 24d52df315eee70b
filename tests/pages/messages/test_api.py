"""Alerts for programs: mine, read, put off; never anybody else's."""

from __future__ import annotations

from studio.kernel.house import House
from tests.factories.people import signed_in
from tests.pages.programs import Api
from tests.studio.messages.test_alerts import DISK, told


def test_a_program_reads_and_puts_off_what_is_its_owners(studio: House, api: Api) -> None:
    told(DISK, free="1.4")
    owner = api(signed_in())
    found = owner.get("/api/v1/alerts").json()
    assert (found["total"], found["page"]) == (1, 1)
    (alert,) = found["items"]
    assert alert["sentence"].startswith("The disk is nearly full")
    assert owner.post(f"/api/v1/alerts/{alert['id']}/read").json()["read_at"]
    assert owner.post(f"/api/v1/alerts/{alert['id']}/snooze", json={"until": "tomorrow"}).json()["snoozed_until"]
    assert owner.get("/api/v1/alerts", params={"state": "snoozed"}).json()["total"] == 1
    assert owner.post(f"/api/v1/alerts/{alert['id']}/unsnooze").json()["snoozed_until"] is None


def test_what_goes_to_others_does_not_exist(studio: House, api: Api) -> None:
    told(DISK, free="1.4")
    (alert,) = api(signed_in()).get("/api/v1/alerts").json()["items"]
    artist = api(signed_in("artist"))
    assert artist.get("/api/v1/alerts").json()["items"] == []
    assert artist.get(f"/api/v1/alerts/{alert['id']}").status_code == 404
    assert artist.post(f"/api/v1/alerts/{alert['id']}/read").status_code == 404
    assert api(None).get("/api/v1/alerts").status_code == 401


def test_a_strange_wish_is_refused_by_name(studio: House, api: Api) -> None:
    told(DISK, free="1.4")
    owner = api(signed_in())
    (alert,) = owner.get("/api/v1/alerts").json()["items"]
    answer = owner.post(f"/api/v1/alerts/{alert['id']}/snooze", json={"until": "never"})
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["until"])
    assert owner.get("/api/v1/alerts", params={"state": "?"}).status_code == 422
