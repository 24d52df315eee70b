"""Questions of a text, places on the body, photos: every answer is checked by its block, and kept as it was given."""

from typing import Any

import pytest

from studio.clients.actions import record_health
from studio.consent.actions import sign_ceremony
from studio.consent.queries import ceremony_for_guest
from studio.consent.rules.asking import clean_places, clean_questions, photo_bytes
from studio.consent.rules.changes import changes_between
from studio.kernel.house import House
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, filled, opened
from tests.factories.people import signed_in
from tests.factories.photos import jpeg
from tests.factories.texts import ANSWERS, EVERY_BLOCK, publish_every_block


def given(**other: Any) -> dict[str, Any]:
    """All that this text asks for, besides what every text does."""
    return {
        "questions": ANSWERS,
        "places": {"place": ["back.spine", "front.hand_left"]},
        "photos": {"skin": {"jpeg": jpeg()}},
        **other,
    }


def test_everything_is_kept_in_the_order_of_the_text(studio: House) -> None:
    publish_every_block()
    who, ceremony = opened()
    part = perform(who, sign_ceremony, ceremony.id, filled(ask(who, ceremony_for_guest), **given()))
    assert part.body is not None
    assert part.body["questions"] == {
        "swollen": {"answer": True, "detail": "Monday", "level": "warn"},
        "numb": {"answer": False, "detail": "", "level": "info"},
        "since": {"answer": "Since Monday,\nafter sport.", "detail": "", "level": "info"},
        "hours": {"answer": "2.5", "detail": "", "level": "info"},
        "last": {"answer": "2026-01-31", "detail": "", "level": "info"},
        "design": {"answer": "custom", "detail": "", "level": "info"},
        "styles": {"answer": ["flash", "custom"], "detail": "", "level": "info"},
    }
    assert part.body["places"] == {"place": ["front.hand_left", "back.spine"]}
    assert photo_bytes(part.body["photos"]["skin"]).startswith(b"\xff\xd8")


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"questions": {}}, "questions.design"),
    ({"questions": "yes"}, "questions"),
    ({"questions": {**ANSWERS, "other": "yes"}}, "questions.other"),
    ({"questions": {**ANSWERS, "numb": "perhaps"}}, "questions.numb"),
    ({"questions": {**ANSWERS, "hours": "many"}}, "questions.hours"),
    ({"questions": {**ANSWERS, "hours": "1e400"}}, "questions.hours"),
    ({"questions": {**ANSWERS, "hours": "NaN"}}, "questions.hours"),
    ({"questions": {**ANSWERS, "hours": True}}, "questions.hours"),
    ({"questions": {**ANSWERS, "last": "2026-02-30"}}, "questions.last"),
    ({"questions": {**ANSWERS, "last": "0001-01-01"}}, "questions.last"),
    ({"questions": {**ANSWERS, "since": "x" * 5000}}, "questions.since"),
    ({"questions": {**ANSWERS, "design": "tribal"}}, "questions.design"),
    ({"questions": {**ANSWERS, "design": ["flash"]}}, "questions.design"),
    ({"questions": {**ANSWERS, "styles": [{}]}}, "questions.styles"),
    ({"questions": {**ANSWERS, "numb": "yes"}}, "questions.numb"),
    ({"questions": {**ANSWERS, "design": "copied"}}, "questions.design"),
    ({"places": {}}, "places.place"),
    ({"places": {"place": ["front.tail"]}}, "places.place"),
    ({"places": {"place": "front.face"}}, "places.place"),
    ({"places": {"place": [["front.face"]]}}, "places.place"),
    ({"photos": {}}, "photos.skin"),
    ({"photos": {"skin": {"jpeg": "AAAA"}}}, "photos.skin"),
    ({"photos": {"skin": {"jpeg": "ÿ" * 40}}}, "photos.skin"),
    ({"photos": {"skin": "data:image/jpeg;base64,AAAA"}}, "photos.skin"),
    ({"photos": {"skin": {"jpeg": "A" * 2_000_000}}}, "photos.skin"),
    ({"photos": {"skin": {"jpeg": jpeg()}, "other": {"jpeg": jpeg()}}}, "photos.other"),
]


@pytest.mark.parametrize(("other", "field"), WRONG, ids=[f"{one[1]} {n}" for n, one in enumerate(WRONG)])
def test_a_wrong_answer_is_named_by_its_block(studio: House, other: dict[str, Any], field: str) -> None:
    publish_every_block()
    who, ceremony = opened()
    with pytest.raises(Invalid) as refused:
        perform(who, sign_ceremony, ceremony.id, filled(ask(who, ceremony_for_guest), **given(**other)))
    assert field in refused.value.fields
    assert all(one.startswith(field.partition(".")[0]) for one in refused.value.fields)


def test_what_hangs_on_another_answer_is_asked_only_then() -> None:
    problems: dict[str, Refusal] = {}
    clean = clean_questions({**ANSWERS, "swollen": "no"}, EVERY_BLOCK, problems)
    assert (problems, "since" in clean, clean["swollen"]["detail"]) == ({}, False, "")


def test_a_choice_warns_by_its_own_level() -> None:
    problems: dict[str, Refusal] = {}
    clean = clean_questions({**ANSWERS, "styles": ["own", "flash"]}, EVERY_BLOCK, problems)
    assert (problems, clean["styles"]["level"]) == ({}, "warn")


def test_the_same_place_twice_is_one_place() -> None:
    assert clean_places({"place": ["front.face", "front.face"]}, EVERY_BLOCK, {}) == {"place": ["front.face"]}


@pytest.mark.parametrize("told", [{"pregnant": "yes"}, {"allergies": {"answer": "yes", "choices": ["ink"]}}])
def test_a_health_answer_that_rules_it_out_stops_the_signing(studio: House, told: dict[str, Any]) -> None:
    client = adult()
    perform(signed_in("artist"), record_health, client.id, told)
    who, ceremony = opened(client)
    payload = filled(ask(who, ceremony_for_guest))
    with pytest.raises(Invalid) as refused:
        perform(who, sign_ceremony, ceremony.id, {**payload, "health": {**payload["health"], **told}})
    assert list(refused.value.fields) == [f"health.{next(iter(told))}"]


def test_changes_are_told_for_standing_questions_alone() -> None:
    assert changes_between({}, {"swollen": {"answer": True, "choices": [], "detail": ""}}) == ()
