"""The text itself: complete in every language, kept in editions, and what may be published."""

from typing import Any

import pytest

from studio.consent import refusals
from studio.consent.actions import open_ceremony, publish_template
from studio.consent.facts import TemplatePublished
from studio.consent.queries import ceremony_for_guest
from studio.consent.rules.sheet import check_content, clause_keys, text_digest
from studio.consent.store import current
from studio.consent.templates import SHIPPED, TATTOO_ADULT
from studio.kernel.house import House
from studio.kernel.text import LANGUAGES
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, opened, packet
from tests.factories.people import signed_in

ENGLISH = SHIPPED[TATTOO_ADULT]["en"]


@pytest.mark.parametrize("key", SHIPPED)
def test_every_language_has_every_clause_in_its_own_words(key: str) -> None:
    texts = {language: check_content(content) for language, content in SHIPPED[key].items()}
    assert set(texts) == set(LANGUAGES)
    assert len({clause_keys(content) for content in texts.values()}) == 1
    assert len({len(content["aftercare"]) for content in texts.values()}) == 1
    english, other = texts["en"], texts["pt-BR"]
    same = [
        one["key"] for one, two in zip(english["clauses"], other["clauses"], strict=True) if one["text"] == two["text"]
    ]
    assert same == []
    assert text_digest(key, "en", english) != text_digest(key, "pt-BR", other)


def test_the_number_of_clauses_is_the_one_the_introduction_names() -> None:
    assert len(clause_keys(ENGLISH)) == 11
    assert "eleven" in ENGLISH["intro"]
    assert "onze" in SHIPPED[TATTOO_ADULT]["pt-BR"]["intro"]


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
    newer = {**SHIPPED[TATTOO_ADULT], "en": {**ENGLISH, "intro": "Newer."}}
    monkeypatch.setitem(SHIPPED, TATTOO_ADULT, newer)
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
    edition = perform(owner, publish_template, TATTOO_ADULT, {"en": {**ENGLISH, "intro": "Ours."}})
    assert perform(owner, publish_template, TATTOO_ADULT, {"en": {**ENGLISH, "intro": "Ours."}}).number == 2
    assert (edition.number, [fact.edition for fact in heard]) == (2, [2])
    monkeypatch.setitem(SHIPPED, TATTOO_ADULT, {"en": {**ENGLISH, "intro": "Newer."}})
    who, ceremony = opened(adult("Two"), language="pt")
    assert ask(who, ceremony_for_guest).sheet["content"]["intro"] == "Ours."
    assert ceremony.language == "en"
    assert first.edition == 1


@pytest.mark.parametrize(
    "contents",
    [
        {},
        {"xx": ENGLISH},
        {"en": {}},
        {"en": "text"},
        {"en": {**ENGLISH, "intro": " "}},
        {"en": {**ENGLISH, "intro": "x" * 5000}},
        {"en": {**ENGLISH, "script": "x"}},
        {"en": {**ENGLISH, "clauses": []}},
        {"en": {**ENGLISH, "clauses": [{"key": "a", "title": "A"}]}},
        {"en": {**ENGLISH, "clauses": [ENGLISH["clauses"][0]] * 2}},
        {"en": {**ENGLISH, "least_age": True}},
        {"en": ENGLISH, "pt-BR": {**SHIPPED[TATTOO_ADULT]["pt-BR"], "clauses": ENGLISH["clauses"][:3]}},
        {"en": ENGLISH, "pt-BR": {**SHIPPED[TATTOO_ADULT]["pt-BR"], "least_age": 16}},
    ],
)
def test_a_text_with_a_hole_is_not_published(studio: House, contents: Any) -> None:
    with pytest.raises(refusals.TemplateIsIncomplete):
        perform(signed_in("owner"), publish_template, TATTOO_ADULT, contents)
    perform(signed_in("artist"), open_ceremony, adult().id)
    with studio.db.reading() as connection:
        assert current(connection, TATTOO_ADULT).number == 1
