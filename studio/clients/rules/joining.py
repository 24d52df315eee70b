"""Two files of one person: field by field, what a careful colleague would keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from studio.clients import refusals
from studio.clients.rules.details import FIELDS

Side = Literal["ours", "theirs", "both"]
JOINED = ("tags", "notes")
"""What can be kept from both."""

PICTURE = "photo"


@dataclass(frozen=True)
class JoinField:
    """One field of both files; `suggested` is what to keep."""

    field: str
    ours: Any
    theirs: Any
    suggested: Side

    @property
    def differs(self) -> bool:
        return bool(self.theirs) and self.ours != self.theirs


def join_plan(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[JoinField, ...]:
    """Each field beside its counterpart: what is empty gets filled, tags and notes are joined, the rest stays."""
    return tuple(
        JoinField(field, ours.get(field), theirs.get(field), _suggest(field, ours, theirs))
        for field in (*FIELDS, PICTURE)
    )


def joined_values(plan: tuple[JoinField, ...], choices: Mapping[str, str]) -> dict[str, Any]:
    """What to write on the file that is kept; raises UnknownField and UnknownChoice."""
    known = {entry.field for entry in plan}
    for field, side in choices.items():
        if field not in known:
            raise refusals.UnknownField(field=field)
        if side not in ("ours", "theirs", "both") or (side == "both" and field not in JOINED):
            raise refusals.UnknownChoice(field=field)
    sides = {entry.field: choices.get(entry.field, entry.suggested) for entry in plan}
    return {
        entry.field: _both(entry) if sides[entry.field] == "both" else entry.theirs
        for entry in plan
        if sides[entry.field] != "ours" and (entry.differs or sides[entry.field] == "theirs")
    }


def _suggest(field: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Side:
    one, other = ours.get(field), theirs.get(field)
    if not other or one == other:
        return "ours"
    if field in JOINED and one:
        return "both"
    return "ours" if one else "theirs"


def _both(entry: JoinField) -> Any:
    if isinstance(entry.ours, list):
        return sorted({*entry.ours, *entry.theirs})
    return "\n".join(part for part in (entry.ours, entry.theirs) if part)
