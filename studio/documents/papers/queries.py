"""Reads of papers: the list, one with its draft and editions, and what a client was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.documents.papers.content import Content, Step, digest_of, steps_between
from studio.documents.papers.models import PaperGiven
from studio.documents.papers.refusals import PaperIsUnknown
from studio.documents.papers.shelf import EDITION, PAPER, Standing, standing, standings, studio_language
from studio.documents.papers.shipped import PROPOSED, proposal, shipped
from studio.documents.papers.shown import PaperText
from studio.extension.area import ServicePaper
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, language
from studio.kernel.work import Read, query
from studio.staff.queries.standing import GuestView

SEE = "documents.paper.see"
GIVEN = columns_of(PaperGiven).c


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper as the list shows it. `state` is `in_use`, `proposal`, `draft` or `archived`."""

    key: str
    kind: str
    title: str
    state: str
    number: int
    source: str
    languages: tuple[str, ...]
    missing: tuple[str, ...]
    service_kinds: tuple[str, ...]
    has_draft: bool
    since: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition that was in use once, or is."""

    number: int
    source: str
    languages: tuple[str, ...]
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper: what is in use, what a form begins with, and every edition, newest first."""

    line: PaperLine
    contents: Mapping[str, Content]
    writing: Mapping[str, Content]
    service_kinds: tuple[str, ...]
    editions: tuple[EditionLine, ...]


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A sheet a client was given."""

    id: UUID
    key: str
    title: str
    number: int
    language: str
    how: str
    by_name: str
    at: datetime
    opened_at: datetime | None
    taken_back_at: datetime | None


@query(SEE)
def list_papers(read: Read) -> tuple[PaperLine, ...]:
    """Every paper, archived ones last."""
    found = [_line(read, one) for one in standings(read.connection).values()]
    return tuple(sorted(found, key=lambda one: one.state == "archived"))


@query(SEE)
def paper(read: Read, key: str) -> PaperView:
    """One paper. Raises PaperIsUnknown."""
    one = standing(read.connection, key)
    if one is None:
        raise PaperIsUnknown
    draft = one.draft or {}
    writing = draft.get("contents") or dict(one.contents) or proposal(read.house, key)
    kinds = tuple(draft.get("service_kinds", one.service_kinds))
    return PaperView(_line(read, one), one.contents, writing, kinds, _editions(read.connection, key))


@query(SEE)
def edition(read: Read, key: str, number: int, wanted: str) -> PaperText:
    """A stored edition in this language, else in the first it has. Raises PaperIsUnknown."""
    texts = texts_of(read.connection, key, number)
    if not texts:
        raise PaperIsUnknown
    return texts.get(wanted) or next(iter(texts.values()))


@query(SEE)
def difference(read: Read, key: str, before: int, after: int, wanted: str) -> tuple[Step, ...]:
    """What changed in one language from one edition to another."""
    old, new = (texts_of(read.connection, key, number).get(wanted) for number in (before, after))
    return steps_between(_content(old), _content(new))


@query(SEE)
def paper_now(read: Read, key: str, wanted: str) -> PaperText:
    """The text as it is in use, else as it would be; for looking at and printing. Raises PaperIsUnknown."""
    one = standing(read.connection, key)
    contents = one.contents or proposal(read.house, key) or (one.draft or {}).get("contents") if one else None
    if one is None or not contents:
        raise PaperIsUnknown
    own = studio_language(read.house)
    tag = next(tag for tag in (wanted, own, "en", *contents) if tag in contents)
    said = contents[tag]
    digest = digest_of(key, tag, said)
    return PaperText(key, one.kind, one.number, tag, said["title"], said["lead"], said["body"], digest)


@query("documents.document.see")
def given_to(read: Read, client_id: UUID) -> tuple[GivenLine, ...]:
    """What somebody was given, newest first; those merged into them as well."""
    columns = [GIVEN[name] if name != "key" else GIVEN.paper_key for name in GivenLine.__dataclass_fields__]
    rows = select(*columns).where(GIVEN.client_id.in_(family_of(client_id))).order_by(GIVEN.at.desc(), GIVEN.id.desc())
    return tuple(GivenLine(*row) for row in read.connection.execute(rows))


@query("documents.aftercare.give")
def sheets_to_give(read: Read) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Key, title and languages of every sheet in use, for whoever hands one over."""
    found = [one for one in standings(read.connection).values() if one.in_use and one.kind == "aftercare"]
    return tuple((one.key, _title(one.contents), tuple(one.contents)) for one in found)


