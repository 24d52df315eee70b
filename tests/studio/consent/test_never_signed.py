"""What no signing may ever pass, tried on every text that ships, in each language, for the client and the guardian."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from studio.clients.consents import CONSENTS
from studio.clients.questions import QUESTIONS
from studio.consent import refusals
from studio.consent.actions import open_ceremony, publish_template, sign_ceremony
from studio.consent.handwriting import write
from studio.consent.queries import ceremony_for_guest
from studio.consent.rules.guarding import guardian_marks, read_guardian
from studio.consent.rules.payload import read_payload
from studio.consent.rules.sheet import blocks_of, clause_keys, read_marks
from studio.consent.templates import shipped
from studio.kernel.house import House
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, filled, opened
from tests.factories.people import signed_in
from tests.factories.photos import jpeg
from tests.factories.texts import ANSWERS, EVERY_BLOCK

Payload = dict[str, Any]
Change = tuple[str, Payload]
TEXTS = {f"{key} {language}": text for key, texts in shipped().items() for language, text in texts.items()}
TEXTS["every kind of block"] = EVERY_BLOCK
MINORS = {name: text for name, text in TEXTS.items() if text["minor"]}
NO_SIGNATURES: list[Any] = [
    None, {}, "", "data:image/png;base64,AAAA", {"width": 740, "height": 232, "strokes": []},
    {"width": 740, "height": 232, "strokes": [[]]}, {"width": 740, "height": 232, "strokes": [[[9, 9, 0]]]},
    {"width": 740, "height": 232, "strokes": [[[9, 9, 0], [10, 9, 5], [9, 10, 9]]]},
    {"width": 740, "height": 232, "strokes": [[[9 + n, 9, n] for n in range(60)]]},
]  # fmt: skip
NOT_SAID: list[Any] = [None, False, "", "no", 0, [], {}]


def whole(content: Payload) -> Payload:
    """All that this text wants of a client who reads everything and is well."""
    random = Random(3)
    return {
        "read": list(read_marks(content)),
        "initials": {key: write(random, 2, 176, 116) for key in clause_keys(content)},
        "health": {question.key: "no" for question in QUESTIONS},
        "questions": {block["key"]: answer_to(block) for block in blocks_of(content, "question")},
        "places": {block["key"]: ["back.spine"] for block in blocks_of(content, "body_map")},
        "photos": {block["key"]: {"jpeg": jpeg()} for block in blocks_of(content, "photo")},
        "consents": {consent.key: True for consent in CONSENTS},
        "e_form": True,
        "intent": True,
        "signature": write(random, 6, 740, 232),
    }


def answer_to(block: Payload) -> object:
    """One that neither warns nor stops."""
    if block["key"] in ANSWERS:
        return ANSWERS[block["key"]]
    plain = [choice["key"] for choice in block.get("choices", ()) if choice.get("level", "info") == "info"]
    told = {"yes_no": "no", "text": "As said", "number": "2", "date": "2026-01-31", "one": plain[:1], "many": plain[:1]}
    found = told[block["answer"]]
    return found[0] if block["answer"] == "one" else found


def never(content: Payload, good: Payload) -> Iterator[Change]:
    """One thing wrong each time, with the field it must be told by."""
    for mark in read_marks(content):
        yield f"read.{mark}", {"read": [one for one in good["read"] if one != mark]}
    for told in NOT_SAID:
        yield from ((("e_form"), {"e_form": told}), ("intent", {"intent": told}))
    for ink in NO_SIGNATURES:
        yield "signature", {"signature": ink}
        for key in clause_keys(content):
            yield f"initials.{key}", {"initials": {**good["initials"], key: ink}}


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_signed_that_was_not_read_meant_and_drawn(name: str) -> None:
    content = TEXTS[name]
    good = whole(content)
    assert read_payload(good, content).signature
    changes = list(never(content, good))
    assert len(changes) > 30
    for field, change in changes:
        with pytest.raises(Invalid) as refused:
            read_payload(good | change, content)
        assert list(refused.value.fields) == [field], (field, change)


@pytest.mark.parametrize("name", MINORS)
def test_no_guardian_signs_what_they_did_not_read_mean_and_draw(name: str) -> None:
    content, clients = MINORS[name], write(Random(3), 6, 740, 232)
    marks = list(guardian_marks(content))
    good: Payload = {"read": marks, "e_form": True, "intent": True, "signature": write(Random(9), 5, 740, 232)}
    assert read_guardian(good, content, clients).signature
    changes: list[Change] = [("signature", {"signature": clients})]
    changes += [(f"read.{mark}", {"read": [one for one in marks if one != mark]}) for mark in marks]
    changes += [(field, {field: told}) for field in ("e_form", "intent") for told in NOT_SAID]
    changes += [("signature", {"signature": ink}) for ink in NO_SIGNATURES]
    for field, change in changes:
        with pytest.raises(Invalid) as refused:
            read_guardian(good | change, content, clients)
        assert list(refused.value.fields) == [field], (field, change)


@pytest.mark.parametrize("key", shipped())
def test_nobody_under_age_signs_any_text_without_a_guardian(studio: House, key: str) -> None:
    child = adult("Tim Young", birth_date="2020-01-01", guardian_name="Eva Young")
    with pytest.raises(Refusal) as refused:
        perform(signed_in("owner"), open_ceremony, child.id, template=key)
    assert not isinstance(refused.value, refusals.TemplateIsUnknown)


@pytest.mark.parametrize("key", [key for key, texts in shipped().items() if not texts["en"]["minor"]])
def test_any_text_that_changed_meanwhile_is_read_again(studio: House, key: str) -> None:
    who, ceremony = opened(template=key)
    sheet = ask(who, ceremony_for_guest)
    payload = filled(sheet) | whole(sheet.sheet["content"])
    text = shipped()[key]["en"]
    changed = {**text, "e_form": text["e_form"] + " Once more."}
    perform(signed_in("owner"), publish_template, key, {**shipped()[key], "en": changed})
    with pytest.raises(refusals.TextHasChanged):
        perform(who, sign_ceremony, ceremony.id, payload)
