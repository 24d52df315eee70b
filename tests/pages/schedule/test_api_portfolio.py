"""Portfolios, terms and scans of certificates for programs."""

from __future__ import annotations

from studio.kernel.house import House
from tests.factories.people import signed_in
from tests.factories.pictures import with_secrets
from tests.pages.programs import Api

HERE = "/api/v1/artists"


def test_a_drawing_is_sent_described_ordered_taken_out_and_brought_back(studio: House, api: Api) -> None:
    owner, viewer = api(signed_in("owner")), api(signed_in("viewer"))
    terms = {"contract": "booth_rent", "rent": {"minor": 12000, "currency": "GBP"}, "rent_per": "month"}
    made = owner.post(HERE, json={"name": "Ines Duarte", **terms}).json()
    assert (made["rent"], made["rent_per"]) == (terms["rent"], "month")
    place = f"{HERE}/{made['code']}/portfolio"
    first, second = (
        owner.post(f"{place}?title={title}&tags=flash", content=with_secrets(colour)).json()
        for title, colour in (("Moon", "sienna"), ("Snake", "teal"))
    )
    assert viewer.post(place, content=with_secrets()).status_code == 403
    assert owner.patch(f"{place}/{first['id']}", json={"title": "Sun", "version": 1}).json()["title"] == "Sun"
    assert owner.post(f"{place}/order", json={"ids": [second["id"], first["id"]]}).json() == {"moved": 2}
    seen = viewer.get(place).json()
    assert [one["title"] for one in seen["items"]] == ["Snake", "Sun"]
    assert viewer.get(f"{place}/{first['id']}/picture").headers["content-type"] == "image/jpeg"
    assert owner.delete(f"{place}/{first['id']}").status_code == 200
    assert viewer.get(f"{place}/{first['id']}/picture").status_code == 404
    assert owner.post(f"{place}/{first['id']}/restore").json() == {"count": 1}
    assert owner.post(f"{place}/photos", json={"ids": [first["id"]]}).status_code == 409


def test_a_scan_is_sent_and_read_by_few(studio: House, api: Api) -> None:
    owner, viewer = api(signed_in("owner")), api(signed_in("viewer"))
    owner.post(HERE, json={"name": "Ines Duarte"})
    paper = owner.post(f"{HERE}/AR-0001/certificates", json={"kind": "licence"}).json()
    scan = f"{HERE}/AR-0001/certificates/{paper['id']}/file"
    assert owner.get(scan).status_code == 404
    assert owner.post(scan, content=b"<html>").status_code == 422
    assert owner.post(scan, content=with_secrets()).json()["file"] is True
    assert owner.get(scan).headers["content-type"] == "image/jpeg"
    assert viewer.get(scan).status_code == 403
