"""Our calendar around EventCalendar: what is on goes in, what somebody did with it comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from nicegui.element import Element

from components.app import assets
from components.app.hearing import hear
from components.app.moments import reading_locale
from components.app.tokens import PHONE
from studio.kernel.text import t

VENDOR = Path(__file__).parent / "vendor"
DRAGGED = "lineworkDragged"
"""What a card says of itself while it is dragged here: `window.lineworkDragged = {id, minutes, name}`."""
PROPOSED = "linework-proposed"
"""The event of the window that says where something would fit: `{start, end, place, name, note}`, or nothing."""
View = Literal["day", "week", "month"]
STEP = 15
"""Minutes in which things are moved."""

assets.serve("event-calendar.js", "text/javascript", (VENDOR / "event-calendar.min.js").read_bytes)
assets.serve("event-calendar.css", "text/css", (VENDOR / "event-calendar.min.css").read_bytes)


@dataclass(frozen=True, slots=True)
class Place:
    """A column: an artist with their pigment, or a station without."""

    id: str
    title: str
    note: str = ""
    number: int = 0


class Booked(NamedTuple):
    """One booking. Times are on the wall, as 2026-05-17T14:30; `before` and `after` are minutes around it."""

    id: str
    start: str
    end: str
    place: str
    title: str
    code: str = ""
    line: str = ""
    who: str = ""
    """Whose it is, told where columns do not tell."""
    number: int = 0
    look: str = ""
    """Classes; `more` alone says that others of its day are not drawn, and leads to them."""
    marks: tuple[tuple[str, str], ...] = ()
    before: int = 0
    after: int = 0
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """Hours in which nothing should be booked in a column, hatched, with a word where there is room for one."""

    place: str
    start: str
    end: str
    word: str = ""


class Calendar(Element, component="calendar.js"):
    """`calendar.show(…)` draws what is on; the handlers hear what somebody wants.

    `on_move(id, start, end, place, old)`: dragged, resized or moved by keys; it stands there already, until `put_back`.
    `on_open(id)`, `on_ask(id)`: pressed, or asked to be moved by a dialog. `on_want(start, end, place)`: free time.
    `on_drop(what, start, place)`: something from beside the calendar. `on_day(day)`: a day of the month. Times are on
    the wall.
    """

    def __init__(
        self,
        label: str,
        *,
        on_move: Callable[..., Any],
        on_open: Callable[[str], Any],
        on_ask: Callable[[str], Any],
        on_want: Callable[..., Any],
        on_drop: Callable[..., Any],
        on_day: Callable[[str], Any],
    ) -> None:
        super().__init__()
        self.classes("calendar")
        files = {"script": assets.address("event-calendar.js"), "style": assets.address("event-calendar.css")}
        self._props.update({"label": label, "files": files, "words": _words(), "fields": list(Booked._fields)})
        self._props["locale"] = reading_locale().replace("_", "-")
        self._props.update({"narrow": f"(max-width: {PHONE})", "step": STEP, "shown": None, "dragged": DRAGGED})
        self._props["proposed"] = PROPOSED
        hear(self, "moved", on_move, id=str, start=str, end=str, place=str, old=dict)
        hear(self, "opened", on_open, str)
        hear(self, "asked", on_ask, str)
        hear(self, "wanted", on_want, start=str, end=str, place=str)
        hear(self, "dropped", on_drop, what=str, start=str, place=str)
        hear(self, "turned", on_day, str)

    def show(
        self,
        view: View,
        day: str,
        places: Sequence[Place],
        booked: Sequence[Booked],
        closed: Sequence[Closed] = (),
        *,
        hours: tuple[str, str] = ("08:00", "20:00"),
        offset: str = "+00:00",
        week_start: int = 1,
        editable: bool = False,
        counts: Mapping[str, str] | None = None,
        lit: bool = True,
    ) -> None:
        """Draw this. `offset` is the studio's at that day, `hours` what is in sight at least; `counts` say beside each
        day of a month how much is booked. What is `lit` after it was not has no news: nothing flashes."""
        self._props["shown"] = {
            "view": view,
            "day": day,
            "places": [asdict(one) for one in places],
            "booked": tuple(map(tuple, booked)),  # nothing watches what is inside: three hundred are drawn at once
            "closed": [asdict(one) for one in closed],
            "hours": list(hours),
            "offset": offset,
            "weekStart": week_start,
            "editable": editable,
            "counts": dict(counts or {}),
            "lit": lit,
        }

    def put_back(self, booking: str) -> None:
        """Let it stand again where it stood before somebody moved it."""
        self.run_method("putBack", booking)

    @property
    def booked(self) -> list[Booked]:
        """What is drawn."""
        return [Booked(*one) for one in self._props["shown"]["booked"]] if self._props["shown"] else []

    @property
    def places(self) -> list[Place]:
        """The columns it is drawn in."""
        return [Place(**one) for one in self._props["shown"]["places"]] if self._props["shown"] else []

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        booked = [word for one in self.booked for word in (one.title, one.line, *(said for _, said in one.marks))]
        return [*(word for one in self.places for word in (one.title, one.note)), *booked]


def _words() -> dict[str, str]:
    return {
        "none": t("Nothing is booked here."),
        "close": t("Close"),
        "loading": t("Loading"),
        "moved": t("Now {time}, {place}"),
        "keys": t(
            "Arrow keys move a booking in time and from day to day, with Shift they change its length, "
            "with Alt they take it to another column; Escape takes it back, M asks where to."
        ),
    }
