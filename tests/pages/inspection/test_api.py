"""Inspections for programs: records between two days, an inspector let in and out, the signed file once."""

from __future__ import annotations

from pathlib import Path

from studio.kernel.house import House
from tests.factories import consents
from tests.factories.people import signed_in
from tests.pages.inspection.test_bundle import tool
from tests.pages.programs import Api
from tests.studio.inspection.test_visit import TOLD, today, written

HERE = "/api/v1/inspection"


def test_records_are_read_and_the_file_is_taken_along_once(studio: House, api: Api, tmp_path: Path) -> None:
    consents.packet()
    who, day = signed_in("owner"), today(studio).isoformat()
    owner, artist = api(who), api(signed_in("artist"))
    assert next(iter(owner.get(f"{HERE}/lists").json()["items"]))["key"] == "consents"
    listed = owner.get(f"{HERE}/lists/consents?first={day}&last={day}").json()
    assert (listed["total"], listed["items"][0]["id"]) == (1, "CS-0001")
    assert ("inspection.records.look", str(who.id)) in written(studio)
    assert owner.get(f"{HERE}/lists/nothing?first={day}&last={day}").status_code == 404
    assert owner.get(f"{HERE}/lists/consents?first={day}").status_code == 422
    assert artist.get(f"{HERE}/lists").status_code == 403
    days = {"first": day, "last": day, "in_full": True}
    assert artist.post(f"{HERE}/bundles", json=days).status_code == 403
    made = owner.post(f"{HERE}/bundles", json=days, headers={"Idempotency-Key": "once"}).json()
    assert owner.post(f"{HERE}/bundles", json=days, headers={"Idempotency-Key": "once"}).json() == made
    assert api(signed_in("manager")).get(made["url"]).status_code == 404
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(owner.get(made["url"]).content)
    assert tool().main([str(bundle)]) == 0
    assert owner.get(made["url"]).status_code == 404
    assert [one["id"] for one in owner.get(f"{HERE}/bundles").json()["items"]] == [made["id"]]


def test_an_inspector_is_let_in_and_out_by_an_owners_program(studio: House, api: Api) -> None:
    owner, manager = api(signed_in("owner")), api(signed_in("manager"))
    told = {**TOLD, "hours": 4}
    assert manager.post(f"{HERE}/visits", json=told).status_code == 403
    assert owner.post(f"{HERE}/visits", json={**told, "hours": 0}).json()["fields"].keys() == {"hours"}
    made = owner.post(f"{HERE}/visits", json=told).json()
    assert made["code"]
    (visit,) = manager.get(f"{HERE}/visits").json()["items"]
    assert (visit["id"], visit["office"], visit["ended_at"]) == (made["id"], TOLD["office"], None)
    assert "code" not in visit
    assert owner.post(f"{HERE}/visits/{made['id']}/end").json() == {"id": made["id"]}
    assert owner.post(f"{HERE}/visits/{made['id']}/end").status_code == 409
    assert manager.get(f"{HERE}/visits").json()["items"][0]["ended_at"]
