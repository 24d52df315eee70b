"""What a table is told: its columns, filters and acts, what is wanted, and the page that answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from components.app.marks import Kind, initials

CellKind = Literal["text", "strong", "quiet", "number", "code", "mark", "tags", "face"]
Row = Mapping[str, Any]
"""`id`, maybe `to` (its own address) and `acts` (names of the row acts it allows), and one value for each column."""

SIZES = (25, 50, 100)


@dataclass(frozen=True)
class Column:
    """A column. Values come as finished text, or as `mark_cell`, `face_cell`, or a list of tags."""

    name: str
    label: str
    kind: CellKind = "text"
    sortable: bool = False
    shown: bool = True
    on_card: bool = True
    width: str = ""


@dataclass(frozen=True)
class Filter:
    """A choice that narrows the list; `""` among the values means all."""

    name: str
    label: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Act:
    """Something that can be done with a row, or with all that are ticked."""

    name: str
    label: str
    icon: str = ""
    stop: bool = False


@dataclass(frozen=True)
class Empty:
    """What belongs here, and the first step."""

    title: str
    text: str = ""
    drawing: str = "compass"
    act: str = ""
    to: str = ""


@dataclass(frozen=True)
class Wanted:
    """What the person asked the table for."""

    q: str = ""
    page: int = 1
    size: int = SIZES[0]
    sort: str = ""
    descending: bool = False
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def offset(self) -> int:
        """How many rows to pass over."""
        return (self.page - 1) * self.size


@dataclass(frozen=True)
class Page:
    """The rows of one page and how many there are in all."""

    rows: Sequence[Row]
    total: int


def mark_cell(kind: Kind, word: str) -> dict[str, str]:
    """A status for a column of kind `mark`."""
    return {"kind": kind, "word": word}


def tags_cell(tags: Sequence[str], pigments: Mapping[str, int]) -> list[dict[str, Any]]:
    """Tags for a column of kind `tags`, each in its colour."""
    return [{"word": tag, "pigment": pigments.get(tag, 0)} for tag in tags]


def face_cell(name: str, photo: str = "", note: str = "") -> dict[str, str]:
    """A person for a column of kind `face`."""
    return {"name": name, "initials": initials(name), "photo": photo, "note": note}


def read_wanted(
    asked: Mapping[str, Any], columns: Sequence[Column], filters: Sequence[Filter], start: Wanted
) -> Wanted:
    """What an address asks for; whatever does not fit falls back to the start."""
    query = {name: text for name, text in asked.items() if isinstance(text, str)}
    sort = query.get("sort", "")
    known = sort.lstrip("-") in {column.name for column in columns if column.sortable}
    return Wanted(
        q=query.get("q", start.q)[:200],
        page=_number(query.get("page"), start.page, 1, 1_000_000),
        size=_number(query.get("size"), start.size, SIZES[0], SIZES[-1]),
        sort=sort.lstrip("-") if known else start.sort,
        descending=sort.startswith("-") if known else start.descending,
        filters={
            one.name: query[one.name] if query.get(one.name) in one.options else start.filters.get(one.name, "")
            for one in filters
        },
    )


def _number(text: str | None, otherwise: int, least: int, most: int) -> int:
    if not text or not (text.isascii() and text.isdigit() and len(text) < 10):
        return otherwise
    return min(max(int(text), least), most)
