"""A client's file on paper: particulars, consents, documents and sheets, as far as whoever prints it may see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from studio.clients.consents import BY_KEY
from studio.clients.queries.card import ClientCard, card_by_id
from studio.clients.queries.file import consents_now
from studio.documents.drawing.document import Answer, Answers, Block, Document, Facts, Heading, Paragraph
from studio.documents.letterhead import letterhead, paper_size
from studio.documents.papers.facts import ClientFilePrinted
from studio.documents.papers.queries import given_to
from studio.documents.queries import documents_of
from studio.documents.telling import day_text, moment_text, phone_text
from studio.kernel.subject import Subject
from studio.kernel.text import language, nt, t
from studio.kernel.work import Query, Read, Work, action


@action("documents.client_file.print")
def print_client_file(work: Work, client_id: UUID) -> tuple[str, Document]:
    """Code and document of a client's file; that it was taken out is written in the journal. Draw it afterwards.

    It holds no health answers: those are in the signed consents, each with its own right and its own note.
    """
    card = _asked(work, card_by_id, client_id)
    parts: list[tuple[str, list[Block]]] = [("particulars", list(_particulars(card)))]
    may = work.house.rights.scope
    if may(work.actor, consents_now.needs) is not None:
        parts.append(("consents", list(_consents(work, client_id))))
    if may(work.actor, given_to.needs) is not None:
        parts.append(("documents", list(_documents(work, client_id))))
        parts.append(("aftercare", list(_given(work, client_id))))
    work.emit(ClientFilePrinted(client_id, tuple(name for name, _ in parts)))
    return card.code, _document(work, card, tuple(block for _, blocks in parts for block in blocks))


def _document(work: Work, card: ClientCard, blocks: tuple[Block, ...]) -> Document:
    printed = moment_text(work.house, work.now)
    return Document(
        title=card.name,
        code=card.code,
        language=language(),
        made_at=work.now,
        letterhead=letterhead(work.house),
        blocks=blocks,
        subtitle=t("Client file {code}, printed {when} by {who}", code=card.code, when=printed, who=work.actor.name),
        footer=t("Confidential: keep it locked away, and shred it when it is no longer needed."),
        paper=paper_size(work.house),
    )


def _particulars(card: ClientCard) -> Iterator[Block]:
    rows = (
        (t("Name"), card.name),
        (t("Preferred name"), card.preferred_name),
        (t("Pronouns"), card.pronouns),
        (t("Date of birth"), _birth(card)),
        (t("Phone"), phone_text(card.phone)),
        (t("E-mail"), card.email),
        (t("Address"), card.address),
        (
            t("Emergency contact"),
            _three(card.emergency_name, card.emergency_relation, phone_text(card.emergency_phone)),
        ),
        (t("Parent or guardian"), _three(card.guardian_name, card.guardian_relation, phone_text(card.guardian_phone))),
        (t("Identity document"), _three(card.id_kind, card.id_issuer, card.id_number)),
        (t("Looked after by"), card.artist),
        (t("Tags"), ", ".join(card.tags)),
        (t("Notes"), card.notes),
    )
    yield Heading(t("Particulars"))
    if card.contact_hidden:
        yield Paragraph(t("Contact is left out: whoever printed this may not see it."), quiet=True)
    yield Facts(tuple(row for row in rows if row[1]))


def _consents(work: Work, client_id: UUID) -> Iterator[Block]:
    yield Heading(t("Consents"))
    given = _asked(work, consents_now, client_id)
    if not given:
        yield Paragraph(t("None on file."), quiet=True)
    yield Answers(
        tuple(
            Answer(t(BY_KEY[kind].title), t("Given") if one.given else t("Withdrawn"), moment_text(work.house, one.at))
            for kind, one in given.items()
            if kind in BY_KEY
        )
    )


def _documents(work: Work, client_id: UUID) -> Iterator[Block]:
    yield Heading(t("Sealed documents"))
    found = _asked(work, documents_of, Subject("client", client_id))
    if not found:
        yield Paragraph(t("None on file."), quiet=True)
    yield Facts(tuple((line.title or line.kind, moment_text(work.house, line.at)) for line in found))


def _given(work: Work, client_id: UUID) -> Iterator[Block]:
    yield Heading(t("Aftercare given"))
    found = [one for one in _asked(work, given_to, client_id) if one.taken_back_at is None]
    if not found:
        yield Paragraph(t("None on file."), quiet=True)
    yield Facts(
        tuple(
            (
                moment_text(work.house, one.at),
                t("{title}, edition {n}, {who}", title=one.title, n=one.number, who=one.by_name),
            )
            for one in found
        )
    )


def _birth(card: ClientCard) -> str:
    if card.birth_date is None:
        return ""
    age = "" if card.age is None else f" ({nt('{n} year', '{n} years', card.age)})"
    return f"{day_text(card.birth_date)}{age}"


def _three(*words: str) -> str:
    return " · ".join(filter(None, words))


def _asked(work: Work, question: Query[..., Any], *args: object) -> Any:
    """A read inside the open act, with the rights of whoever acts."""
    return question(Read(work.connection, work.actor, work.house, work.permit(question.needs)), *args)
