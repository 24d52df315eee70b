"""A table fed with rows: one element, however many rows it shows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app import assets, drawings, icons
from components.app.hearing import hear
from components.table.columns import SIZES, Act, Column, Empty, Filter, Page, Wanted, read_wanted
from studio.kernel.text import t

Load = Callable[[Wanted], Awaitable[Page]]
OnAct = Callable[[str, list[str]], Awaitable[Any]]
OnAll = Callable[[str, Wanted], Awaitable[Any]]
OnExport = Callable[[str, Wanted], Awaitable[Any]]
OnOrder = Callable[[list[str]], Awaitable[Any]]


class DataTable(Element, component="table.js"):
    """`table = DataTable(columns, load, key="clients"); await table.load()`; `load` turns a `Wanted` into a `Page`."""

    def __init__(
        self,
        columns: Sequence[Column],
        load: Load,
        *,
        key: str,
        label: str = "",
        filters: Sequence[Filter] = (),
        acts: Sequence[Act] = (),
        bulk: Sequence[Act] = (),
        on_act: OnAct | None = None,
        on_all: OnAll | None = None,
        on_open: Callable[[str], Any] | None = None,
        exports: Sequence[str] = (),
        on_export: OnExport | None = None,
        empty: Empty | None = None,
        search: str = "",
        start: Wanted | None = None,
        beside: str = "",
        movable: str = "",
        on_order: OnOrder | None = None,
    ) -> None:
        super().__init__()
        self._load, self._on_act, self._on_all, self._on_export = load, on_act, on_all, on_export
        self._on_order, self._turn = on_order, asyncio.Lock()
        self._columns, self._filters, self._start, self._asked = columns, filters, start or Wanted(), 0
        self._reads = 0  # only the newest is shown
        self.wanted = read_wanted(ui.context.client.request.query_params, columns, filters, self._start)
        self._props.update({"label": label or key, "store": key, "exports": list(exports), "search": search})
        self._props.update({"whole": on_all is not None, "beside": beside, "movable": movable, **_face(empty)})
        self._props.update(_shape(columns=columns, filters=filters, acts=acts, bulk=bulk))
        self._props["answer"] = {"n": 0, "rows": None, "total": 0, "wanted": asdict(self.wanted)}
        self._listen(on_open)

    def _listen(self, on_open: Callable[[str], Any] | None) -> None:
        hear(self, "ask", self._answer, n=int, query=dict)
        hear(self, "act", self._act, name=str, ids=list)
        hear(self, "all", self._all, str)
        hear(self, "open", lambda row: on_open(row) if on_open and self._opens(row) else None, str)
        hear(self, "export", self._export, str)
        hear(self, "order", self._order, list)

    def point_at(self, row: str) -> None:
        """Let this row stand out: it is what is shown beside the list."""
        self._props["current"] = row

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows now shown."""
        return self._props["answer"]["rows"] or []

    def row(self, row_id: str) -> dict[str, Any] | None:
        """The row of that id, where it is among those shown."""
        return next((row for row in self.rows if row.get("id") == row_id), None)

    async def load(self) -> None:
        """Fetch what is wanted now and show it; also how to redraw after a change elsewhere."""
        await self._show(self._asked)

    async def changed(self, *ids: object) -> None:
        """Fetch again after a change elsewhere, and let those rows flash once."""
        await self.load()
        self.run_method("flash", [str(one) for one in ids])

    async def _show(self, asked: int) -> None:
        self._reads += 1
        wanted, reading = self.wanted, self._reads
        page = await self._load(wanted)
        if not page.rows and page.total and wanted.page > 1:
            wanted = self.wanted = replace(wanted, page=-(-page.total // wanted.size))
            page = await self._load(wanted)
        if asked == self._asked and reading == self._reads and not self.is_deleted:
            self._props["answer"] = {
                "n": asked,
                "rows": [dict(row) for row in page.rows],
                "total": page.total,
                "wanted": asdict(wanted),
            }

    async def _answer(self, n: int, query: dict[str, Any]) -> None:
        self._asked = max(self._asked, n)
        self.wanted = read_wanted(query, self._columns, self._filters, self._start)
        await self._show(n)

    async def _act(self, name: str, ids: list[Any]) -> None:
        """Only what is shown is acted upon: a screen may take each id for one of its own."""
        shown = [one for one in ids if isinstance(one, str) and self.row(one)]
        if self._on_act and shown and name in self._offers("acts", "bulk"):
            await self._on_act(name, shown)

    def _opens(self, row: str) -> bool:
        """A row that is shown; nothing closes what stands beside the list."""
        return self.row(row) is not None or (row == "" and bool(self._props["beside"]))

    async def _all(self, name: str) -> None:
        """An act on everything the filters find, not only on this page."""
        if self._on_all and name in self._offers("bulk"):
            await self._on_all(name, self.wanted)

    async def _export(self, kind: str) -> None:
        if self._on_export and kind in self._props["exports"]:
            await self._on_export(kind, self.wanted)

    def _offers(self, *where: str) -> set[str]:
        return {str(one["name"]) for part in where for one in self._props[part]}

    async def _order(self, ids: list[Any]) -> None:
        """The rows of this page in another order: each of them once, or it is a forgery. The last one made stays."""
        shown = [row["id"] for row in self.rows]
        if self._on_order and all(isinstance(one, str) for one in ids) and sorted(ids) == sorted(shown):
            async with self._turn:
                await self._on_order(ids)

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        shown = [text for row in self.rows for value in row.values() for text in _texts(value)]
        return shown or list(self._props["empty"].values())


def _texts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, list | tuple):
        return [one["word"] if isinstance(one, dict) else one for one in value]
    return [value]


def _shape(**parts: Sequence[Any]) -> dict[str, list[dict[str, Any]]]:
    return {name: [asdict(one) for one in part] for name, part in parts.items()}


def _face(empty: Empty | None) -> dict[str, Any]:
    """What it looks like while there are no rows, its pictures and its words."""
    nothing = empty or Empty(t("Nothing here yet"))
    return {"sizes": list(SIZES), "empty": asdict(nothing), "art": _art(empty), "words": _words()}


def _art(empty: Empty | None) -> dict[str, str]:
    name, sprite = empty.drawing if empty else "compass", assets.address("drawings.svg")
    return {
        "icons": icons.sprite_address(),
        "drawing": f"{sprite}#{name}",
        "box": drawings.box(name),
        "none": f"{sprite}#lens",
    }


def _words() -> dict[str, str]:
    return {
        "search": t("Search this list"),
        "all": t("All"),
        "columns": t("Columns"),
        "export": t("Export"),
        "more": t("More for this row"),
        "range": t("{first}–{last} of {total}"),
        "before": t("Page before"),
        "next": t("Next page"),
        "rows": t("Rows"),
        "none": t("Nothing fits"),
        "loosen": t("Try fewer words, or take a filter away."),
        "clear": t("Show all"),
        "ticked": t("{n} ticked"),
        "untick": t("Untick"),
        "every": t("Take all {n}"),
        "tick": t("Tick"),
        "tickAll": t("Tick all on this page"),
        "sort": t("Sort by {label}"),
        "loading": t("Loading"),
        "grip": t("Move: drag, or press Alt and an arrow key"),
        "placed": t("Now number {at} of {of}"),
    }
