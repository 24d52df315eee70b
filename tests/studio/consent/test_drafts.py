"""Drafts of consent texts: begun, changed by two people, published as editions, put away, handed on as files."""

from typing import Any

import pytest

from studio.consent import refusals, text_refusals
from studio.consent.actions import (
    archive_text,
    drop_draft,
    import_text,
    publish_draft,
    restore_text,
    save_draft,
    start_text,
)
from studio.consent.offering import template_papers, texts_in_use
from studio.consent.queries import text, text_edition, texts
from studio.consent.rules.drafting import differences, troubles_of
from studio.consent.rules.files import write_file
from studio.consent.templates import TATTOO_ADULT, shipped
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Stale
from studio.kernel.text import speaking
from studio.kernel.work import ask, perform
from tests.factories.consents import intro_of, opened, packet, reworded
from tests.factories.people import signed_in


def owner() -> Actor:
    return signed_in("owner")


def test_all_shipped_texts_are_listed_with_what_they_are_for(studio: House) -> None:
    lines = {line.key: line for line in ask(signed_in("viewer"), texts)}
    assert set(lines) == set(shipped())
    line = lines["piercing"]
    assert (line.edition, line.since, line.source, line.languages) == (1, None, "shipped", ("en", "pt-BR"))
    opened()
    assert {line.key: line for line in ask(owner(), texts)}[TATTOO_ADULT].since is not None
    with speaking("pt-BR"):
        assert "Consentimento para piercing" in [line.title for line in ask(owner(), texts)]


def test_a_draft_counts_for_nobody_until_it_is_published(studio: House) -> None:
    who = owner()
    before = packet()
    row = perform(who, save_draft, TATTOO_ADULT, reworded("Ours."), 0)
    line = ask(who, text, TATTOO_ADULT).line
    assert (line.edition, line.is_draft, line.version, line.draft_by) == (1, True, row.version, who.name)
    assert intro_of(ask(who, text, TATTOO_ADULT).contents["en"]) != "Ours."
    assert perform(who, publish_draft, TATTOO_ADULT, row.version).number == 2
    view = ask(who, text, TATTOO_ADULT)
    assert (view.line.edition, view.line.source, view.draft) == (2, "studio", None)
    assert [one.number for one in view.editions] == [2, 1]
    assert intro_of(text_of(who, 1)) != "Ours."
    assert intro_of(text_of(who, 2)) == "Ours."
    assert before.edition == 1


def text_of(who: Actor, number: int) -> dict[str, Any]:
    return ask(who, text_edition, TATTOO_ADULT, number)["en"]


def test_who_saves_upon_somebody_elses_draft_is_told(studio: House) -> None:
    one, other = owner(), signed_in("manager")
    row = perform(one, save_draft, TATTOO_ADULT, reworded("One."), 0)
    with pytest.raises(Stale):
        perform(other, save_draft, TATTOO_ADULT, reworded("Other."), 0)
    later = perform(other, save_draft, TATTOO_ADULT, reworded("Other."), row.version)
    with pytest.raises(Stale):
        perform(one, publish_draft, TATTOO_ADULT, row.version)
    perform(one, drop_draft, TATTOO_ADULT, later.version)
    with pytest.raises(text_refusals.NothingIsDrafted):
        perform(one, publish_draft, TATTOO_ADULT, ask(one, text, TATTOO_ADULT).line.version)


def test_a_text_of_ones_own_starts_from_another_and_has_its_key(studio: House) -> None:
    who = owner()
    first = perform(who, start_text, "Ear piercings", "piercing")
    second = perform(who, start_text, "Ear piercings!")
    assert (first.key, second.key) == ("ear-piercings", "ear-piercings-2")
    assert troubles_of(ask(who, text, first.key).shown) == {}
    assert [line.edition for line in ask(who, texts) if line.key == first.key] == [0]
    assert perform(who, publish_draft, first.key, first.version).number == 1
    with studio.db.reading() as connection:
        assert "Ear piercings" in {paper.name.split(" · ")[0] for paper in template_papers(connection)}
    with pytest.raises(refusals.TemplateIsIncomplete):
        perform(who, publish_draft, second.key, second.version)
    assert perform(who, drop_draft, second.key, second.version)
    with pytest.raises(refusals.TemplateIsUnknown):
        ask(who, text, second.key)
    with pytest.raises(text_refusals.TextTitleIsMissing):
        perform(who, start_text, " ")


