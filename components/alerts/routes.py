"""The table of who is told what: one role at a time, a row for each kind, a column for each way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app.hearing import hear
from components.app.marks import Kind
from studio.kernel.text import t

Change = Callable[[str, str, bool], Awaitable[Any]]


@dataclass(frozen=True)
class RouteCell:
    """One way: on or off, and whether this role could get it so."""

    way: str
    on: bool
    possible: bool


@dataclass(frozen=True)
class RouteRow:
    """One kind of alert."""

    kind: str
    title: str
    mark: Kind
    word: str
    cells: tuple[RouteCell, ...]


class RouteTable(Element, component="routes.js"):
    """`change(kind, way, on)` is asked for each box that is ticked or emptied."""

    def __init__(self, ways: Mapping[str, str], change: Change, *, label: str) -> None:
        super().__init__()
        words = {"kind": t("Alert"), "closed": t("This role may not see what it is about")}
        self._props.update({"label": label, "ways": dict(ways), "rows": [], "words": words})
        hear(self, "change", lambda kind, way, on: change(kind, way, on), kind=str, way=str, on=bool)  # noqa: PLW0108

    def show(self, rows: Sequence[RouteRow], label: str) -> None:
        """Put another role's rows, or their newest state, into the table."""
        self._props.update({"rows": [asdict(row) for row in rows], "label": label})

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [row["title"] for row in self._props["rows"]]
