"""Where the terms of the house stand in a text that is signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from studio.consent.rules.sheet import blocks_of
from studio.extension.terms import Term


def with_terms(sheet: dict[str, Any], terms: Sequence[Term]) -> dict[str, Any]:
    """The sheet with each of the terms as a clause after its last one, or before it is signed where it has none."""
    if not terms:
        return sheet
    blocks = blocks_of(sheet["content"])
    clauses = [{"kind": "clause", "key": f"terms_{one.key}", "title": one.title, "text": one.text} for one in terms]
    at = _after_clauses([block["kind"] for block in blocks])
    content = {**sheet["content"], "blocks": [*blocks[:at], *clauses, *blocks[at:]]}
    return {**sheet, "content": content, "terms": [{"key": one.key, "number": one.number} for one in terms]}


def _after_clauses(kinds: list[str]) -> int:
    last = max((nth for nth, kind in enumerate(kinds) if kind == "clause"), default=None)
    return kinds.index("signature") if last is None else last + 1
