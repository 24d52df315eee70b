"""Which papers guests are shown now, for the pages they sign and send, and for what is kept as proof of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from studio.documents.papers.shelf import EDITION, Standing, in_use, standing, studio_language
from studio.documents.papers.shipped import PROPOSED
from studio.kernel.house import House, house
from studio.kernel.work import Read, Work

MOST = 12
"""Papers a guest can be shown beside one form: there are never as many."""


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A paper in use, to be named below a form."""

    key: str
    title: str
    number: int
    language: str


@dataclass(frozen=True, slots=True)
class PaperText:
    """One edition in one language, word for word."""

    key: str
    kind: str
    number: int
    language: str
    title: str
    lead: str
    body: str
    digest: str
    edition_id: UUID | None = None
    """Of its row; None while a text of ours was shown to nobody."""


def links_for_guests(connection: Connection, place: House, language: str) -> tuple[PaperLink, ...]:
    """Privacy notice, terms and deposit policy, as far as the studio has published them."""
    own = studio_language(place)
    found = [(one, one.language(language, own)) for one in in_use(connection, PROPOSED)]
    return tuple(PaperLink(one.key, one.contents[tag]["title"], one.number, tag) for one, tag in found)


def guest_links(language: str) -> tuple[PaperLink, ...]:
    """The same for a page that has no read of its own open."""
    with house().db.reading() as connection:
        return links_for_guests(connection, house(), language)


def guest_paper(key: str, language: str) -> PaperText | None:
    """The text behind one of those links; None for everything guests are not shown."""
    place = house()
    with place.db.reading() as connection:
        one = standing(connection, key)
    if one is None or not one.in_use or one.kind not in PROPOSED:
        return None
    return text_of(one, one.language(language, studio_language(place)))


def paper_in_force(read: Read, key: str, language: str) -> PaperText | None:
    """What this paper says now in this language, or the nearest there is; None where it is not in use."""
    one = standing(read.connection, key)
    return text_of(one, one.language(language, studio_language(read.house))) if one and one.in_use else None


def shown(read: Read, language: str) -> list[tuple[str, int, str]]:
    """Key, edition and digest of every paper a guest is linked to in this language, for what is kept as evidence."""
    own = studio_language(read.house)
    found = [(one, one.language(language, own)) for one in in_use(read.connection, PROPOSED)]
    return [(one.key, one.number, one.digest(tag)) for one, tag in found]


def seen_of(work: Work, told: str) -> list[dict[str, str | int]]:
    """What a page says it linked to (`key:number:language …`), as far as there ever were such editions."""
    seen: list[dict[str, str | int]] = []
    for part in told.split()[:MOST]:
        key, _, rest = part.partition(":")
        number, _, language = rest.partition(":")
        if not (number.isascii() and number.isdigit() and len(number) < 9):
            continue
        there = (EDITION.paper_key == key, EDITION.number == int(number), EDITION.language == language)
        row = work.connection.execute(select(EDITION.digest, EDITION.content).where(*there)).first()
        if row is not None:
            what = {"key": key, "title": row.content["title"], "edition": int(number)}
            seen.append({**what, "language": language, "digest": row.digest})
    return seen


def told(links: tuple[PaperLink, ...]) -> str:
    """What a page hands back to `seen_of`."""
    return " ".join(f"{one.key}:{one.number}:{one.language}" for one in links)


def text_of(one: Standing, language: str) -> PaperText:
    """A standing paper in one of its languages."""
    content = one.contents[language]
    return PaperText(
        one.key, one.kind, one.number, language, content["title"], content["lead"], content["body"],
        one.digest(language), one.ids.get(language),
    )  # fmt: skip
