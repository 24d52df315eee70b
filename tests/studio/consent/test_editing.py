"""Changing a draft: blocks are added, moved, doubled and removed in all languages at once."""

from typing import Any

from studio.consent.rules import editing
from studio.consent.rules.checking import check_content
from studio.consent.rules.drafting import troubles_of
from studio.consent.rules.sheet import shape_of
from studio.consent.templates import TATTOO_ADULT, shipped


def draft() -> editing.Draft:
    return editing.aligned(shipped()[TATTOO_ADULT], "en")


def names(found: editing.Draft, language: str = "en") -> list[str]:
    return [editing.name_of(block) for block in found[language]["blocks"]]


def alike(found: editing.Draft) -> bool:
    return bool(shape_of(found["en"]) == shape_of(found["pt-BR"]))


def test_moving_doubling_and_removing_keep_languages_alike() -> None:
    before = draft()
    at = names(before).index("procedure")
    for after in (editing.move(before, at, at + 5), editing.duplicate(before, at), editing.remove(before, at)):
        assert alike(after)
        assert troubles_of(after) == {}
    assert names(editing.move(before, at, at + 5))[at + 5] == "procedure"
    assert names(editing.move(before, 0, 99))[-1] == "intro"
    assert names(editing.duplicate(before, at))[at + 1] == "clause_1"
    assert names(before) == names(draft())


def test_a_new_block_has_our_words_where_we_have_some() -> None:
    health, care = names(draft()).index("health"), names(draft()).index("aftercare")
    bare = editing.remove(editing.remove(draft(), care), health)
    whole = editing.add(editing.add(bare, health, "health"), care, "aftercare")
    assert whole == draft()
    asked = editing.add(draft(), 2, "question")
    assert sorted(troubles_of(asked)) == ["en", "pt-BR"]
    words = {"en": {"text": "Fed?"}, "pt-BR": {"text": "Comeu?"}}
    assert troubles_of(editing.change(asked, 2, words, {"level": "warn"})) == {}


def test_a_text_for_minors_gets_the_guardians_signature_in_both_languages() -> None:
    minor = editing.change(draft(), None, {}, {"minor": True})
    assert sorted(troubles_of(minor)) == ["en", "pt-BR"]
    signed = editing.add(minor, len(minor["en"]["blocks"]), "signature", "guardian")
    assert check_content(signed["pt-BR"])["blocks"][-1]["title"] == "Assinatura do responsável"


def test_removing_a_question_frees_those_that_hang_on_it() -> None:
    question: dict[str, Any] = {"text": "Fed?", "when": None}
    asked = editing.change(editing.add(editing.add(draft(), 1, "question"), 2, "question"), 1, {}, question)
    hung = editing.change(asked, 2, {}, {**question, "when": {"question": "question_1", "answer": "yes"}})
    assert hung["en"]["blocks"][2]["when"] == {"question": "question_1", "answer": "yes"}
    assert editing.remove(hung, 1)["en"]["blocks"][1]["when"] is None


def test_languages_that_differ_are_brought_together_and_nothing_is_lost() -> None:
    english, portuguese = shipped()[TATTOO_ADULT]["en"], shipped()[TATTOO_ADULT]["pt-BR"]
    extra = {"kind": "text", "key": "extra", "title": "Nosso", "text": "Só nosso."}
    shorter = {**portuguese, "blocks": [*portuguese["blocks"][2:-1], extra, portuguese["blocks"][-1]]}
    found = editing.aligned({"en": english, "pt-BR": shorter}, "en")
    assert alike(found)
    assert names(found) == [*names(draft())[:-1], "extra", "signatureclient"]
    assert found["pt-BR"]["blocks"][-2]["text"] == "Só nosso."
    assert sorted(troubles_of(found)) == ["en", "pt-BR"]


def test_a_language_more_is_all_there_without_words() -> None:
    one = editing.drop_language(draft(), "pt-BR")
    both = editing.add_language(one, "pt-BR")
    assert alike(both)
    assert len(troubles_of(both)["pt-BR"]) > 20
    assert editing.drop_language(one, "en") == one
