"""Settings of the studio: declared by rooms, kept as rows, changed by an act like anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn
from studio.kernel.permissions import DeclaredTwice


class SettingRow(SQLModel, table=True):
    """One setting that differs from its default."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: Any = Field(sa_type=JsonColumn, nullable=True)


@dataclass(frozen=True)
class Setting:
    """What can be set: `who` names the permission that may change it, `check` refuses bad values."""

    key: str
    type: type
    default: Any
    sentence: str
    who: str = "upkeep.settings.change"
    check: Callable[[Any], Any] | None = None
    secret: bool = False
    """Kept sealed, and never shown again: nobody reads it back, not even in the journal."""
    help: str = ""
    """What it means for the studio, in a sentence or two."""
    group: str = ""
    """The group of the settings page it stands in, where its key does not say."""
    listed: bool = True
    """Whether it stands among the settings; what a screen of its own changes does not."""


class Settings:
    """All declared settings with their present values, read from the database once per change."""

    def __init__(self, rows: Callable[[], Any]) -> None:
        self._declared: dict[str, Setting] = {}
        self._read = rows
        self._values: dict[str, Any] | None = None

    def declare(self, setting: Setting) -> None:
        if setting.key in self._declared:
            raise DeclaredTwice(setting.key)
        self._declared[setting.key] = setting

    def __getitem__(self, key: str) -> Any:
        declared = self._declared[key]
        if self._values is None:
            with self._read() as connection:
                self._values = stored(connection)
        return self._values.get(key, declared.default)

    def is_chosen(self, key: str) -> bool:
        """Whether somebody ever set it, be it to the usual value."""
        return self[key] is not None and key in (self._values or {})

    def declaration(self, key: str) -> Setting | None:
        return self._declared.get(key)

    def __iter__(self) -> Iterator[Setting]:
        """Those that are listed."""
        return (setting for setting in self._declared.values() if setting.listed)

    def forget(self) -> None:
        """Read again at the next question: something has changed."""
        self._values = None


def stored(connection: Connection) -> dict[str, Any]:
    """Key → value of every setting that was ever set."""
    rows = connection.execute(select(SettingRow.key, SettingRow.value))  # type: ignore[call-overload]  # SQLModel types columns as values
    return dict(rows.all())  # a result has keys(), which would mislead dict()
