"""Which consent texts the studio can have signed now, and which of them can be hung on a service."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from storage.table import columns_of
from studio.consent.models import ConsentTemplate
from studio.consent.templates import shipped
from studio.consent.text_models import ConsentText
from studio.extension.area import ServicePaper
from studio.kernel.text import language

TEMPLATE, TEXT = columns_of(ConsentTemplate).c, columns_of(ConsentText).c
Contents = dict[str, dict[str, Any]]
"""Language → content."""


def template_papers(connection: Connection) -> list[ServicePaper]:
    """Every text, by its title in the reader's language."""
    return [
        ServicePaper(key, title_of(contents), _usual_for(next(iter(contents.values()))))
        for key, contents in texts_in_use(connection).items()
    ]


def _usual_for(content: dict[str, Any]) -> tuple[str, ...]:
    """Kinds of service it is hung on unasked: never a text for minors, or for one country alone."""
    return () if content.get("minor") or content.get("profile") else tuple(content.get("service_kinds", ()))


def texts_in_use(connection: Connection) -> dict[str, Contents]:
    """The newest texts without those the studio has put away."""
    away = set(connection.execute(select(TEXT.key).where(TEXT.archived_at.is_not(None))).scalars())
    return {key: contents for key, contents in newest_texts(connection).items() if key not in away}


def newest_texts(connection: Connection) -> dict[str, Contents]:
    """Key → the newest edition in each language: as it is stored, else as Linework ships it."""
    newest = select(TEMPLATE.key, func.max(TEMPLATE.edition).label("edition")).group_by(TEMPLATE.key).subquery()
    rows = select(TEMPLATE.key, TEMPLATE.language, TEMPLATE.content).join(
        newest, (newest.c.key == TEMPLATE.key) & (newest.c.edition == TEMPLATE.edition)
    )
    stored: dict[str, Contents] = {}
    for row in connection.execute(rows.order_by(TEMPLATE.key, TEMPLATE.language)):
        stored.setdefault(row.key, {})[row.language] = row.content
    return dict(sorted({**shipped(), **stored}.items()))


def title_of(contents: Contents) -> str:
    """What people call a text, and whom it is for."""
    content = contents.get(language()) or contents.get("en") or next(iter(contents.values()))
    return f"{content['title']} · {content['for']}" if content.get("for") else str(content["title"])
