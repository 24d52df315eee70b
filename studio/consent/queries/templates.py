"""Consent texts as the studio sees them: which there are, what counts now, what waits as a draft, what was before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.table import columns_of
from studio.consent import refusals
from studio.consent.models import ConsentTemplate
from studio.consent.offering import Contents, newest_texts
from studio.consent.templates import shipped
from studio.consent.text_models import ConsentText
from studio.kernel.text import language
from studio.kernel.work import Read, query

TEMPLATE, TEXT = columns_of(ConsentTemplate).c, columns_of(ConsentText).c
SEE = "consent.template.see"


@dataclass(frozen=True)
class TextLine:
    """One text in a list. `edition` 0 was never published; `since` is None where nobody has used it yet."""

    key: str
    title: str
    for_whom: str
    languages: tuple[str, ...]
    edition: int
    since: datetime | None
    source: str
    minor: bool
    profile: str
    service_kinds: tuple[str, ...]
    is_draft: bool
    draft_by: str
    draft_at: datetime | None
    archived_at: datetime | None
    version: int


@dataclass(frozen=True)
class TextEdition:
    """An edition that was in use from a day on."""

    number: int
    since: datetime
    source: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class TextView:
    """One text whole: what counts, what waits, and the editions so far, newest first."""

    line: TextLine
    contents: Contents
    draft: Contents | None
    based_on: str
    editions: tuple[TextEdition, ...]

    @property
    def shown(self) -> Contents:
        """The draft where there is one, else what counts."""
        return self.draft or self.contents


@query(SEE)
def texts(read: Read, *, archived: bool = False) -> tuple[TextLine, ...]:
    """All texts, those in use first, by title."""
    rows = {row.key: row for row in read.connection.execute(select(columns_of(ConsentText)))}
    counts = newest_texts(read.connection)
    editions = _editions(read)
    keys = {*counts, *rows}
    lines = [_line(key, counts.get(key, {}), rows.get(key), editions.get(key, ())) for key in keys]
    wanted = [line for line in lines if (line.archived_at is not None) == archived]
    return tuple(sorted(wanted, key=lambda line: (line.edition == 0, line.title.casefold(), line.key)))


@query(SEE)
def text(read: Read, key: str) -> TextView:
    """One text. Raises TemplateIsUnknown."""
    row = read.connection.execute(select(columns_of(ConsentText)).where(TEXT.key == key)).first()
    contents = newest_texts(read.connection).get(key, {})
    if row is None and not contents:
        raise refusals.TemplateIsUnknown
    editions = _editions(read, key).get(key, ())
    line = _line(key, contents, row, editions)
    return TextView(line, contents, row.draft if row else None, row.based_on if row else "", editions)


@query(SEE)
def text_edition(read: Read, key: str, number: int) -> Contents:
    """What an edition said, by language. Raises TemplateIsUnknown."""
    found = select(TEMPLATE.language, TEMPLATE.content).where(TEMPLATE.key == key, TEMPLATE.edition == number)
    contents = {row.language: row.content for row in read.connection.execute(found.order_by(TEMPLATE.language))}
    if not contents and number == 1 and not _editions(read, key):
        contents = shipped().get(key, {})
    if not contents:
        raise refusals.TemplateIsUnknown
    return contents


def _editions(read: Read, key: str = "") -> dict[str, tuple[TextEdition, ...]]:
    """Key → editions, newest first."""
    what = select(TEMPLATE.key, TEMPLATE.edition, TEMPLATE.language, TEMPLATE.source, TEMPLATE.created_at)
    found: dict[tuple[str, int], list[Any]] = {}
    for row in read.connection.execute(what.where(TEMPLATE.key == key) if key else what):
        found.setdefault((row.key, row.edition), []).append(row)
    ordered: dict[str, tuple[TextEdition, ...]] = {}
    for (name, number), rows in sorted(found.items(), reverse=True):
        languages = tuple(sorted(row.language for row in rows))
        one = TextEdition(number, rows[0].created_at, rows[0].source, languages)
        ordered[name] = (*ordered.get(name, ()), one)
    return ordered


def _line(key: str, contents: Contents, row: Any, editions: tuple[TextEdition, ...]) -> TextLine:
    shown = contents or (row.draft if row else None) or {}
    content = shown.get(language()) or shown.get("en") or next(iter(shown.values()), {})
    newest = editions[0] if editions else None
    return TextLine(
        key=key,
        title=content.get("title") or (row.title if row else key),
        for_whom=content.get("for", ""),
        languages=tuple(sorted(shown)),
        edition=newest.number if newest else 1 if contents else 0,
        since=newest.since if newest else None,
        source=newest.source if newest else "shipped" if contents else "studio",
        minor=bool(content.get("minor")),
        profile=content.get("profile", ""),
        service_kinds=tuple(content.get("service_kinds", ())),
        is_draft=bool(row and row.draft),
        draft_by=row.draft_by if row else "",
        draft_at=row.draft_at if row else None,
        archived_at=row.archived_at if row else None,
        version=row.version if row else 0,
    )
