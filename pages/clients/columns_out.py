"""What leaves the house when clients are taken out as a file, whatever the file's kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from components.app.moments import here
from pages.clients.showing import LABELS
from studio.clients.queries import ClientRow
from studio.kernel.text import t

FIELDS = ("code", "name", "preferred_name", "pronouns", "phone", "email", "birth_date", "tags", "language")


def heads() -> list[str]:
    """The first line."""
    return [*(t(LABELS[field]) for field in FIELDS), t("Client since"), t("Archived")]


def cells(row: ClientRow) -> Iterator[str | date | None]:
    """One client; dates as dates, everything else as text."""
    for field in FIELDS:
        value = getattr(row, field)
        yield ", ".join(value) if isinstance(value, list) else value
    yield here(row.created_at).date()
    yield here(row.archived_at).date() if row.archived_at else None
