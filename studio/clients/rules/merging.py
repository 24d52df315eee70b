"""What a form would change on a client's file, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from studio.clients import refusals

Side = Literal["ours", "theirs"]

FIELDS = (
    "name",
    "preferred_name",
    "pronouns",
    "phone",
    "email",
    "address",
    "birth_date",
    "guardian_name",
    "guardian_relation",
    "guardian_phone",
    "guardian_birth_date",
    "emergency_name",
    "emergency_phone",
    "emergency_relation",
    "language",
)
KEPT_BY_DEFAULT = {"name", "birth_date"}


@dataclass(frozen=True)
class MergeField:
    """One field on both sides; `suggested` is what a careful colleague would take."""

    field: str
    ours: Any
    theirs: Any
    suggested: Side

    @property
    def differs(self) -> bool:
        return bool(self.theirs) and self.ours != self.theirs


def merge_plan(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> tuple[MergeField, ...]:
    """Each field beside its counterpart: what is empty gets filled, contact is renewed, name and birth date stay."""
    return tuple(
        MergeField(field, ours.get(field), theirs.get(field), _suggest(field, ours, theirs)) for field in FIELDS
    )


def merged_values(plan: tuple[MergeField, ...], choices: Mapping[str, str]) -> dict[str, Any]:
    """The values to write: what was chosen as theirs and differs; an empty value never wipes ours."""
    for field, side in choices.items():
        if field not in FIELDS:
            raise refusals.UnknownField(field=field)
        if side not in ("ours", "theirs"):
            raise refusals.UnknownChoice(field=field)
    return {
        entry.field: entry.theirs
        for entry in plan
        if entry.differs and choices.get(entry.field, entry.suggested) == "theirs"
    }


def _suggest(field: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Side:
    if not theirs.get(field) or ours.get(field) == theirs.get(field):
        return "ours"
    return "ours" if ours.get(field) and field in KEPT_BY_DEFAULT else "theirs"
