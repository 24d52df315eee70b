"""What a text asked besides health, as the document shows it: questions with their answers, places in words, photos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from studio.clients.body import PLACES, VIEWS
from studio.clients.figure import HEIGHT, WIDTH, drawing_order, rounded, shape_of, views_of
from studio.consent.rules.asking import is_asked, photo_bytes
from studio.consent.telling import show_day
from studio.documents.drawing.document import (
    Answer,
    Answers,
    Block,
    Facts,
    Figures,
    Heading,
    Outline,
    Paragraph,
    Part,
    Picture,
)
from studio.kernel.text import t

Signed = Mapping[str, Any]
SHORT = 24
"""Letters that stand beside a question."""


def asked_blocks(block: Mapping[str, Any], signed: Signed) -> Iterator[Block]:
    """One block of a kind that asks; nothing for what hung on another answer and was not asked."""
    match block["kind"]:
        case "question":
            if is_asked(block, signed.get("questions", {})):
                yield Answers((question_answer(block, signed),))
        case "body_map":
            yield Heading(block["title"], block.get("text", ""))
            yield from _places(signed.get("places", {}).get(block["key"], ()))
        case "photo":
            yield Heading(block["title"], block.get("text", ""))
            kept = signed.get("photos", {}).get(block["key"])
            if kept is None:
                yield Paragraph(t("No photo was given."), quiet=True)
            else:
                yield Picture(photo_bytes(kept), caption=f"SHA-256 {kept['sha256']}")


def _places(places: Sequence[str]) -> Iterator[Block]:
    """The figure from the sides that show them, and the places in words by their numbers."""
    if places:
        yield Figures(tuple(_outline(view, places) for view in views_of(places)))
    words = ((str(number), t(PLACES[place])) for number, place in enumerate(places, 1))
    told = "; ".join(f"{number}. {word}" for number, word in words)
    yield Facts(((t("Place on the body"), told or t("Not answered")),))


def _outline(view: str, places: Sequence[str]) -> Outline:
    parts = (
        Part(tuple(rounded(shape_of(place))), places.index(place) + 1 if place in places else 0)
        for place in drawing_order(view)
    )
    return Outline(t(VIEWS[view]), WIDTH, HEIGHT, tuple(parts))


def question_answer(block: Mapping[str, Any], signed: Signed) -> Answer:
    """A question of the text with the words of its answer."""
    given = signed.get("questions", {}).get(block["key"])
    if given is None:
        return Answer(block["text"], t("Not answered"))
    told, marked = answer_told(block, given["answer"]), given["level"] != "info"
    if block["answer"] == "text" and len(told) > SHORT:
        return Answer(block["text"], "", told, marked)  # whole sentences stand below the question
    return Answer(block["text"], told, given["detail"], marked)


def answer_told(block: Mapping[str, Any], answer: object) -> str:
    """The answer as it is read: yes, a day, the words of what was chosen."""
    if isinstance(answer, bool):
        return t("Yes") if answer else t("No")
    if block["answer"] == "date":
        return show_day(str(answer))
    words = {choice["key"]: choice["text"] for choice in block.get("choices", ())}
    chosen = answer if isinstance(answer, list) else [str(answer)]
    return ", ".join(words.get(one, one) for one in chosen)
