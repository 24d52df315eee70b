"""What a text asks besides health: its own questions, places on the body, photos; each answer checked by its block."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from studio.clients.body import PLACES
from studio.clients.rules.cleaning import clean_date, clean_text
from studio.consent import refusals
from studio.consent.rules.sheet import Block, blocks_of
from studio.kernel.refusal import Refusal

WORDS_MOST, DETAIL_MOST = 1000, 500
LARGEST = Decimal(10) ** 9
PLACES_MOST = 20
PHOTO_MOST = 600_000
"""Bytes of a photo as it was drawn anew."""
RANK = ("info", "warn", "block")
WORDS = {True: True, "yes": True, "true": True, "on": True, False: False, "no": False, "false": False}
Told = Mapping[str, Any]


def clean_questions(raw: object, content: Told, problems: dict[str, Refusal]) -> dict[str, dict[str, Any]]:
    """`{key: answer}` or `{key: {"answer", "detail"}}` → key → answer, detail, level; in the order of the text.

    What was not asked, since it hangs on another answer, is left out whatever was sent.
    """
    told = _mapping(raw, "questions", problems)
    blocks = blocks_of(content, "question")
    for key in set(told) - {block["key"] for block in blocks}:
        problems[f"questions.{str(key)[:40]}"] = refusals.UnknownBlock()
    clean: dict[str, dict[str, Any]] = {}
    for block in blocks:
        if not is_asked(block, clean):
            continue
        try:
            answer = _answer(block, told.get(block["key"]))
        except Refusal as refusal:
            problems[f"questions.{block['key']}"] = refusal
            continue
        if answer is not None:
            clean[block["key"]] = answer
        elif block.get("needed", True):
            problems[f"questions.{block['key']}"] = refusals.AnswerIsMissing()
    return clean


def is_asked(block: Block, answers: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a question is asked at all, by what was answered before it."""
    when = block.get("when")
    if not when:
        return True
    said = answers.get(when["question"], {}).get("answer")
    wanted = (
        {"yes": True, "no": False}.get(when["answer"], when["answer"]) if isinstance(said, bool) else when["answer"]
    )
    return wanted in said if isinstance(said, list) else said is not None and said == wanted


def stopping(answers: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """The questions whose answer stops the signing."""
    return tuple(key for key, one in answers.items() if one["level"] == "block")


def clean_places(raw: object, content: Told, problems: dict[str, Refusal]) -> dict[str, list[str]]:
    """`{key: [place, …]}` → the places that were pointed at, from head to foot."""
    told = _mapping(raw, "places", problems)
    blocks = blocks_of(content, "body_map")
    for key in set(told) - {block["key"] for block in blocks}:
        problems[f"places.{str(key)[:40]}"] = refusals.UnknownBlock()
    clean = {}
    for block in blocks:
        given = told.get(block["key"]) or []
        field = f"places.{block['key']}"
        if not isinstance(given, list | tuple) or len(given) > PLACES_MOST or not all(_is_place(one) for one in given):
            problems[field] = refusals.PlaceOnBodyIsUnknown()
        elif not given and block.get("needed", True):
            problems[field] = refusals.PlaceOnBodyIsMissing()
        else:
            clean[block["key"]] = [place for place in PLACES if place in given]
    return clean


def clean_photos(raw: object, content: Told, problems: dict[str, Refusal]) -> dict[str, dict[str, Any]]:
    """`{key: {"jpeg": base64}}` → the picture and its digest; that it was drawn anew here, the door makes sure of."""
    told = _mapping(raw, "photos", problems)
    blocks = blocks_of(content, "photo")
    for key in set(told) - {block["key"] for block in blocks}:
        problems[f"photos.{str(key)[:40]}"] = refusals.UnknownBlock()
    clean = {}
    for block in blocks:
        field, given = f"photos.{block['key']}", told.get(block["key"])
        try:
            if given:
                clean[block["key"]] = _photo(given)
            elif block.get("needed", False):
                problems[field] = refusals.PhotoIsMissing()
        except Refusal as refusal:
            problems[field] = refusal
    return clean


def _is_place(told: object) -> bool:
    return isinstance(told, str) and told in PLACES


def photo_bytes(kept: Mapping[str, Any]) -> bytes:
    """The picture of a signed part."""
    return base64.b64decode(kept["jpeg"])


def _photo(given: object) -> dict[str, Any]:
    text = given.get("jpeg") if isinstance(given, Mapping) else None
    if not isinstance(text, str) or len(text) > PHOTO_MOST * 4 // 3 + 4:
        raise refusals.PhotoIsUnclear
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise refusals.PhotoIsUnclear from None
    if not data.startswith(b"\xff\xd8\xff"):
        raise refusals.PhotoIsUnclear
    return {"jpeg": base64.b64encode(data).decode(), "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}


def _answer(block: Block, raw: object) -> dict[str, Any] | None:
    """One answer, or None where none was given."""
    told: Told = raw if isinstance(raw, Mapping) else {"answer": raw}
    answer = READERS[block["answer"]](block, told.get("answer"))
    if answer is None or answer == []:
        return None
    detail = clean_text(told.get("detail"), DETAIL_MOST) if block.get("detail") and answer is not False else ""
    return {"answer": answer, "detail": detail, "level": max(_levels(block, answer), key=RANK.index)}


def _levels(block: Block, answer: object) -> Iterator[str]:
    yield "info"
    if answer is True:
        yield str(block.get("level", "info"))
    chosen = answer if isinstance(answer, list) else [answer]
    yield from (str(one.get("level", "info")) for one in block.get("choices", ()) if one["key"] in chosen)


def _yes_no(_: Block, raw: object) -> bool | None:
    if raw is None or raw == "":
        return None
    if not isinstance(raw, bool | str) or raw not in WORDS:
        raise refusals.AnswerIsMissing
    return WORDS[raw]


def _words(_: Block, raw: object) -> str | None:
    return clean_text(raw, WORDS_MOST, lines=True) or None


def _number(_: Block, raw: object) -> str | None:
    """As plain digits: nothing is lost, and it has one spelling."""
    if raw is None or raw == "":
        return None
    try:
        found = Decimal(str(raw).strip().replace(",", ".")) if not isinstance(raw, bool) else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or abs(found) > LARGEST or found.as_tuple().exponent < -6:  # type: ignore[operator]  # a finite one has a whole number there
        raise refusals.NumberIsUnclear
    plain = f"{found:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _day(_: Block, raw: object) -> str | None:
    found = clean_date(raw)
    if found is not None and not date(1900, 1, 1) <= found <= date(2199, 12, 31):
        raise refusals.ExpiryIsUnclear
    return found.isoformat() if found else None


def _one(block: Block, raw: object) -> str | None:
    if raw is None or raw == "":
        return None
    if raw not in [choice["key"] for choice in block["choices"]]:
        raise refusals.ChoiceIsUnknown
    return str(raw)


def _many(block: Block, raw: object) -> list[str]:
    given = [raw] if isinstance(raw, str) else raw or []
    known = [choice["key"] for choice in block["choices"]]
    if not isinstance(given, list | tuple) or any(one not in known for one in given):
        raise refusals.ChoiceIsUnknown
    return [key for key in known if key in given]


READERS: dict[str, Any] = {
    "yes_no": _yes_no,
    "text": _words,
    "number": _number,
    "date": _day,
    "one": _one,
    "many": _many,
}


def _mapping(raw: object, field: str, problems: dict[str, Refusal]) -> Told:
    if raw is None or isinstance(raw, Mapping):
        return raw or {}
    problems[field] = refusals.FormIsUnclear()
    return {}
