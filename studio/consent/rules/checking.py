"""Whether a text may be published: what stands against it is said with its block and its field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from studio.consent import refusals
from studio.consent.rules.blocks import CHOSEN, Content, QuestionBlock
from studio.extension.wrong import SENTENCES as WRONG
from studio.kernel.text import N_, t

KINDS = {
    "text": N_("Text"),
    "clause": N_("Clause to initial"),
    "health": N_("Health questions"),
    "question": N_("Question"),
    "photo": N_("Photo"),
    "body_map": N_("Place on the body"),
    "consents": N_("Separate consents"),
    "aftercare": N_("Aftercare sheet"),
    "signature": N_("Signature"),
}
ONCE = ("health", "consents", "aftercare")
RESERVED = {*ONCE, "sign", "sign_guardian", "e_form", "intent"}
SENTENCES = {
    **WRONG,
    "string_pattern_mismatch": N_("Use small letters, digits and lines between them."),
    "union_tag_invalid": N_("Linework knows no such kind of block."),
    "union_tag_not_found": N_("Say what kind of block this is."),
}
"""What is usually wrong, in words of ours."""
KEY_TWICE = N_("Another block has this key already.")
KEY_RESERVED = N_("Linework uses this key itself. Choose another one.")
ONE_ONLY = N_("This can stand in a text only once.")
ASKED_LATER = N_("The question it hangs on must stand before it.")
NEVER_SO = N_("The question it hangs on cannot be answered so.")
NOBODY_SIGNS = N_("The client's signature is missing.")
GUARDIAN_MISSING = N_("A text for minors needs the signature of a parent or guardian.")
GUARDIAN_FOR_NOTHING = N_("Only a text for minors has the signature of a parent or guardian.")
HEALTH_UNASKED = N_("Health answers need the consent to keep them, as one that is needed.")


@dataclass(frozen=True)
class Trouble:
    """What stands against a text: `path` leads there, `block` is its number and kind (empty outside blocks)."""

    path: tuple[str | int, ...]
    block: str
    what: str

    def __str__(self) -> str:
        steps = [str(step) for step in (self.path[2:] if self.block else self.path)]
        return ": ".join(part for part in (self.block, ".".join(steps), self.what) if part)


def check_content(content: object, where: str = "") -> dict[str, Any]:
    """A text as it may be published. Raises TemplateIsIncomplete with everything that stands against it."""
    found, troubles = read_content(content)
    if troubles or found is None:
        raise incomplete(troubles, where)
    return found


def incomplete(troubles: list[Trouble], where: str = "") -> refusals.TemplateIsIncomplete:
    """The refusal for these: its field leads to the first one, `where` names the file or language."""
    field = ".".join(str(step) for step in ((where,) if where else ()) + troubles[0].path) or where or "content"
    told = "; ".join(str(trouble) for trouble in troubles[:6])
    return refusals.TemplateIsIncomplete(field, troubles=f"{where}: {told}" if where else told)


def read_content(content: object) -> tuple[dict[str, Any] | None, list[Trouble]]:
    """The text with all its fields, or what stands against it."""
    try:
        model = Content.model_validate_json(json.dumps(content))
    except ValidationError as error:
        return None, [_trouble(content, one) for one in error.errors(include_url=False, include_input=False)]
    except (TypeError, ValueError, RecursionError):
        return None, [Trouble((), "", t("This is no text of a consent."))]
    troubles = list(_together(model))
    return (None, troubles) if troubles else (model.model_dump(mode="json", by_alias=True, exclude_none=True), [])


def _trouble(content: Any, one: Any) -> Trouble:
    path = tuple(one["loc"])
    kind = ""
    if path[:1] == ("blocks",) and len(path) > 1:
        kind = str(path[2]) if len(path) > 2 else ""
        path = (*path[:2], *path[3:])
        return Trouble(path, _block(content, int(path[1]), kind), _said(one))
    return Trouble(path, "", _said(one))


def _block(content: Any, number: int, kind: str) -> str:
    block = content["blocks"][number] if isinstance(content["blocks"], list) else None
    key = block.get("key") if isinstance(block, Mapping) else None
    word = t(KINDS[kind]) if kind in KINDS else t("no known kind")
    named = f" “{key}”" if isinstance(key, str) and key else ""
    return f"{t('Block {n}', n=number + 1)} ({word}{named})"


def _said(one: Any) -> str:
    wrong, limits = str(one["type"]), one.get("ctx", {})
    if wrong == "value_error":
        return t(str(limits["error"]))
    values = {name: value for name, value in limits.items() if name in ("ge", "le", "min_length", "max_length")}
    return t(SENTENCES[wrong], **values) if wrong in SENTENCES else str(one["msg"])


def _together(text: Content) -> Iterator[Trouble]:
    """What no block can say alone."""
    plain = {"blocks": [block.model_dump() for block in text.blocks]}
    keys: set[str] = set()
    kinds: list[str] = []
    for number, block in enumerate(text.blocks):
        for field, wrong in _among(text, number, keys, kinds):
            yield Trouble(("blocks", number, field), _block(plain, number, block.kind), t(wrong))
        keys.add(getattr(block, "key", ""))
        kinds.append(block.kind + getattr(block, "who", ""))
    if "signatureclient" not in kinds:
        yield Trouble(("blocks",), "", t(NOBODY_SIGNS))
    if text.minor and "signatureguardian" not in kinds:
        yield Trouble(("blocks",), "", t(GUARDIAN_MISSING))
    if "health" in kinds and not any(
        block.kind == "consents" and "health_data" in block.needed for block in text.blocks
    ):
        yield Trouble(("blocks",), "", t(HEALTH_UNASKED))


def _among(text: Content, number: int, keys: set[str], kinds: list[str]) -> Iterator[tuple[str, str]]:
    """Field and sentence for what is wrong with one block among those before it."""
    block = text.blocks[number]
    key = getattr(block, "key", "")
    if key and key in keys:
        yield "key", KEY_TWICE
    if key in RESERVED:
        yield "key", KEY_RESERVED
    if block.kind in (*ONCE, "signature") and block.kind + getattr(block, "who", "") in kinds:
        yield "kind", ONE_ONLY
    if block.kind == "signature" and block.who == "guardian" and not text.minor:
        yield "who", GUARDIAN_FOR_NOTHING
    if isinstance(block, QuestionBlock) and block.when:
        yield from _hangs_on(text, number, block)


def _hangs_on(text: Content, number: int, block: QuestionBlock) -> Iterator[tuple[str, str]]:
    if block.when is None:
        return
    before = [one for one in text.blocks[:number] if isinstance(one, QuestionBlock) and one.key == block.when.question]
    if not before:
        yield "when", ASKED_LATER
        return
    possible = {choice.key for choice in before[0].choices} if before[0].answer in CHOSEN else set()
    if block.when.answer not in (possible or ({"yes", "no"} if before[0].answer == "yes_no" else set())):
        yield "when", NEVER_SO
