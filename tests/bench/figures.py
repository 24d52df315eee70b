"""A figure beside its limit: timed in turns, compared as a ratio, judged against a goal that never moves."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

Call = Callable[[int], object]
WARM_UP = 3


@dataclass(frozen=True)
class Figure:
    """One line of the table. `beside` is what the limit took; the goal is for the ratio, or for the value itself."""

    op: str
    value: float
    unit: str
    goal: float | None
    beside: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return None if self.beside is None else self.value / self.beside

    @property
    def met(self) -> bool:
        judged = self.value if self.ratio is None else self.ratio
        return self.goal is None or judged <= self.goal

    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} x"
        beside = "" if self.beside is None else f"{self.beside:.3g}"
        goal = "" if self.goal is None else f"≤ {self.goal:g} {'x' if self.ratio is not None else self.unit}"
        verdict = "" if self.goal is None else ("met" if self.met else "MISSED")
        return self.op, f"{self.value:.4g} {self.unit}", beside, ratio, goal, verdict, self.note

    def explained(self, cost: Callable[[], str]) -> Figure:
        """A missed figure names its largest cost, found at once, while everything still stands."""
        return self if self.met else replace(self, note=f"{self.note} largest cost: {cost()}".strip())


@dataclass(frozen=True)
class Timed:
    """Milliseconds of calls, round by round."""

    rounds: tuple[tuple[float, ...], ...]

    def at(self, share: float) -> float:
        every = sorted(one for each in self.rounds for one in each)
        return every[min(len(every) - 1, int(len(every) * share))]

    @property
    def p50(self) -> float:
        return self.at(0.5)

    @property
    def p95(self) -> float:
        return self.at(0.95)

    def times(self, other: Timed) -> float:
        """The median over the rounds of how many times the other's median this one took."""
        medians = zip(map(statistics.median, self.rounds), map(statistics.median, other.rounds), strict=True)
        return statistics.median(mine / theirs for mine, theirs in medians)


def in_turns(*calls: Call, count: int = 20, rounds: int = 10) -> list[Timed]:
    """Time each call so often in each round, every one's turn inside each round, no argument twice."""
    taken: list[list[tuple[float, ...]]] = [[] for _ in calls]
    numbers = [0] * len(calls)
    for turn in range(-1, rounds):
        for at, call in enumerate(calls):
            times = []
            for _ in range(count if turn >= 0 else WARM_UP):
                numbers[at] += 1
                begun = time.perf_counter()
                call(numbers[at])
                times.append((time.perf_counter() - begun) * 1000)
            if turn >= 0:
                taken[at].append(tuple(times))
    return [Timed(tuple(each)) for each in taken]


def compared(op: str, mine: Timed, limit: Timed, goal: float | None, note: str = "") -> Figure:
    """The p50 beside the limit's, by the paired ratio."""
    return Figure(op, mine.p50, "ms", goal, mine.p50 / mine.times(limit), note)


def table(figures: Sequence[Figure]) -> str:
    """What the run prints at its end."""
    head = ("operation", "figure", "beside", "ratio", "goal", "", "")
    rows = [head, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) for row in rows]
    notes = [f"{line}  {row[6]}".rstrip() for line, row in zip(lines, rows, strict=True)]
    return "\n".join([notes[0], "-" * (sum(widths) + 10), *notes[1:]])
