"""Two versions of one thing side by side; for each line one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app.hearing import hear


@dataclass(frozen=True)
class Pair:
    """One line: what it is about, both values as people read them, and which is taken: `ours` or `theirs`.

    With `both` the two can also be kept together.
    """

    name: str
    label: str
    ours: str
    theirs: str
    taken: str
    both: str = ""


class Compare(Element, component="compare.js"):
    """`.taken` is name → side. `heads` are the words above the two columns."""

    def __init__(
        self, pairs: Sequence[Pair], *, heads: tuple[str, str], nothing: str, on_change: Callable[[], Any] | None = None
    ) -> None:
        super().__init__()
        self.taken = {pair.name: pair.taken for pair in pairs}
        self._joined = {pair.name for pair in pairs if pair.both}
        self._on_change = on_change
        self._props.update({"pairs": [asdict(pair) for pair in pairs], "heads": list(heads), "nothing": nothing})
        hear(self, "take", self._take, name=str, side=str)

    def _take(self, name: str, side: str) -> None:
        if name in self.taken and (side in ("ours", "theirs") or (side == "both" and name in self._joined)):
            self.taken[name] = side
            if self._on_change:
                self._on_change()

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [part for pair in self._props["pairs"] for part in (pair["label"], pair["ours"], pair["theirs"])]