@query(SEE)
def papers_published(read: Read) -> bool:
    """Whether guests are shown a privacy notice, terms and a deposit policy."""
    found = standings(read.connection).values()
    return all(one.in_use or one.archived_at for one in found if one.kind in PROPOSED)


def given_for_guest(guest: GuestView, wanted: str = "") -> PaperText | None:
    """The very edition a guest's token was made for, in the language asked for where it has it; None once over."""
    kind, _, number = guest.subject.partition(":")
    if not guest.living or kind != "paper_given":
        return None
    with house().db.reading() as connection:
        asked = select(GIVEN.paper_key, GIVEN.number, GIVEN.language, GIVEN.token_id, GIVEN.taken_back_at)
        row = connection.execute(asked.where(GIVEN.id == UUID(number))).first()
        if row is None or row.taken_back_at or row.token_id != guest.id:
            return None
        texts = texts_of(connection, row.paper_key, row.number)
    return texts.get(wanted) or texts.get(row.language)


def given_languages(paper: PaperText) -> tuple[str, ...]:
    """Every language this edition has."""
    with house().db.reading() as connection:
        return tuple(texts_of(connection, paper.key, paper.number))


def texts_of(connection: Connection, key: str, number: int) -> dict[str, PaperText]:
    """A stored edition, language by language; a shipped one that was shown to nobody is not stored."""
    rows = connection.execute(select(*EDITION).where(EDITION.paper_key == key, EDITION.number == number))
    kind = shipped()[key].kind if key in shipped() else "aftercare"
    return {
        row.language: PaperText(
            key, kind, number, row.language, row.content["title"], row.content["lead"], row.content["body"],
            row.digest, row.id,
        )
        for row in rows
    }  # fmt: skip


def sheet_papers(connection: Connection) -> list[ServicePaper]:
    """What can be hung on a service as its aftercare."""
    found = [one for one in standings(connection).values() if one.in_use and one.kind == "aftercare"]
    return [ServicePaper(one.key, _title(one.contents), one.service_kinds) for one in found]


def paper_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Titles of papers, for the audit."""
    known = standings(connection)
    rows = connection.execute(select(PAPER.id, PAPER.key).where(PAPER.id.in_(ids)))
    return {row.id: _title(_any(known[row.key])) or row.key for row in rows if row.key in known}


def _line(read: Read, one: Standing) -> PaperLine:
    state = "archived" if one.archived_at else "in_use" if one.in_use else "draft" if one.draft else "proposal"
    told = _any(one) or proposal(read.house, one.key)
    has = tuple(tag for tag in LANGUAGES if tag in told)
    return PaperLine(
        one.key, one.kind, _title(told), state, one.number, one.source, has,
        tuple(tag for tag in LANGUAGES if tag not in told), one.service_kinds, one.draft is not None, one.since,
        one.version,
    )  # fmt: skip


def _any(one: Standing) -> Mapping[str, Content]:
    ours = shipped().get(one.key)
    return one.contents or (one.draft or {}).get("contents") or (ours.contents if ours else {})


def _title(contents: Mapping[str, Content]) -> str:
    return next((contents[tag]["title"] for tag in (language(), "en", *contents) if tag in contents), "")


def _editions(connection: Connection, key: str) -> tuple[EditionLine, ...]:
    told: dict[int, EditionLine] = {}
    rows: Any = select(*EDITION).where(EDITION.paper_key == key).order_by(EDITION.number.desc(), EDITION.language)
    for row in connection.execute(rows):
        before = told[row.number].languages if row.number in told else ()
        told[row.number] = EditionLine(row.number, row.source, (*before, row.language), row.by_name, row.at)
    return tuple(told.values())


def _content(text: PaperText | None) -> Content | None:
    return None if text is None else {"title": text.title, "lead": text.lead, "body": text.body}
