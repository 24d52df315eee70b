"""What a text asked besides health, as the document shows it: questions with their answers, places in words, photos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from studio.clients.body import PLACES
from studio.consent.rules.asking import is_asked, photo_bytes
from studio.consent.telling import show_day
from studio.documents.drawing.document import Answer, Answers, Block, Facts, Heading, Paragraph, Picture
from studio.kernel.text import t

Signed = Mapping[str, Any]


def asked_blocks(block: Mapping[str, Any], signed: Signed) -> Iterator[Block]:
    """One block of a kind that asks; nothing for what hung on another answer and was not asked."""
    match block["kind"]:
        case "question":
            if is_asked(block, signed.get("questions", {})):
                yield Answers((question_answer(block, signed),))
        case "body_map":
            yield Heading(block["title"], block.get("text", ""))
            yield Facts(((t("Place on the body"), places_told(signed, block["key"]) or t("Not answered")),))
        case "photo":
            yield Heading(block["title"], block.get("text", ""))
            kept = signed.get("photos", {}).get(block["key"])
            if kept is None:
                yield Paragraph(t("No photo was given."), quiet=True)
            else:
                yield Picture(photo_bytes(kept), caption=f"SHA-256 {kept['sha256']}")


def question_answer(block: Mapping[str, Any], signed: Signed) -> Answer:
    """A question of the text with the words of its answer."""
    given = signed.get("questions", {}).get(block["key"])
    if given is None:
        return Answer(block["text"], t("Not answered"))
    return Answer(block["text"], answer_told(block, given["answer"]), given["detail"], given["level"] != "info")


def answer_told(block: Mapping[str, Any], answer: object) -> str:
    """The answer as it is read: yes, a day, the words of what was chosen."""
    if isinstance(answer, bool):
        return t("Yes") if answer else t("No")
    if block["answer"] == "date":
        return show_day(str(answer))
    words = {choice["key"]: choice["text"] for choice in block.get("choices", ())}
    chosen = answer if isinstance(answer, list) else [str(answer)]
    return ", ".join(words.get(one, one) for one in chosen)


def places_told(signed: Signed, key: str) -> str:
    """The places that were pointed at, in words."""
    return ", ".join(t(PLACES[place]) for place in signed.get("places", {}).get(key, ()))
