"""Wrong tries, and how long somebody waits after them."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition

from studio.kernel.refusal import TooMany
from studio.staff.rules import FREE_TRIES, wait_after

FORGET_AFTER = 900.0
TURN_WITHIN = 5.0
MOST_PINS = 5
"""Wrong PINs in a row after which only the password helps."""


@dataclass
class Outcome:
    """How a try went; neither, when it was cut short."""

    right: bool = False
    wrong: bool = False


class Failures:
    """Wrong tries per account or address, forgotten after a quarter of an hour.

    Tries under way take a place as wrong ones do, so that guessing in parallel is no faster than one by one.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic, most: int = 10_000) -> None:
        self._now, self._most, self._turn = now, most, Condition()
        self._tries: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._going: Counter[str] = Counter()

    @contextmanager
    def trying(self, keys: list[str]) -> Iterator[Outcome]:
        """One try, in its turn. Raises TooMany while one of the keys has to wait."""
        with self._turn:
            end = time.monotonic() + TURN_WITHIN
            self._check(keys)
            while not all(map(self._has_room, keys)):
                if not self._turn.wait(end - time.monotonic()):
                    raise TooMany(1)
                self._check(keys)
            self._going.update(keys)
        outcome = Outcome()
        try:
            yield outcome
        finally:
            with self._turn:
                self._going -= Counter(keys)
                if outcome.wrong:
                    self._count(keys)
                elif outcome.right:
                    self._clear(keys)
                self._turn.notify_all()

    def so_far(self, key: str) -> int:
        """Wrong tries that still count."""
        with self._turn:
            return self._tries.get(key, (0, 0.0))[0]

    def clear(self, keys: list[str]) -> None:
        with self._turn:
            self._clear(keys)

    def _check(self, keys: list[str]) -> None:
        for key in keys:
            tries, last = self._tries.get(key, (0, 0.0))
            left = last + wait_after(tries).total_seconds() - self._now()
            if tries and left > 0:
                raise TooMany(int(left) + 1)

    def _has_room(self, key: str) -> bool:
        """Whether one more may go now: as many as are free, then one at a time."""
        going = self._going[key]
        return not going or self._tries.get(key, (0, 0.0))[0] + going < FREE_TRIES

    def _count(self, keys: list[str]) -> None:
        for key in keys:
            tries, last = self._tries.pop(key, (0, 0.0))
            self._tries[key] = (1 if self._now() - last > FORGET_AFTER else tries + 1, self._now())
        while len(self._tries) > self._most:
            self._tries.popitem(last=False)

    def _clear(self, keys: list[str]) -> None:
        for key in keys:
            self._tries.pop(key, None)
