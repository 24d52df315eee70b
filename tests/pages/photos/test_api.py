"""Photos for programs: sent as they come out of a camera, shown only with consent, gone when it is withdrawn."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from studio.clients.actions import record_consent
from studio.clients.queries import who_viewed
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.pictures import with_secrets
from tests.pages.programs import Api

HERE = "/api/v1"


def test_a_photo_is_sent_shown_withdrawn_and_deleted(studio: House, api: Api) -> None:
    who = signed_in("owner")
    owner, viewer = api(who), api(signed_in("viewer"))
    client = on_file(who, "Rita Lobo")
    place = f"{HERE}/clients/{client.code}/photos"
    assert owner.post(f"{place}?kind=finished", content=with_secrets()).status_code == 422
    for consent in ("photo_record", "photo_publicity"):
        perform(who, record_consent, client.id, consent, True)
    once = {"Idempotency-Key": "once"}
    made = owner.post(
        f"{place}?kind=healing&day=3&place=Back&tags=a&tags=b", content=with_secrets(), headers=once
    ).json()
    assert made["tags"] == ["a", "b"]
    assert (
        owner.post(f"{place}?kind=healing&day=3&place=Back&tags=a&tags=b", content=with_secrets(), headers=once).json()
        == made
    )
    changed = owner.patch(f"{HERE}/photos/{made['id']}", json={"tags": ["lines"], "version": made["version"]}).json()
    assert (changed["tags"], changed["day"], changed["place"]) == (["lines"], 3, "Back")
    assert owner.get(place).json()["total"] == 1
    looks = ask(who, who_viewed, client.id)[1]
    assert owner.get(f"{HERE}/photos/{made['id']}/kept").headers["content-type"] == "image/jpeg"
    assert ask(who, who_viewed, client.id)[1] == looks + 1
    assert viewer.get(f"{HERE}/photos/{made['id']}/kept").status_code == 403
    assert viewer.get(f"{HERE}/photos/{made['id']}/picture").status_code == 404
    assert owner.post(f"{HERE}/photos/show", json={"ids": [made["id"]]}).json() == {"ids": [made["id"]]}
    listed = viewer.get(f"{HERE}/photos?tag=lines")
    assert (listed.json()["total"], "Rita" in listed.text, str(client.id) in listed.text) == (1, False, False)
    with Image.open(BytesIO(viewer.get(f"{HERE}/photos/{made['id']}/picture").content)) as picture:
        assert dict(picture.getexif()) == {}
    assert owner.delete(f"{HERE}/photos/{made['id']}").status_code == 200
    assert owner.post(f"{HERE}/photos/{made['id']}/restore").json()["id"] == made["id"]
    perform(who, record_consent, client.id, "photo_record", False)
    assert viewer.get(f"{HERE}/photos/{made['id']}/picture").status_code == 404
    assert viewer.get(f"{HERE}/photos/withdrawn").status_code == 403
    assert owner.get(f"{HERE}/photos/withdrawn").json()["total"] == 1
    assert owner.post(f"{HERE}/photos/withdrawn/delete", json={"ids": [made["id"]]}).json() == {"count": 1}
    assert owner.get(f"{HERE}/photos/withdrawn").json()["total"] == 0
