"""The API of upkeep: the journal as one may know it, undo, and the settings."""

from __future__ import annotations

import pytest

from studio.kernel.house import house
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.programs import Api


def test_the_journal_is_narrowed_and_an_entry_opened_and_taken_back(api: Api) -> None:
    owner, manager = signed_in(), signed_in("manager")
    on_file(manager, "Rita Lobo")
    perform(owner, change_setting, "studio.name", "North Quay")
    program = api(owner)
    (rita,) = program.get("/api/v1/journal", params={"who": str(manager.id), "action": "clients."}).json()["items"]
    assert program.get(f"/api/v1/journal/{rita['no']}").json()["event"]["sentence"] == rita["sentence"]
    found = program.get("/api/v1/journal", params={"q": "North Quay", "since": "2020-01-01T00:00:00Z"}).json()
    assert found["total"] == 1
    no = found["items"][0]["no"]
    assert program.post(f"/api/v1/journal/{no}/undo").status_code == 204
    assert house().settings["studio.name"] == "Linework"
    assert program.post(f"/api/v1/journal/{no}/undo").status_code == 409
    assert api(signed_in("reception")).post(f"/api/v1/journal/{no}/undo").status_code == 403


@pytest.mark.parametrize(
    "asked",
    [
        {"since": "0001-01-01T00:00:00+14:00"},
        {"until": "9999-12-31T23:59:59-14:00"},
        {"since": "2020-01-01T00:00:00"},
        {"q": "%_\\'\"\x00", "who": "'; --", "kind": "client:%"},
        {"q": "9" * 200},
        {"action": "%"},
    ],
)
def test_no_question_to_the_journal_breaks_it(api: Api, asked: dict[str, str]) -> None:
    assert api(signed_in()).get("/api/v1/journal", params=asked).status_code == 200


@pytest.mark.parametrize("no", ["0", "-1", "x", "99999999999999999999"])
def test_an_entry_that_cannot_be_is_refused(api: Api, no: str) -> None:
    assert api(signed_in()).get(f"/api/v1/journal/{no}").status_code == 422
    assert api(signed_in()).get("/api/v1/journal/1999999").status_code == 404


def test_settings_are_read_set_and_set_back(api: Api) -> None:
    owner, manager = api(signed_in()), api(signed_in("manager"))
    perform(signed_in(), change_setting, "mail.password", "canary of a password")
    shown = {one["key"]: one for one in owner.get("/api/v1/settings").json()["items"]}
    assert shown["studio.name"]["value"] == "Linework"
    assert shown["mail.password"]["value"] is True
    hours = {"mon": [["10:00", "18:00"]]}
    assert owner.put("/api/v1/settings/studio.opening_hours", json={"value": hours}).json()["value"] == hours
    assert (
        owner.put("/api/v1/settings/studio.opening_hours", json={"value": {"mon": [["18", "10"]]}}).status_code == 422
    )
    assert manager.put("/api/v1/settings/studio.name", json={"value": "Taken Over"}).status_code == 403
    assert manager.get("/api/v1/settings").json()["items"][0]["may_change"] is False
    assert owner.delete("/api/v1/settings/studio.opening_hours").json()["value"] == {}
    assert owner.put("/api/v1/settings/no.such", json={"value": 1}).status_code == 404
    assert api(signed_in("artist")).get("/api/v1/settings").status_code == 403
