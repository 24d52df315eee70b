"""Every right against every role: pressed cells are asked of the house, what it decided is shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app import icons
from components.app.hearing import hear
from studio.kernel.text import t

Change = Callable[[str, str, str], Awaitable[Any]]
RoleActed = Callable[[str, str], Awaitable[Any]]


@dataclass(frozen=True)
class MatrixAct:
    """Something to be done with a role."""

    name: str
    label: str
    icon: str
    stop: bool = False


@dataclass(frozen=True)
class MatrixRole:
    """A column."""

    key: str
    title: str
    note: str = ""
    acts: tuple[MatrixAct, ...] = ()


@dataclass(frozen=True)
class MatrixCell:
    """How far it reaches, how far it would without any change; nothing means not at all."""

    reach: str
    initial: str
    kept: bool

    @property
    def differs(self) -> bool:
        return self.reach != self.initial


@dataclass(frozen=True)
class MatrixRow:
    """One right, in words, with a cell for each role."""

    name: str
    sentence: str
    choices: tuple[str, ...]
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class MatrixGroup:
    """The rights of one room."""

    key: str
    title: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class MatrixPerson:
    """Somebody whose rights can be looked at."""

    id: str
    name: str
    role: str


class MatrixTable(Element, component="matrix.js"):
    """`change(role, right, reach)` for each pressed cell, `act(name, role)` for each act in a role's menu."""

    def __init__(self, change: Change, act: RoleActed, *, label: str, editable: bool) -> None:
        super().__init__()
        art = {"icons": icons.sprite_address()}
        self._props.update({"label": label, "editable": editable, "art": art, "words": _words()})
        self.show((), (), ())
        hear(self, "change", change, role=str, right=str, reach=str)
        hear(self, "act", act, name=str, role=str)

    def show(self, roles: Sequence[MatrixRole], groups: Sequence[MatrixGroup], people: Sequence[MatrixPerson]) -> None:
        """Put the present state into the table."""
        self._props.update(
            {
                "roles": [asdict(role) for role in roles],
                "groups": [{"key": one.key, "title": one.title, "rows": _rows(one)} for one in groups],
                "people": [asdict(person) for person in people],
            }
        )

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        titles = [role["title"] for role in self._props["roles"]]
        return titles + [row["sentence"] for group in self._props["groups"] for row in group["rows"]]


def _rows(group: MatrixGroup) -> list[dict[str, Any]]:
    return [
        {**asdict(row), "cells": [{**asdict(cell), "differs": cell.differs} for cell in row.cells]}
        for row in group.rows
    ]


def _words() -> Mapping[str, str]:
    return {
        "search": t("Search rights"),
        "show": t("Show"),
        "every": t("Every right"),
        "changed": t("What was changed"),
        "person": t("Person"),
        "nobody": t("Choose a person"),
        "role": t("Role"),
        "clear": t("Clear"),
        "count": t("{n} rights"),
        "nothing": t("No right fits these words."),
        "right": t("Right"),
        "acts": t("What to do with the role"),
        "all": t("All"),
        "own": t("Own"),
        "none": t("No"),
        "kept": t("Kept, so that nobody is locked out"),
        "usually": t("Usually:"),
        "nobodyHas": t("Nobody has it now."),
    }
