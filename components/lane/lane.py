"""The lane: a heading over an ink rule, and cards that each lead somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app import assets, drawings
from components.app.marks import initials


@dataclass(frozen=True)
class Card:
    """One card. `lead` is the figure people look for first, `marks` are (kind, word), `act` is what the button says."""

    id: str
    to: str
    title: str
    lead: str = ""
    note: str = ""
    line: str = ""
    tags: tuple[str, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    act: str = ""
    face: bool = False
    photo: str = ""
    stop: bool = False


class Lane(Element, component="lane.js"):
    """`lane = Lane(t("Waiting"), empty=(…)); lane.show(cards, total)`; cards that are new since then flash once."""

    def __init__(self, title: str, *, drawing: str, empty: str, hint: str = "") -> None:
        super().__init__()
        art = {"src": f"{assets.address('drawings.svg')}#{drawing}", "box": drawings.box(drawing)}
        self._props.update(
            {
                "title": title,
                "empty": empty,
                "hint": hint,
                "art": art,
                "cards": [],
                "count": "",
                "note": "",
                "more": None,
            }
        )

    def show(
        self, cards: Sequence[Card], *, total: int = 0, note: str = "", more: tuple[str, str] | None = None
    ) -> None:
        """Put these cards in the lane; `more` is (address, words) of where the rest is."""
        self._props["cards"] = [asdict(card) | {"initials": initials(card.title)} for card in cards]
        self._props["count"] = str(total or "")
        self._props["note"] = note
        self._props["more"] = {"to": more[0], "word": more[1]} if more else None

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        shown = [part for card in self._props["cards"] for part in (card["title"], card["line"], card["note"])]
        return [self._props["title"], *(shown or [self._props["empty"]])]
