"""An alert as a person reads it: made from its declaration when it is read, stored nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from string import Formatter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from studio.extension.area import AlertKind
from studio.extension.registry import registry
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.text import language, t

GONE = "–"
MOMENT = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d$")
SAFE = re.compile(r"^/(?!/)[^\s\\]*$")


def told(kind: str, params: Mapping[str, Any], what: str) -> str:
    """The sentence in the reader's language. A kind nobody declares any more is told by its name."""
    declared = registry().alerts.get(kind)
    if declared is None:
        return kind
    said = {name: _moment(value) for name, value in params.items()}
    values = dict.fromkeys(_places(declared), GONE) | {"what": what or GONE, **said}
    if declared.many and isinstance(values.get("n"), int):
        return t(declared.sentence if values["n"] == 1 else declared.many, **values)
    return t(declared.sentence, **values)


def address(kind: str, params: Mapping[str, Any], subject_id: UUID | None) -> str:
    """Where the thing itself is; only ever a page of ours."""
    declared = registry().alerts.get(kind)
    if declared is None or not declared.to:
        return ""
    places = [place for _, place, _, _ in Formatter().parse(declared.to) if place]
    values = {"id": str(subject_id or ""), **{name: str(value) for name, value in params.items()}}
    if not all(values.get(place) for place in places):
        return ""
    found = declared.to.format(**values)
    return found if SAFE.match(found) else ""


def title(kind: AlertKind) -> str:
    """What the kind is called where there is no case of it to tell."""
    return t(kind.title) if kind.title else re.sub(r"\{\w+\}", "…", t(kind.sentence))


def names(house: House, connection: Connection, subjects: Iterable[Subject]) -> dict[Subject, str]:
    """The names of what alerts are about: one question for each kind of thing."""
    asked: dict[str, set[UUID]] = {}
    for subject in subjects:
        asked.setdefault(subject.kind, set()).add(subject.id)
    return {
        Subject(kind, one): name
        for kind, ids in asked.items()
        if kind in house.names
        for one, name in house.names[kind](connection, list(ids)).items()
    }


def _moment(value: Any) -> Any:
    """A moment on the studio's wall as people here write it; anything else as it is."""
    if not (isinstance(value, str) and MOMENT.match(value)):
        return value
    from babel.dates import format_datetime

    return format_datetime(datetime.fromisoformat(value), "d MMM y, HH:mm", locale=language().replace("-", "_"))


def _places(kind: AlertKind) -> set[str]:
    return {place for said in (kind.sentence, kind.many) for _, place, _, _ in Formatter().parse(said) if place}
