"""Everything one page needs to let a client read and sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from storage.table import columns_of
from studio.clients.models import Client
from studio.clients.queries.health import answers_of, consents_of
from studio.consent import refusals
from studio.consent.models import Ceremony
from studio.consent.rules.sheet import clause_keys, digest_of, read_marks
from studio.consent.store import current
from studio.consent.terms import sheet_of
from studio.kernel.work import Read, query

TO_TALK = "an answer stops it"
CEREMONY, CLIENT = columns_of(Ceremony).c, columns_of(Client).c


@dataclass(frozen=True)
class AnswerNow:
    """The answer on file, to be confirmed or corrected."""

    answer: bool
    choices: tuple[str, ...]
    detail: str


@dataclass(frozen=True)
class GuestSheet:
    """A ceremony for whoever signs. `sheet` holds every word to show, `digest` goes back with the signature.

    `clauses` want initials, `marks` must all be named in `read`; `changed` says that the text is no longer the one
    whose digest the page had before.
    """

    ceremony_id: UUID
    state: str
    language: str
    languages: tuple[str, ...]
    client_name: str
    full_name: str
    birth_date: date | None
    about: str
    studio: str
    sheet: dict[str, Any]
    digest: str
    changed: bool
    clauses: tuple[str, ...]
    marks: tuple[str, ...]
    answers: dict[str, AnswerNow]
    consents: dict[str, bool]
    signed_at: datetime | None


@query("consent.ceremony.sign")
def ceremony_for_guest(read: Read, *, language: str = "", seen_digest: str = "") -> GuestSheet:
    """The ceremony of the guest's token, or the one open on the tablet, in the language asked for.

    Raises CeremonyIsOver when there is none to read or sign any more.
    """
    row = read.connection.execute(_newest(read)).first()
    if row is None:
        raise refusals.CeremonyIsOver
    edition = current(read.connection, row.template)
    tongue = language if row.state == "open" and language else row.language
    sheet = sheet_of(read.connection, read.house, edition, tongue)
    digest = digest_of(sheet)
    return GuestSheet(
        ceremony_id=row.id,
        state=row.state,
        language=sheet["language"],
        languages=tuple(edition.contents),
        client_name=row.preferred_name or row.name.split()[0],
        full_name=row.name,
        birth_date=row.birth_date,
        about=row.about,
        studio=read.house.settings["studio.name"],
        sheet=sheet,
        digest=digest,
        changed=bool(seen_digest) and seen_digest != digest,
        clauses=clause_keys(sheet["content"]),
        marks=read_marks(sheet["content"]),
        answers=_answers(read, row.client_id),
        consents={kind: state.given for kind, state in consents_of(read, row.client_id).items()},
        signed_at=row.signed_at,
    )


@query("consent.ceremony.see")
def wants_to_talk(read: Read, ceremony_id: UUID) -> bool:
    """Whether a signing ended since an answer rules it out: somebody should talk to the client. Not which answer."""
    return read.connection.scalar(select(CEREMONY.reason).where(CEREMONY.id == ceremony_id)) == TO_TALK


def _newest(read: Read) -> Select[Any]:
    """The ceremony with what is needed of its client."""
    ceremony = (CEREMONY.id, CEREMONY.state, CEREMONY.template, CEREMONY.language, CEREMONY.about, CEREMONY.signed_at)
    client = (CLIENT.id.label("client_id"), CLIENT.name, CLIENT.preferred_name, CLIENT.birth_date)
    both = select(*ceremony, *client).join_from(
        columns_of(Ceremony), columns_of(Client), CEREMONY.client_id == CLIENT.id
    )
    return both.where(_theirs(read), CEREMONY.state != "cancelled").order_by(CEREMONY.created_at.desc()).limit(1)


def _answers(read: Read, client_id: UUID) -> dict[str, AnswerNow]:
    return {one.question: AnswerNow(one.answer, one.choices, one.detail) for one in answers_of(read, client_id)}


def _theirs(read: Read) -> ColumnElement[bool]:
    if read.actor.kind == "device":
        return (CEREMONY.device_id == read.actor.device_id) & (CEREMONY.state == "open")
    return CEREMONY.token_id == read.actor.id
