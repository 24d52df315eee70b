"""Which consent texts can be hung on a service."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from storage.table import columns_of
from studio.consent.models import ConsentTemplate
from studio.consent.templates import SHIPPED, TATTOO_ADULT
from studio.extension.area import ServicePaper
from studio.kernel.text import language

TEMPLATE = columns_of(ConsentTemplate).c
MEANT_FOR = {TATTOO_ADULT: ("tattoo", "touch_up")}


def template_papers(connection: Connection) -> list[ServicePaper]:
    """Every text the studio can have signed, by its title in the reader's language."""
    titles = {key: _title(contents) for key, contents in SHIPPED.items()}
    newest = select(TEMPLATE.key, func.max(TEMPLATE.edition).label("edition")).group_by(TEMPLATE.key).subquery()
    rows = select(TEMPLATE.key, TEMPLATE.language, TEMPLATE.content).join(
        newest, (newest.c.key == TEMPLATE.key) & (newest.c.edition == TEMPLATE.edition)
    )
    stored: dict[str, dict[str, dict[str, str]]] = {}
    for row in connection.execute(rows):
        stored.setdefault(row.key, {})[row.language] = row.content
    titles |= {key: _title(contents) for key, contents in stored.items()}
    return [ServicePaper(key, title, MEANT_FOR.get(key, ())) for key, title in titles.items()]


def _title(contents: dict[str, dict[str, str]]) -> str:
    content = contents.get(language()) or contents.get("en") or next(iter(contents.values()))
    return f"{content['title']} · {content['for']}" if content.get("for") else content["title"]
