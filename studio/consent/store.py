"""The shelf of consent texts: every edition that was ever shown, kept as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from storage.table import columns_of
from studio.consent import refusals
from studio.consent.models import ConsentTemplate
from studio.consent.rules.sheet import make_sheet, text_digest
from studio.consent.templates import shipped
from studio.kernel.work import Work

TEMPLATE = columns_of(ConsentTemplate).c


@dataclass(frozen=True)
class Edition:
    """The newest edition of a text, in every language it has."""

    key: str
    number: int
    source: str
    contents: Mapping[str, dict[str, Any]]

    def language(self, wanted: str) -> str:
        """The language to show: the one asked for where the text has it, else English, else the first."""
        return wanted if wanted in self.contents else "en" if "en" in self.contents else next(iter(self.contents))

    def content(self, language: str) -> dict[str, Any]:
        return self.contents[self.language(language)]

    def sheet(self, language: str) -> dict[str, Any]:
        """All that is shown in this language."""
        chosen = self.language(language)
        return make_sheet(self.key, self.number, chosen, self.contents[chosen])


def current(connection: Connection, key: str) -> Edition:
    """The newest stored edition. Raises TemplateIsUnknown when the text was never used."""
    newest = select(func.max(TEMPLATE.edition)).where(TEMPLATE.key == key).scalar_subquery()
    found = select(TEMPLATE.edition, TEMPLATE.source, TEMPLATE.language, TEMPLATE.content)
    rows = connection.execute(found.where(TEMPLATE.key == key, TEMPLATE.edition == newest)).all()
    if not rows:
        raise refusals.TemplateIsUnknown
    contents = {row.language: row.content for row in sorted(rows, key=lambda row: row.language)}
    return Edition(key, rows[0].edition, rows[0].source, contents)


def put_to_use(work: Work, key: str) -> Edition:
    """The newest edition, stored first where it is a text we ship that was never used or has changed since."""
    try:
        known = current(work.connection, key)
    except refusals.TemplateIsUnknown:
        known = None
    ours = shipped().get(key)
    if known is not None and (ours is None or known.source != "shipped" or same(known.contents, ours, key)):
        return known
    if ours is None:
        raise refusals.TemplateIsUnknown
    return store(work, key, ours, "shipped", known.number + 1 if known else 1)


def store(work: Work, key: str, contents: Mapping[str, dict[str, Any]], source: str, edition: int) -> Edition:
    """Add an edition, one row a language."""
    for language, content in contents.items():
        work.add(
            ConsentTemplate(
                key=key,
                edition=edition,
                language=language,
                source=source,
                content=content,
                digest=text_digest(key, language, content),
            )
        )
    work.session.flush()
    return Edition(key, edition, source, dict(contents))


def same(one: Mapping[str, Any], other: Mapping[str, Any], key: str) -> bool:
    """Whether two editions have the same languages with the same words."""
    return {language: text_digest(key, language, content) for language, content in one.items()} == {
        language: text_digest(key, language, content) for language, content in other.items()
    }
