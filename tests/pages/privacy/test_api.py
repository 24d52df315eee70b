"""Privacy for programs: times, dry run, holds, a person's file, erasing, who looked; all under the same rights."""

from __future__ import annotations

import zipfile
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

from studio.clients.actions import decline_registration, view_health
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories import clock
from tests.factories.clients import on_file, sent
from tests.factories.people import signed_in
from tests.pages.programs import Api

HERE = "/api/v1/privacy"


def test_what_is_over_is_shown_and_ended_and_times_are_changed(studio: House, api: Api) -> None:
    perform(signed_in("owner"), decline_registration, sent().id, "joke")
    clock.later(studio).wait(days=366 * 3)
    owner, manager = api(signed_in("owner")), api(signed_in("manager"))
    due = {one["table"]: one["count"] for one in manager.get(f"{HERE}/due").json()["items"]}
    assert due["registration"] == 1
    assert len(manager.get(f"{HERE}/due/registration").json()["items"]) == 1
    assert manager.get(f"{HERE}/due/user").status_code == 404
    assert manager.post(f"{HERE}/due/end").status_code == 403
    longer = {"months": 48, "reason": "insurer"}
    times = {
        one["record"]: one["months"] for one in owner.put(f"{HERE}/times/registration", json=longer).json()["items"]
    }
    assert times["registration"] == 48
    assert owner.post(f"{HERE}/due/end").json() is None
    owner.put(f"{HERE}/times/registration", json={"months": None})
    assert owner.post(f"{HERE}/due/end").json()["rows"] == {"registration": 1}
    assert api(signed_in("artist")).get(f"{HERE}/due").status_code == 403


def test_somebody_is_held_handed_out_looked_after_and_erased(studio: House, api: Api) -> None:
    client = on_file(signed_in("owner"))
    owner = api(signed_in("owner"))
    began = studio.clock.now()
    perform(signed_in("artist"), view_health, client.id)
    hold = owner.post(f"{HERE}/holds", json={"client": client.code, "reason": "A claim"}).json()
    asked = {"client": str(client.id), "code": client.code, "reason": "by letter"}
    assert owner.post(f"{HERE}/erasures", json=asked).status_code == 409
    assert [one["reason"] for one in owner.get(f"{HERE}/holds").json()["items"]] == ["A claim"]
    assert owner.delete(f"{HERE}/holds/{hold['id']}").status_code == 204
    made = owner.post(f"{HERE}/files", json={"client": client.code}).json()
    archive = zipfile.ZipFile(BytesIO(owner.get(made["url"]).content))
    assert set(archive.namelist()) == {f"{client.code}.json", f"{client.code}.pdf"}
    assert owner.get(f"{HERE}/files/{uuid4()}").status_code == 404
    assert owner.get(f"{HERE}/erasures/{client.code}").json()["erased_at"] is None
    assert api(signed_in("manager")).post(f"{HERE}/erasures", json=asked).status_code == 403
    done = owner.post(f"{HERE}/erasures", json={**asked, "copies": True}, headers={"Idempotency-Key": "once"})
    assert (done.status_code, done.json()["kept"]) == (201, [])
    assert owner.post(f"{HERE}/erasures", json={**asked, "copies": True}, headers={"Idempotency-Key": "once"}).json()
    asked_for = owner.get(f"{HERE}/requests?client={client.code}").json()["items"]
    assert {one["kind"] for one in asked_for} == {"file", "erasure"}
    seen = owner.get(f"{HERE}/views/{client.code}").json()["items"]
    assert {one["what"] for one in seen} == {"Health answers", "Person file"}
    days = f"start={began.date()}&end={began.date() + timedelta(days=1)}"
    assert len(owner.post(f"{HERE}/views?{days}").json()["items"]) == 2
    assert owner.post(f"{HERE}/copies/remove").json() == {"removed": 0}
