"""The text itself: complete in every language, kept in editions, and what may be published."""

from typing import Any

import pytest

from studio.consent import refusals
from studio.consent.actions import open_ceremony, publish_template
from studio.consent.facts import TemplatePublished
from studio.consent.queries import ceremony_for_guest
from studio.consent.rules.checking import check_content
from studio.consent.rules.sheet import blocks_of, clause_keys, shape_of, text_digest
from studio.consent.store import current
from studio.consent.templates import TATTOO_ADULT, shipped
from studio.kernel.house import House
from studio.kernel.text import LANGUAGES
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, intro_of, opened, packet, reworded
from tests.factories.people import signed_in

ENGLISH = shipped()[TATTOO_ADULT]["en"]
PORTUGUESE = shipped()[TATTOO_ADULT]["pt-BR"]
BLOCKS = ENGLISH["blocks"]


@pytest.mark.parametrize("key", shipped())
def test_every_language_has_every_block_in_its_own_words(key: str) -> None:
    texts = shipped()[key]
    assert set(texts) == set(LANGUAGES)
    english, other = texts["en"], texts["pt-BR"]
    assert shape_of(english) == shape_of(other)
    pairs = zip(blocks_of(english), blocks_of(other), strict=True)
    assert [one.get("key") for one, two in pairs if one.get("text") and one["text"] == two["text"]] == []
    assert text_digest(key, "en", english) != text_digest(key, "pt-BR", other)


NUMBERS = {11: ("eleven", "onze"), 10: ("ten", "dez"), 9: ("nine", "nove"), 5: ("five", "cinco")}


@pytest.mark.parametrize("key", shipped())
def test_the_number_of_clauses_is_the_one_the_introduction_names(key: str) -> None:
    for language, word in zip(("en", "pt-BR"), NUMBERS[len(clause_keys(shipped()[key]["en"]))], strict=True):
        assert f" {word} " in intro_of(shipped()[key][language])


def test_each_kind_of_service_has_its_text_and_minors_have_theirs() -> None:
    meant = {
        (kind, text["en"]["minor"]): key for key, text in shipped().items() for kind in text["en"]["service_kinds"]
    }
    assert meant[("tattoo", False)] == TATTOO_ADULT
    assert (meant[("touch_up", False)], meant[("piercing", False)]) == ("touch-up", "piercing")
    assert meant[("cosmetic_tattoo", False)] == "cosmetic-tattoo"
    assert {meant[(kind, True)] for kind in ("tattoo", "touch_up", "piercing", "cosmetic_tattoo")} == {"minor-guardian"}
    assert shipped()["photo-release"]["en"]["service_kinds"] == []


@pytest.mark.parametrize(
    ("what", "word"),
    [
        ("what the law of California names", "approves pigments"),
        ("permanence", "for life"),
        ("complications", "infection"),
        ("aftercare with its duration", "two to four weeks"),
        ("when to see a doctor", "doctor at once"),
        ("the ink's batch, told before", "maker, colour and batch"),
        ("blood thinners", "blood thinners"),
        ("heart valves and antibiotics before dental work", "heart"),
    ],
)
def test_the_text_for_tattoos_says_what_inspectors_look_for(what: str, word: str) -> None:
    for key in (TATTOO_ADULT, "touch-up", "minor-guardian"):
        said = " ".join(str(block) for block in shipped()[key]["en"]["blocks"])
        assert word in said, (key, what)


def test_the_shipped_text_is_stored_at_its_first_use_and_once(studio: House) -> None:
    with studio.db.reading() as connection, pytest.raises(refusals.TemplateIsUnknown):
        current(connection, TATTOO_ADULT)
    opened(adult("One")), opened(adult("Two"))
    with studio.db.reading() as connection:
        edition = current(connection, TATTOO_ADULT)
    assert (edition.number, edition.source, set(edition.contents)) == (1, "shipped", {"en", "pt-BR"})


