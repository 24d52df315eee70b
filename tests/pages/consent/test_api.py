"""The API of the consent room, as a program uses it."""

from __future__ import annotations

from uuid import uuid4

from studio.consent.drawer import drawer
from studio.kernel.house import House
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in
from tests.pages.programs import Api
from tests.studio.messages.post_office import post_is_out, post_office, set_up_mail

CONSENTS = "/api/v1/consents"


def test_signed_consents_are_listed_without_what_was_told(api: Api, studio: House) -> None:
    kept = packet()
    for role in ("reception", "artist", "viewer", "inspector"):
        page = api(signed_in(role)).get(CONSENTS).json()
        assert [item["code"] for item in page["items"]] == [kept.code], role
        assert "signed" not in page["items"][0]
    assert api().get(CONSENTS).status_code == 401


def test_one_consent_tells_whether_it_holds(api: Api, studio: House) -> None:
    kept = packet()
    told = api(signed_in("reception")).get(f"{CONSENTS}/{kept.code.lower()}").json()
    assert told["holds"] is True
    assert told["evidence"]["witness"]["signature"] is None
    assert api(signed_in("owner")).get(f"{CONSENTS}/CS-9999").status_code == 404


def test_answers_and_paper_are_for_those_who_may_read_them(api: Api, studio: House) -> None:
    kept = packet()
    drawer.settle()
    artist, reception = api(signed_in("artist")), api(signed_in("reception"))
    assert artist.get(f"{CONSENTS}/{kept.code}/signed").json()["signed"]["answers"] is not None
    assert reception.get(f"{CONSENTS}/{kept.code}/signed").status_code == 403
    assert reception.get(f"{CONSENTS}/{kept.code}/pdf").status_code == 403
    pdf = artist.get(f"{CONSENTS}/{kept.code}/pdf")
    assert pdf.content.startswith(b"%PDF")
    verdict = reception.post(f"{CONSENTS}/verify", content=pdf.content).json()
    assert verdict["state"] == "valid"
    altered = pdf.content.replace(b"/Page", b"/Pagf", 1)
    assert reception.post(f"{CONSENTS}/verify", content=altered).json()["state"] == "altered"
    assert reception.post(f"{CONSENTS}/verify", content=b"a shopping list").json()["state"] == "not_ours"


def test_a_client_is_invited_once_however_often_it_is_asked_for(api: Api, studio: House) -> None:
    client = adult()
    asked = {"client_id": str(client.id), "language": "pt-BR"}
    reception = api(signed_in("reception"))
    made = [reception.post(f"{CONSENTS}/invitations", json=asked, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert made[0].status_code == 201
    assert made[0].json() == made[1].json()
    assert "/c/" in made[0].json()["url"]
    assert made[0].json()["language"] == "pt-BR"
    assert reception.post(f"{CONSENTS}/invitations", json={"client_id": str(uuid4())}).status_code == 404
    assert reception.post(f"{CONSENTS}/invitations", json={**asked, "place": "moon"}).status_code == 422
    minor = adult("Little Lu", birth_date="2015-01-01", guardian_name="Rui Pereira", guardian_phone="+447700900999")
    assert reception.post(f"{CONSENTS}/invitations", json={"client_id": str(minor.id)}).status_code == 422


def test_a_consent_that_was_taken_back_stays_on_record(api: Api, studio: House) -> None:
    kept = packet()
    artist = api(signed_in("artist"))
    back = f"{CONSENTS}/{kept.code}/withdraw"
    assert artist.post(back, json={"reason": " "}).status_code == 422
    assert artist.post(back, json={"reason": "Changed her mind"}).status_code == 201
    assert artist.post(back, json={"reason": "Again"}).status_code == 409
    (item,) = artist.get(CONSENTS, params={"client_id": str(kept.client_id)}).json()["items"]
    assert item["state"] == "withdrawn"
    assert artist.get(CONSENTS, params={"state": "signed"}).json()["total"] == 0
    assert api(signed_in("reception")).post(back, json={"reason": "x"}).status_code == 403


def test_a_program_sends_a_consent_to_its_client_once_however_often_it_asks(api: Api, studio: House) -> None:
    kept = packet(adult(email="ana@example.com"))
    drawer.settle()
    artist, at = api(signed_in("artist")), f"{CONSENTS}/{kept.code}/send"
    assert artist.post(at).status_code == 422, "no e-mail is set up"
    with post_office() as office:
        set_up_mail(office)
        sent = [artist.post(at, headers={"Idempotency-Key": "k"}) for _ in range(2)]
        assert sent[0].status_code == 202
        assert sent[0].json() == sent[1].json()
        assert api(signed_in("reception")).post(at).status_code == 403
        assert artist.post(f"{CONSENTS}/CS-9999/send").status_code == 404
        post_is_out(studio)
    assert [one["To"] for one in office.arrived] == ["ana@example.com"]
