"""What a file would do, before it does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studio.catalog.importing import plan_lines
from studio.catalog.sheet import Line
from studio.kernel.work import Read, query

__all__ = ["Judged", "Line", "judge_lines"]


@dataclass(frozen=True)
class Judged:
    """One line of a file as people judge it: what it is called, what would become of it, and why not."""

    number: int
    name: str
    verdict: str
    changed: tuple[str, ...]
    problems: tuple[tuple[str, str], ...]
    """Field and sentence."""


@query("catalog.service.import")
def judge_lines(read: Read, lines: Sequence[Line]) -> list[Judged]:
    """One judgement a line, in the file's order."""
    return [
        Judged(
            plan.line.number,
            str(plan.line.raw.get("name", "")) or plan.line.code,
            plan.verdict,
            plan.changed,
            tuple((name, refusal.text()) for name, refusal in plan.problems.items()),
        )
        for plan in plan_lines(read.connection, read.house, lines)
    ]
