"""The shelf of papers: which edition of each is in use, in which languages, and what was in use before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select

from storage.table import columns_of
from studio.documents.papers.content import digest_of
from studio.documents.papers.models import Paper, PaperEdition
from studio.documents.papers.shipped import PROPOSED, Shipped, shipped
from studio.kernel.house import House
from studio.kernel.text import nearest
from studio.kernel.work import Work

PAPER = columns_of(Paper).c
EDITION = columns_of(PaperEdition).c
NEWEST = (
    select(EDITION.paper_key, func.max(EDITION.number).label("number")).group_by(EDITION.paper_key).subquery("newest")
)


@dataclass(frozen=True)
class Standing:
    """A paper as it stands: its newest edition, stored or about to be."""

    key: str
    kind: str
    service_kinds: tuple[str, ...]
    number: int
    source: str
    contents: Mapping[str, dict[str, str]]
    ids: Mapping[str, UUID]
    """Language → the row of the edition; empty while a shipped text was shown to nobody."""
    row_id: UUID | None = None
    version: int = 0
    draft: dict[str, Any] | None = None
    archived_at: datetime | None = None
    since: datetime | None = None
    by_name: str = ""

    @property
    def in_use(self) -> bool:
        """Whether guests and clients see it."""
        return self.archived_at is None and bool(self.contents)

    def language(self, wanted: str, otherwise: str = "en") -> str:
        """The language to show: as wanted, else the studio's, else English, else the first there is."""
        asked = (nearest(wanted, ""), nearest(otherwise, ""), "en", *self.contents)
        return next(tag for tag in asked if tag in self.contents)

    def digest(self, language: str) -> str:
        return digest_of(self.key, language, self.contents[language])


def standings(connection: Connection) -> dict[str, Standing]:
    """Every paper, shipped ones first, in two statements."""
    touched = {row.key: row for row in connection.execute(select(*PAPER))}
    joined = (EDITION.paper_key == NEWEST.c.paper_key) & (EDITION.number == NEWEST.c.number)
    editions: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(select(*EDITION).join(NEWEST, joined).order_by(EDITION.language)):
        editions.setdefault(row.paper_key, []).append(row)
    keys = [*shipped(), *(key for key in sorted(touched) if key not in shipped())]
    return {key: _standing(key, shipped().get(key), touched.get(key), editions.get(key, [])) for key in keys}


def standing(connection: Connection, key: str) -> Standing | None:
    """One of them; None for a key nobody knows."""
    return standings(connection).get(key)


def in_use(connection: Connection, kinds: Iterable[str]) -> list[Standing]:
    """What guests or clients are shown, of these kinds."""
    return [one for one in standings(connection).values() if one.in_use and one.kind in set(kinds)]


def put_to_use(work: Work, one: Standing) -> Standing:
    """The same, stored: a shipped text becomes an edition the first time somebody is shown it."""
    if one.ids:
        return one
    ids = store(work, one, one.number, one.source)
    return Standing(one.key, one.kind, one.service_kinds, one.number, one.source, one.contents, ids, one.row_id)


def store(work: Work, one: Standing, number: int, source: str) -> dict[str, UUID]:
    """Add an edition, one row a language."""
    rows = {
        language: PaperEdition(
            paper_key=one.key, number=number, language=language, source=source, content=dict(content),
            digest=one.digest(language), by_name=work.actor.name if source == "own" else "", at=work.now,
        )
        for language, content in one.contents.items()
    }  # fmt: skip
    return {language: work.add(row).id for language, row in rows.items()}


def studio_language(house: House) -> str:
    return nearest(house.settings["studio.locale"])


def _standing(key: str, ours: Shipped | None, row: Any, editions: list[Row[Any]]) -> Standing:
    kind = ours.kind if ours else row.kind
    kinds = tuple(row.service_kinds) if row else ours.service_kinds if ours else ()
    touched: dict[str, Any] = {}
    if row:
        touched = {"row_id": row.id, "version": row.version, "draft": row.draft, "archived_at": row.archived_at}
    stored = {one.language: dict(one.content) for one in editions}
    number = editions[0].number if editions else 0
    if editions and (editions[0].source == "own" or ours is None or stored == dict(ours.contents)):
        ids = {one.language: one.id for one in editions}
        told = {"since": editions[0].at, "by_name": editions[0].by_name, **touched}
        return Standing(key, kind, kinds, number, editions[0].source, stored, ids, **told)
    if ours is None or kind in PROPOSED:
        return Standing(key, kind, kinds, number, "shipped" if ours else "own", {}, {}, **touched)
    return Standing(key, kind, kinds, number + 1, "shipped", ours.contents, {}, **touched)
