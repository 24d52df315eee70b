"""What an act changed, as a person reads it: fields by their names, values as people write them, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import Boolean, Date, DateTime
from sqlmodel import SQLModel

from components.app.moments import here, show_date, show_number, show_time
from components.timeline import Changed
from pages.clients.showing import field_text
from pages.upkeep.audit_pieces import piece_text
from pages.upkeep.audit_schedule import schedule_text
from pages.upkeep.audit_services import service_text
from pages.upkeep.audit_words import FIELDS, FIELDS_OF, TABLES, WORDS
from pages.upkeep.usual import setting_text
from studio.clients.questions import BY_KEY as QUESTIONS
from studio.kernel.changes import SECRET
from studio.kernel.history import Event
from studio.kernel.house import house
from studio.kernel.text import t

Values = Mapping[str, Any]
KEYS = {"state", "kind", "level", "urgency", "channel", "reach", "source", "purpose", "place", "health_light", "theme"}
"""Fields that hold a word of ours."""


def changed(event: Event) -> Iterator[tuple[str, Changed]]:
    """Kind of row and what became of one of its fields."""
    for change in event.changes:
        if change["table"] in TABLES:
            row = t(TABLES[change["table"]])
            for one in _of_row(change["table"], change["id"], change["before"] or {}, change["after"] or {}):
                yield row, one


def in_short(event: Event, few: int = 4) -> str:
    """The names of what became different, as many as fit; of what is new the sentence tells."""
    edits = [
        change for change in event.changes if change["table"] == "setting" or (change["before"] and change["after"])
    ]
    labels = list(dict.fromkeys(one.label for _, one in changed(replace(event, changes=edits))))
    return ", ".join(labels[:few]) + (" …" if len(labels) > few else "")


def _of_row(table: str, row_id: str, before: Values, after: Values) -> Iterator[Changed]:
    if table == "setting":
        yield _setting(row_id, before.get("value"), after.get("value"))
        return
    for name, label in FIELDS_OF.get(table, FIELDS).items():
        if name in before or name in after:
            old, new = (value_text(table, name, row.get(name), row) for row in (before, after))
            if old != new or SECRET in (before.get(name), after.get(name)):
                yield Changed(t(label), old, new)


def value_text(table: str, name: str, value: Any, row: Values = MappingProxyType({})) -> str:
    """One value of a row. What the reader may not know, and what nobody may, says so."""
    if value is None or value == "" or value == []:
        return ""
    if value == SECRET:
        return t("not shown here")
    if table == "service" and (said := service_text(name, value, row)):
        return said
    if said := schedule_text(table, name, value, row) or piece_text(table, name, value, row):
        return said
    kind = _kinds().get((table, name))
    if kind in (DateTime, Date):
        return _moment(str(value))
    if kind is Boolean or isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, int):
        return show_number(value)
    return _worded(table, name, value)


def _worded(table: str, name: str, value: Any) -> str:
    """Keys of ours as the words they stand for."""
    place = house()
    if name in ("role", "copied_from"):
        return place.rights.title(str(value))
    if name == "permission" and value in place.rights:
        return t(place.rights[str(value)].sentence)
    if name == "question" and value in QUESTIONS:
        return t(QUESTIONS[str(value)].flag)
    if name == "photo":
        return t("a photo")
    if name in KEYS:
        return t(WORDS[value]) if value in WORDS else str(value).replace("_", " ")
    if isinstance(value, dict | list) and table != "client":
        return t("changed")
    return field_text(name, value) if table in ("client", "user", "registration") else str(value)


def _setting(key: str, before: Any, after: Any) -> Changed:
    declared = house().settings.declaration(key)
    return Changed(t(declared.sentence) if declared else key, _set(key, before), _set(key, after))


def _set(key: str, value: Any) -> str:
    return t("not shown here") if value == SECRET else setting_text(key, value)


def _moment(value: str) -> str:
    if "T" not in value:
        return show_date(date.fromisoformat(value))
    then = datetime.fromisoformat(value)
    return f"{show_date(here(then).date())}, {show_time(then)}"


@cache
def _kinds() -> Mapping[tuple[str, str], type]:
    """(table, column) → what is stored there, where that decides how it is written."""
    found: dict[tuple[str, str], type] = {}
    for table in SQLModel.metadata.tables.values():
        for column in table.columns:
            for kind in (DateTime, Date, Boolean):
                if isinstance(getattr(column.type, "impl", column.type), kind):
                    found[table.name, column.name] = kind
    return found