def test_a_file_fills_one_language_of_the_draft(studio: House) -> None:
    who = owner()
    file = write_file("piercing", "pt-BR", {**shipped()["piercing"]["pt-BR"], "title": "Piercing, nosso"})
    row = perform(who, import_text, file, "nosso.toml")
    assert row.draft is not None
    assert {tag: one["title"] for tag, one in row.draft.items()} == {
        "en": "Consent to a piercing",
        "pt-BR": "Piercing, nosso",
    }
    with pytest.raises(refusals.TemplateIsIncomplete) as refused:
        perform(who, import_text, file.replace('kind = "clause"', 'kind = "clown"', 1), "nosso.toml")
    assert "nosso.toml: Block" in refused.value.text()


def test_a_file_takes_the_place_of_nobodys_writing_but_ones_own(studio: House) -> None:
    who, other = owner(), signed_in("manager")
    texts = shipped()["piercing"]
    mine = perform(who, save_draft, "piercing", {**texts, "en": {**texts["en"], "title": "Mine"}}, 0)
    with pytest.raises(text_refusals.SomebodyIsWriting, match=mine.draft_by):
        perform(other, import_text, write_file("piercing", "en", texts["en"]))
    row = perform(other, import_text, write_file("piercing", "pt-BR", {**texts["pt-BR"], "title": "Nosso"}))
    assert row.draft is not None
    assert (row.draft["en"]["title"], row.draft["pt-BR"]["title"]) == ("Mine", "Nosso")
    assert perform(other, import_text, write_file("piercing", "pt-BR", texts["pt-BR"])).draft == {
        **row.draft,
        "pt-BR": texts["pt-BR"],
    }


def test_what_is_put_away_is_offered_no_more_and_comes_back(studio: House) -> None:
    who = owner()
    perform(who, archive_text, "photo-release")
    with studio.db.reading() as connection:
        assert "photo-release" not in texts_in_use(connection)
    assert [line.key for line in ask(who, texts, archived=True)] == ["photo-release"]
    perform(who, restore_text, "photo-release")
    assert ask(who, texts, archived=True) == ()


@pytest.mark.parametrize("draft", [None, {}, "text", {"xx": {}}, {"en": {}}, {"en": {"blocks": [{"kind": "film"}]}},
                                   {"en": {"blocks": [], "title": 7}}, {"en": {"blocks": [{"kind": "text"}] * 81}},
                                   {"en": {"blocks": [], "title": "\ud800"}}, {"en": {"blocks": [], "x": float("nan")}},
                                   {"en": {"blocks": [], "x": "x" * 500_000}}])  # fmt: skip
def test_a_draft_that_could_not_be_drawn_is_refused(studio: House, draft: Any) -> None:
    with pytest.raises(text_refusals.DraftIsUnclear):
        perform(owner(), save_draft, TATTOO_ADULT, draft, 0)


def test_reading_is_for_staff_and_changing_for_owner_and_manager(studio: House) -> None:
    for role in ("artist", "reception", "viewer", "inspector"):
        who = signed_in(role)
        assert ask(who, texts)
        with pytest.raises(Denied):
            perform(who, save_draft, TATTOO_ADULT, reworded("No."), 0)


def test_differences_name_what_was_added_changed_moved_and_removed() -> None:
    before = shipped()[TATTOO_ADULT]["en"]
    first, *blocks = [dict(block) for block in before["blocks"]]
    consents = next(block for block in blocks if block["kind"] == "consents")
    health, *rest = [block for block in blocks if block["kind"] not in ("consents", "aftercare")]
    new = {"kind": "text", "key": "news", "title": "News", "text": "New."}
    after = {**before, "title": "Ours", "blocks": [{**first, "text": "Other."}, consents, health, new, *rest]}
    found = [(one.what, one.kind or "whole", one.field) for one in differences(before, after)]
    assert found == [
        ("changed", "whole", "title"),
        ("changed", "text", "text"),
        ("moved", "consents", ""),
        ("added", "text", ""),
        ("removed", "aftercare", ""),
    ]
    assert differences(before, before) == ()


def test_what_a_language_still_misses_is_said() -> None:
    english, portuguese = (shipped()[TATTOO_ADULT][tag] for tag in ("en", "pt-BR"))
    shorter = {**portuguese, "blocks": portuguese["blocks"][:-2] + portuguese["blocks"][-1:]}
    assert list(troubles_of({"en": english, "pt-BR": shorter})) == ["pt-BR"]
    emptied = {**portuguese, "blocks": [{**portuguese["blocks"][0], "text": ""}, *portuguese["blocks"][1:]]}
    assert [one.path for one in troubles_of({"en": english, "pt-BR": emptied})["pt-BR"]] == [("blocks", 0, "text")]
