"""A program lets a minor and their guardian sign, follows how far they are, and reads who went past a warning."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from studio.consent.actions import invite_guardian, open_ceremony, sign_ceremony, witness_ceremony
from studio.consent.queries import ceremony_for_guest, ceremony_of_token
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import IDENTITY, filled, signed, witnessing
from tests.factories.guardians import GUARDIAN, PIERCING, minor, ours
from tests.factories.people import signed_in
from tests.pages.consent.signing import browser, given, send
from tests.pages.programs import Api

CONSENTS = "/api/v1/consents"
REMOTE = {"presence": "remote", "identity": ["photo_id"], "relation": []}


def test_a_minor_is_invited_with_a_guardian_and_the_guardian_after_them(api: Api, studio: House) -> None:
    ours(guardian=REMOTE)
    reception = api(signed_in("reception"))
    asked = {"client_id": str(minor().id), "service_kind": PIERCING}
    refused = reception.post(f"{CONSENTS}/invitations", json=asked)
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["guardian.name"])
    made = reception.post(f"{CONSENTS}/invitations", json={**asked, "guardian": {**GUARDIAN, "place": "remote"}}).json()
    where = f"{CONSENTS}/invitations/{made['id']}"
    assert reception.post(f"{where}/guardian").status_code == 409
    state = ceremony_of_token(made["url"].rpartition("/")[2])
    assert state is not None
    child = state.actor()
    perform(child, sign_ceremony, state.id, filled(ask(child, ceremony_for_guest)))
    assert reception.get(where).json()["stage"] == "guardian"
    link = reception.post(f"{where}/guardian").json()["url"].rpartition("/")[2]
    assert getattr(ceremony_of_token(link), "who", "") == "guardian"
    assert reception.delete(f"{where}/guardian").status_code == 204
    assert ceremony_of_token(link) is None
    assert reception.delete(where).status_code == 204
    assert reception.get(where).json()["stage"] == "ended"
    assert reception.get(f"{CONSENTS}/invitations/{uuid4()}").status_code == 404


async def test_a_minor_cannot_open_the_guardians_own_link_where_they_signed(studio: House) -> None:
    ours(guardian=REMOTE)
    how: dict[str, Any] = {"place": "phone", "service_kind": PIERCING, "guardian": {**GUARDIAN, "place": "remote"}}
    token, ceremony = perform(signed_in("artist"), open_ceremony, minor().id, **how)
    async with browser() as childs, browser() as mothers:
        page = (await childs.get(f"/c/{token}")).text
        assert (await send(childs, token, given(token, page))).status_code == 200
        link = perform(signed_in("artist"), invite_guardian, ceremony.id)
        stopped = await childs.get(f"/c/{link}")
        assert (stopped.status_code, "phone of their own" in stopped.text) == (409, True)
        assert (await mothers.get(f"/c/{link}")).status_code == 200
        assert "Thank you" in (await childs.get(f"/c/{token}")).text


def test_nobody_under_age_gets_in_with_a_forged_day_kind_or_service(api: Api, studio: House) -> None:
    owner, child = api(signed_in("owner")), minor()
    for forged in (
        {"session_on": "2100-01-01"},
        {"session_on": "2000-01-01"},
        {"service_kind": "library"},
        {"service_id": str(uuid4())},
        {"service_kind": "tattoo", "guardian": GUARDIAN},
        {"service_kind": "tattoo", "guardian": {**GUARDIAN, "override": "yes"}},
    ):
        asked = {"client_id": str(child.id), **forged}
        assert owner.post(f"{CONSENTS}/invitations", json=asked).status_code in (404, 422), forged
    assert owner.get(CONSENTS).json()["items"] == []


def test_who_went_past_a_warning_is_read_by_the_inspector_and_not_at_the_desk(api: Api, studio: House) -> None:
    opened, _ = signed()
    told = witnessing(identity={**IDENTITY, "expiry": "2020-01-01"}, reasons={"identity_expired": "Known for years"})
    perform(signed_in("artist"), witness_ceremony, opened.id, told)
    today = studio.clock.today("UTC").isoformat()
    period = {"start": today, "end": today}
    found = api(signed_in("inspector")).get(f"{CONSENTS}/overrides", params=period).json()["items"]
    assert [(one["warning"], one["reason"]) for one in found] == [("identity_expired", "Known for years")]
    assert api(signed_in("reception")).get(f"{CONSENTS}/overrides", params=period).status_code == 403