def test_a_shipped_text_that_changed_with_an_update_is_a_new_edition(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    who, _ = opened(adult("One"))
    before = ask(who, ceremony_for_guest).digest
    monkeypatch.setitem(shipped(), TATTOO_ADULT, {**shipped()[TATTOO_ADULT], **reworded("Newer.", "en")})
    opened(adult("Two"))
    assert ask(who, ceremony_for_guest, seen_digest=before).changed
    with studio.db.reading() as connection:
        assert current(connection, TATTOO_ADULT).number == 2


def test_a_studios_own_text_outlives_updates_and_earlier_packets_keep_theirs(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, heard = packet(), list[TemplatePublished]()
    studio.bus.after(TemplatePublished, heard.append)
    owner = signed_in("owner")
    edition = perform(owner, publish_template, TATTOO_ADULT, reworded("Ours.", "en"))
    assert perform(owner, publish_template, TATTOO_ADULT, reworded("Ours.", "en")).number == 2
    assert (edition.number, [fact.edition for fact in heard]) == (2, [2])
    monkeypatch.setitem(shipped(), TATTOO_ADULT, reworded("Newer.", "en"))
    who, ceremony = opened(adult("Two"), language="pt")
    assert intro_of(ask(who, ceremony_for_guest).sheet["content"]) == "Ours."
    assert ceremony.language == "en"
    assert first.edition == 1


def without(text: dict[str, Any], kind: str) -> dict[str, Any]:
    return {**text, "blocks": [block for block in text["blocks"] if block["kind"] != kind]}


def also(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {**ENGLISH, "blocks": [*BLOCKS, *blocks]}


def named(name: str) -> dict[str, Any]:
    return next(block for block in BLOCKS if name in (block.get("key"), block["kind"]))


NEXT = len(BLOCKS)
QUESTION = {"kind": "question", "key": "fed", "text": "Have you eaten?", "answer": "yes_no"}
LATER = {**QUESTION, "key": "later", "when": {"question": "fed", "answer": "yes"}}
HOLES: list[tuple[dict[str, Any], str]] = [
    ({}, "language"),
    ({"xx": ENGLISH}, "language"),
    ({"en": {}}, "en.title"),
    ({"en": "text"}, "en"),
    ({"en": {**ENGLISH, "e_form": " "}}, "en.e_form"),
    ({"en": reworded("x" * 5000)["en"]}, "en.blocks.0.text"),
    ({"en": {**ENGLISH, "script": "x"}}, "en.script"),
    ({"en": {**ENGLISH, "least_age": True}}, "en.least_age"),
    ({"en": {**ENGLISH, "blocks": []}}, "en.blocks"),
    ({"en": also({"kind": "clause", "key": "a", "title": "A"})}, f"en.blocks.{NEXT}.text"),
    ({"en": also(named("procedure"))}, f"en.blocks.{NEXT}.key"),
    ({"en": also({"kind": "text", "key": "health", "text": "x"})}, f"en.blocks.{NEXT}.key"),
    ({"en": also(named("health"))}, f"en.blocks.{NEXT}.kind"),
    ({"en": also({"kind": "video", "key": "film"})}, f"en.blocks.{NEXT}"),
    ({"en": also({"key": "film"})}, f"en.blocks.{NEXT}"),
    ({"en": also({**QUESTION, "answer": "one"})}, f"en.blocks.{NEXT}"),
    ({"en": also({**QUESTION, "choices": [{"key": "a", "text": "A"}]})}, f"en.blocks.{NEXT}"),
    ({"en": also({**QUESTION, "answer": "date", "level": "block"})}, f"en.blocks.{NEXT}"),
    ({"en": also(LATER, QUESTION)}, f"en.blocks.{NEXT}.when"),
    ({"en": also(QUESTION, {**LATER, "when": {"question": "fed", "answer": "maybe"}})}, f"en.blocks.{NEXT + 1}.when"),
    ({"en": without(ENGLISH, "signature")}, "en.blocks"),
    ({"en": without(ENGLISH, "consents")}, "en.blocks"),
    ({"en": {**ENGLISH, "minor": True}}, "en.blocks"),
    ({"en": ENGLISH, "pt-BR": without(PORTUGUESE, "aftercare")}, "blocks"),
    ({"en": ENGLISH, "pt-BR": {**PORTUGUESE, "least_age": 16}}, "blocks"),
]  # fmt: skip


@pytest.mark.parametrize(("contents", "field"), HOLES, ids=[f"{n} {field}" for n, (_, field) in enumerate(HOLES)])
def test_a_text_with_a_hole_is_not_published(studio: House, contents: Any, field: str) -> None:
    with pytest.raises(refusals.TemplateIsIncomplete) as refused:
        perform(signed_in("owner"), publish_template, TATTOO_ADULT, contents)
    assert refused.value.field == field
    perform(signed_in("artist"), open_ceremony, adult().id)
    with studio.db.reading() as connection:
        assert current(connection, TATTOO_ADULT).number == 1


def test_what_is_wrong_is_said_with_its_block() -> None:
    with pytest.raises(refusals.TemplateIsIncomplete) as refused:
        check_content(also({**QUESTION, "level": "loud"}))
    assert f"Block {NEXT + 1} (Question “fed”): level:" in refused.value.text()


def test_questions_hang_on_earlier_ones(studio: House) -> None:
    assert perform(signed_in("owner"), publish_template, TATTOO_ADULT, {"en": also(QUESTION, LATER)}).number == 2
