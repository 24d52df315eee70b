"""From the blocks of a text to the steps of a signing: what is shown together, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from studio.consent.rules.sheet import blocks_of, mark_of

Block = dict[str, Any]
TOGETHER = ("text", "question", "clause")
NOT_FOR_GUARDIANS = {"health", "consents", "question", "photo", "body_map"}


@dataclass
class Step:
    """Blocks of one kind that are shown together; `signing` is the signature below them, at the very end."""

    kind: str
    blocks: list[Block] = field(default_factory=list)
    signing: Block | None = None
    first: int = 1
    """The number of its first clause in the whole text."""

    @property
    def block(self) -> Block:
        return self.blocks[0]


def steps_of(content: Mapping[str, Any], who: str = "client") -> list[Step]:
    """The introduction first, whatever stands in it; signing last. A guardian reads what the client signed below."""
    blocks = [block for block in _for(content, who) if block["kind"] != "signature"]
    steps = [Step("intro")]
    clauses = 0
    for block in blocks:
        kind = block["kind"]
        if kind == "text" and steps[-1].kind == "intro":
            steps[-1].blocks.append(block)
            continue
        if kind not in TOGETHER or steps[-1].kind != kind:
            steps.append(Step(kind, first=clauses + 1))
        steps[-1].blocks.append(block)
        clauses += kind == "clause"
    if steps[-1].kind != "clause":
        steps.append(Step("sign"))
    steps[-1].signing = signing_of(content, who)
    return steps


def signing_of(content: Mapping[str, Any], who: str) -> Block:
    """What somebody signs; a text without a place for guardians has them sign what the client signs."""
    found = {block["who"]: block for block in blocks_of(content, "signature")}
    return {**found.get(who, found["client"]), "who": who}


def marks_of(step: Step) -> tuple[str, ...]:
    """What counts as read once this step was seen to its end."""
    marks = tuple(mark_of(block) for block in step.blocks)
    return (*marks, mark_of(step.signing)) if step.signing else marks


def _for(content: Mapping[str, Any], who: str) -> Iterator[Block]:
    """A guardian initials nothing: clauses are text to them, and the client's answers are the client's."""
    for block in blocks_of(content):
        if who == "client":
            yield block
        elif block["kind"] == "clause":
            yield {**block, "kind": "text"}
        elif block["kind"] not in NOT_FOR_GUARDIANS:
            yield block
