"""The board: lanes of cards side by side on a desk, behind tabs on a phone, below one another for one's own day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from nicegui.element import Element

from components.app import assets, drawings, icons
from components.app.hearing import hear
from studio.kernel.text import t

Layout = Literal["lanes", "day"]


@dataclass(frozen=True)
class Act:
    """What a button of a card does, `key` for whoever hears it."""

    key: str
    word: str
    icon: str = ""
    primary: bool = False


@dataclass(frozen=True)
class Amount:
    """Money on a card; `owe` where it is still to come."""

    label: str
    amount: str
    owe: bool = False


@dataclass(frozen=True)
class Progress:
    """How far something is: a share of a hundred, and words for it."""

    share: int
    words: str
    over: bool = False


@dataclass(frozen=True)
class BoardCard:
    """One card. `stamp` changes with everything that is news: a card with another one flashes."""

    id: str
    title: str
    to: str = ""
    stamp: str = ""
    time: str = ""
    length: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    artist: str = ""
    whole: str = ""
    """The artist's name in full."""
    pigment: int = 0
    line: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    amount: str = ""
    note: str = ""
    progress: Progress | None = None
    money: tuple[Amount, ...] = ()
    act: Act | None = None
    also: Act | None = None
    look: str = ""
    stop: bool = False
    late: bool = False
    gap: bool = False
    """Nothing but time that is free."""


@dataclass(frozen=True)
class BoardLane:
    """One lane with the cards in sight; `more` is what stands for the others."""

    key: str
    title: str
    short: str
    cards: tuple[BoardCard, ...]
    count: int = 0
    meta: str = ""
    more: str = ""
    drawing: str = "chair"
    empty: str = ""
    hint: str = ""
    step: Act | None = None
    """What somebody could do first where the lane is empty."""
    first: bool = False
    """On a phone it is the one in sight while it holds anybody."""


class Board(Element, component="board.js"):
    """`board.show(lanes)` as often as there is news; `on_act(id=…, act=…)` and `on_more(lane)` say what was pressed."""

    def __init__(
        self, layout: Layout, *, on_act: Callable[..., Any] | None = None, on_more: Callable[[str], Any] | None = None
    ) -> None:
        super().__init__()
        self.lanes: Sequence[BoardLane] = ()
        self._props.update({"lanes": [], "layout": layout, "icons": icons.sprite_address()})
        self._props["words"] = {"lanes": t("Lanes")}
        if on_act:
            hear(self, "act", on_act, id=str, act=str)
        if on_more:
            hear(self, "more", on_more, str)

    def show(self, lanes: Sequence[BoardLane]) -> None:
        """Put these lanes on the board; the same again costs nothing."""
        if lanes != self.lanes:
            self.lanes = lanes
            self._props["lanes"] = [asdict(lane) | {"art": _art(lane.drawing)} for lane in lanes]

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        told: list[Any] = []
        for lane in self.lanes:
            told += [lane.title, lane.meta, lane.more, *([] if lane.cards else [lane.empty, lane.hint])]
            for card in lane.cards:
                told += [card.title, card.line, card.note, card.artist, *(word for _, word in card.marks)]
        return told


def _art(name: str) -> dict[str, str]:
    return {"src": f"{assets.address('drawings.svg')}#{name}", "box": drawings.box(name)}
