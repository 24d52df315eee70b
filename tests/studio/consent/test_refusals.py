"""What a signing is refused for: each missing part by its field, and nothing stored."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from storage.table import columns_of
from studio.clients.actions import archive_client, edit_client
from studio.clients.refusals import ClientIsArchived
from studio.consent import refusals
from studio.consent.actions import open_ceremony, publish_template, sign_ceremony, witness_ceremony
from studio.consent.models import Packet, SignedPart
from studio.consent.queries import ceremony_for_guest
from studio.consent.templates import TATTOO_ADULT
from studio.extension import strokes
from studio.kernel.house import House
from studio.kernel.refusal import Invalid
from studio.kernel.work import ask, perform
from tests.factories.consents import IDENTITY, adult, filled, intro_of, opened, packet, reworded, signed, witnessing
from tests.factories.people import signed_in

DOT = {"width": 740, "height": 232, "strokes": [[[9, 9, 0]]]}
MISSING: list[tuple[dict[str, Any], set[str]]] = [
    ({"e_form": None}, {"e_form"}),
    ({"e_form": "no"}, {"e_form"}),
    ({"intent": False}, {"intent"}),
    ({"intent": 1}, set()),
    ({"read": ["intro"]}, {"read.procedure", "read.sign", "read.health"}),
    ({"read": None}, {"read.intro"}),
    ({"read": {"end": True}}, {"read.intro"}),
    ({"initials": {}}, {"initials.procedure", "initials.identity"}),
    ({"initials": "AP"}, {"initials.procedure"}),
    ({"initials": {"procedure": DOT, "other": DOT}}, {"initials.procedure", "initials.other", "initials.risks"}),
    ({"signature": None}, {"signature"}),
    ({"signature": DOT}, {"signature"}),
    ({"signature": "data:image/png;base64,AAAA"}, {"signature"}),
    ({"health": {}}, {"health.allergies", "health.intoxicated"}),
    ({"health": None}, {"health.allergies"}),
    ({"health": {"nonsense": "yes"}}, {"health.nonsense"}),
    ({"consents": {}}, {"consents.health_data"}),
    ({"consents": {"health_data": False}}, {"consents.health_data"}),
    ({"consents": {"everything": True}}, {"consents"}),
]


def stored() -> int:
    from studio.kernel.house import house

    with house().db.reading() as connection:
        return sum(
            connection.execute(select(func.count()).select_from(columns_of(model))).scalar_one()
            for model in (SignedPart, Packet)
        )


@pytest.mark.parametrize(
    ("other", "fields"), MISSING, ids=[str(sorted(one[0]))[2:-2] + str(n) for n, one in enumerate(MISSING)]
)
def test_each_missing_part_is_named_and_nothing_is_stored(
    studio: House, other: dict[str, Any], fields: set[str]
) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest), **other)
    if not fields:
        perform(who, sign_ceremony, ceremony.id, payload)
        return
    with pytest.raises(Invalid) as refused:
        perform(who, sign_ceremony, ceremony.id, payload)
    assert fields <= set(refused.value.fields)
    assert all(field.split(".")[0] == next(iter(other)) for field in refused.value.fields)
    assert stored() == 0
    perform(who, sign_ceremony, ceremony.id, filled(ask(who, ceremony_for_guest)))


def test_everything_missing_is_named_at_once(studio: House) -> None:
    who, ceremony = opened()
    with pytest.raises(Invalid) as refused:
        perform(who, sign_ceremony, ceremony.id, {"payload_id": "a" * 8, "digest": ask(who, ceremony_for_guest).digest})
    assert {field.split(".")[0] for field in refused.value.fields} == {
        "e_form", "intent", "read", "initials", "signature", "health", "consents", "questions", "places"}  # fmt: skip


@pytest.mark.parametrize(
    "payload", [None, [], "x", {}, {"payload_id": "short"}, {"payload_id": "é" * 20}, {"payload_id": 7}]
)
def test_what_is_no_form_at_all_is_refused(studio: House, payload: Any) -> None:
    who, ceremony = opened()
    with pytest.raises(refusals.FormIsUnclear):
        perform(who, sign_ceremony, ceremony.id, payload)
    with pytest.raises(refusals.FormIsUnclear):
        perform(who, sign_ceremony, ceremony.id, filled(ask(who, ceremony_for_guest), image="data:…"))


def test_a_million_points_are_refused_quickly_and_whole(studio: House) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest))
    payload["initials"]["risks"]["strokes"].append([[1, 1, 10_000]] * 1_000_000)
    with pytest.raises(Invalid) as refused:
        perform(who, sign_ceremony, ceremony.id, payload)
    assert isinstance(refused.value.problems["signature"], strokes.TooMuchInk)


def test_nobody_signs_after_drinking(studio: House) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest))
    payload["health"]["intoxicated"] = "yes"
    with pytest.raises(Invalid) as refused:
        perform(who, sign_ceremony, ceremony.id, payload)
    assert isinstance(refused.value.problems["health.intoxicated"], refusals.SoberIsNeeded)


def test_a_question_nobody_must_answer_may_stay_open(studio: House) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest))
    del payload["health"]["blood_borne"]
    part = perform(who, sign_ceremony, ceremony.id, payload)
    assert part.body is not None
    assert "blood_borne" not in part.body["answers"]


def test_another_answer_from_the_same_page_is_not_said_to_be_kept(studio: House) -> None:
    who, ceremony = opened()
    payload = filled(ask(who, ceremony_for_guest))
    part = perform(who, sign_ceremony, ceremony.id, payload)
    others: list[dict[str, Any]] = [
        {"health": payload["health"] | {"heart": "yes"}},
        {"consents": payload["consents"] | {"marketing": True}},
        {"signature": payload["initials"]["procedure"]},
        {"digest": "0" * 64},
        {"initials": {}},
    ]
    for other in others:
        with pytest.raises(refusals.CeremonyIsSigned):
            perform(who, sign_ceremony, ceremony.id, payload | other)
    assert perform(who, sign_ceremony, ceremony.id, payload).id == part.id


def test_a_text_changed_meanwhile_must_be_read_again(studio: House) -> None:
    who, ceremony = opened()
    before = ask(who, ceremony_for_guest)
    payload = filled(before)
    perform(signed_in("owner"), publish_template, TATTOO_ADULT, reworded("Read this carefully.", "en"))
    with pytest.raises(refusals.TextHasChanged):
        perform(who, sign_ceremony, ceremony.id, payload)
    now = ask(who, ceremony_for_guest, seen_digest=before.digest)
    assert (now.changed, intro_of(now.sheet["content"])) == (True, "Read this carefully.")
    assert not ask(who, ceremony_for_guest, seen_digest=now.digest).changed
    part = perform(who, sign_ceremony, ceremony.id, {**payload, "digest": now.digest})
    assert part.body is not None
    assert (part.body["sheet"]["edition"], intro_of(part.body["sheet"]["content"])) == (2, "Read this carefully.")


def test_reading_in_one_language_and_signing_in_another_is_refused(studio: House) -> None:
    who, ceremony = opened()
    english, portuguese = (ask(who, ceremony_for_guest, language=tag) for tag in ("en", "pt-BR"))
    with pytest.raises(refusals.TextHasChanged):
        perform(who, sign_ceremony, ceremony.id, filled(english, language="pt-BR"))
    assert perform(who, sign_ceremony, ceremony.id, filled(portuguese)).body["sheet"]["language"] == "pt-BR"  # type: ignore[index]


@pytest.mark.parametrize(
    ("zone", "now", "born", "of_age"),
    [
        ("Europe/London", datetime(2026, 11, 21, 0, 0, tzinfo=UTC), date(2008, 11, 21), True),
        ("Europe/London", datetime(2026, 11, 20, 23, 59, 59, tzinfo=UTC), date(2008, 11, 21), False),
        ("Pacific/Auckland", datetime(2026, 11, 20, 11, 30, tzinfo=UTC), date(2008, 11, 21), True),
        ("America/Sao_Paulo", datetime(2026, 11, 21, 2, 30, tzinfo=UTC), date(2008, 11, 21), False),
        ("Europe/London", datetime(2026, 2, 28, 12, 0, tzinfo=UTC), date(2008, 2, 29), False),
        ("Europe/London", datetime(2026, 3, 1, 0, 0, tzinfo=UTC), date(2008, 2, 29), True),
    ],
)
def test_of_age_by_the_studios_own_calendar(studio: House, zone: str, now: datetime, born: date, of_age: bool) -> None:
    artist, client, read = signed_in("artist"), adult(birth_date=born.isoformat()), studio.clock.read
    studio.settings._values = {"studio.zone": zone, "staff.idle_minutes": 10**6}
    studio.clock.read = lambda: now
    try:
        if of_age:
            perform(artist, open_ceremony, client.id)
        else:
            with pytest.raises(refusals.UnderAge, match="18"):
                perform(artist, open_ceremony, client.id)
    finally:
        studio.clock.read = read


def test_age_is_looked_at_again_when_it_is_signed(studio: House) -> None:
    client = adult()
    who, ceremony = opened(client)
    payload = filled(ask(who, ceremony_for_guest))
    perform(signed_in(), edit_client, client.id, {"birth_date": "2020-01-01", "guardian_name": "Eva"}, client.version)
    with pytest.raises(refusals.UnderAge):
        perform(who, sign_ceremony, ceremony.id, payload)
    assert stored() == 0


def test_without_a_birth_date_or_from_the_archive_nobody_signs(studio: House) -> None:
    artist, unknown, archived = signed_in("owner"), adult("Nobody Knows", birth_date=""), adult("Old")
    with pytest.raises(refusals.BirthDateIsMissing):
        perform(artist, open_ceremony, unknown.id)
    perform(artist, archive_client, archived.id)
    with pytest.raises(ClientIsArchived):
        perform(artist, open_ceremony, archived.id)
    with pytest.raises(refusals.PlaceIsUnknown):
        perform(artist, open_ceremony, adult().id, place="moon")
    with pytest.raises(refusals.TemplateIsUnknown):
        perform(artist, open_ceremony, adult().id, template="moon")


WITNESS: list[tuple[dict[str, Any], set[str]]] = [
    ({"signature": DOT}, {"signature"}),
    ({"identity": None}, {"identity.kind", "identity.issuer", "identity.last4", "identity.birth_date"}),
    ({"identity": {**IDENTITY, "kind": "library card"}}, {"identity.kind"}),
    ({"identity": {**IDENTITY, "kind": ["passport"]}}, {"identity.kind"}),
    ({"identity": {**IDENTITY, "last4": "AB1234567"}}, {"identity.last4"}),
    ({"identity": {**IDENTITY, "expiry": "2020-01-01"}}, {"identity.expiry", "reasons.identity_expired"}),
    ({"identity": {**IDENTITY, "expiry": "2023-02-29"}}, {"identity.expiry"}),
    ({"identity": {**IDENTITY, "issuer": " "}}, {"identity.issuer"}),
    ({"note": "x" * 2000}, {"note"}),
]


@pytest.mark.parametrize(("other", "fields"), WITNESS, ids=[f"{min(one[1])} {n}" for n, one in enumerate(WITNESS)])
def test_a_witness_is_told_each_field_and_no_half_packet_is_left(
    studio: House, other: dict[str, Any], fields: set[str]
) -> None:
    ceremony, _ = signed()
    with pytest.raises(Invalid) as refused:
        perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing(**other))
    assert set(refused.value.fields) == fields
    assert stored() == 1


def test_a_document_that_never_expires_will_do(studio: House) -> None:
    ceremony, _ = signed()
    told = witnessing(identity={**IDENTITY, "expiry": ""}, name="Mara of the chair")
    kept = perform(signed_in("artist"), witness_ceremony, ceremony.id, told)
    assert kept.body is not None
    assert (kept.body["identity"]["expiry"], kept.body["identity"]["seen_by"]) == (None, "Mara of the chair")
    assert packet(adult("Next")).number == 2
