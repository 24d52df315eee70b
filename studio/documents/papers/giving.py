"""Giving a client an aftercare sheet: on their phone by a code, on paper, or by e-mail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import col, select

from studio.clients.actions.client import present
from studio.clients.models import Client
from studio.documents.papers import facts, refusals
from studio.documents.papers.content import plain_text
from studio.documents.papers.declared import DAYS
from studio.documents.papers.models import PaperGiven
from studio.documents.papers.shelf import Standing, in_use, put_to_use, standing, studio_language
from studio.kernel.refusal import Denied, Missing
from studio.kernel.subject import Subject
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.messages.actions import queue_mail
from studio.messages.server import mail_server
from studio.staff.actions.tokens import living_token, new_guest_token
from studio.staff.models import GuestToken

PURPOSE = "paper"
Way = Literal["phone", "printed", "email"]
WAYS = ("phone", "printed", "email")
LATELY = timedelta(minutes=30)


@action("documents.aftercare.give")
def give_aftercare(
    work: Work, client_id: UUID, key: str, language: str = "", how: Way = "phone"
) -> tuple[str, PaperGiven]:
    """Note that the client got this sheet, in the edition in use and their language.

    On the phone it comes with a token, told only here, that opens `/d/{token}` for some days; else it is empty. By
    e-mail it goes into the outbox where the studio sends any; else it stays a note of what is to be sent.
    """
    one, client = standing(work.connection, key), present(work, client_id)
    if how not in WAYS:
        raise refusals.WayIsUnknown("how")
    if one is None:
        raise refusals.PaperIsUnknown
    if one.kind != "aftercare":
        raise refusals.OnlySheetsAreGiven("key")
    if not one.in_use:
        raise refusals.PaperIsNotInUse("key")
    work.about(Subject("client", client.id))
    return _noted(work, client, one, language, how, (work.actor.id, work.actor.name))


def sheet_for(connection: Connection, key: str, kind: str) -> Standing | None:
    """The sheet in use that fits: the one hung on a service, else the usual one of its kind."""
    sheets = in_use(connection, ("aftercare",))
    own = next((one for one in sheets if one.key == key), None)
    return own or next((one for one in sheets if kind in one.service_kinds), None)


def hand_along(
    work: Work, client: Client, one: Standing, language: str, by: tuple[UUID | None, str]
) -> tuple[str, PaperGiven]:
    """Part of another room's act: the sheet goes to the client's phone, in the name of somebody of the studio.

    One that was handed along in the last minutes is the same one, with a fresh token: an answer may get lost.
    """
    lately = (PaperGiven.client_id == client.id, PaperGiven.paper_key == one.key, PaperGiven.how == "phone",
              col(PaperGiven.taken_back_at).is_(None), PaperGiven.at > work.now - LATELY)  # fmt: skip
    given = work.session.exec(select(PaperGiven).where(*lately).order_by(col(PaperGiven.at).desc())).first()
    if given is None:
        return _noted(work, client, one, language, "phone", by)
    _end(work, given)
    return _token_for(work, given), given


@action("documents.aftercare.show_again", needs="documents.aftercare.give")
def show_again(work: Work, given_id: UUID) -> str:
    """A fresh code for a sheet that was given; the one before leads nowhere from now on."""
    given = _standing(work, given_id)
    work.about(Subject("client", given.client_id))
    _end(work, given)
    token = _token_for(work, given)
    work.emit(facts.AftercareGiven(given.id, given.client_id, given.paper_key, given.number, "phone"))
    return token


@action("documents.aftercare.take_back", needs="documents.aftercare.give")
def take_back_aftercare(work: Work, given_id: UUID) -> PaperGiven:
    """It was noted by mistake: the note stays, struck through, and its code leads nowhere. Twice changes nothing."""
    given = work.get(PaperGiven, given_id)
    if given.taken_back_at is None:
        given.taken_back_at = work.now
        _end(work, given)
        work.emit(facts.GivenTakenBack(given.id, given.client_id))
    return given


@give_aftercare.undone_by
def _as_if_never(work: Work, past: Past) -> None:
    for change in past.of("paper_given"):
        take_back_aftercare(work, UUID(str(change["id"])))


@action("documents.given.open")
def open_given(work: Work, token_id: UUID) -> None:
    """The client has it open: noted the first time, by whoever holds the token alone."""
    if work.actor.id != token_id:
        raise Denied
    token = living_token(work, token_id)
    given = work.session.get(PaperGiven, UUID(token.subject.partition(":")[2]))
    if given is None:
        raise Missing
    if token.opened_at is None:
        token.opened_at = work.now
        given.opened_at = given.opened_at or work.now
        work.emit(facts.GivenOpened(given.id, given.client_id))


def _noted(
    work: Work, client: Client, one: Standing, language: str, how: Way, by: tuple[UUID | None, str]
) -> tuple[str, PaperGiven]:
    one = put_to_use(work, one)
    tag = one.language(language or client.language, studio_language(work.house))
    given = PaperGiven(
        client_id=client.id, paper_key=one.key, number=one.number, language=tag, title=one.contents[tag]["title"],
        digest=one.digest(tag), how=how, by_id=by[0], by_name=by[1], at=work.now,
    )  # fmt: skip
    token = _token_for(work, given) if how == "phone" else ""
    if how == "email" and mail_server(work.house) is not None:
        _post(work, client, one.contents[tag], tag)
    work.add(given)
    work.emit(facts.AftercareGiven(given.id, client.id, one.key, one.number, how))
    return token, given


def _post(work: Work, client: Client, content: Mapping[str, str], tag: str) -> None:
    """The whole sheet as a letter. Raises EmailIsMissing where the client's file has no address."""
    if not client.email:
        raise refusals.EmailIsMissing("how")
    body = "\n\n".join(filter(None, (content["lead"], plain_text(content["body"]))))
    name = client.preferred_name or client.name
    queue_mail(work, "aftercare", client.email, tag, name=name, title=content["title"], body=body)


def _token_for(work: Work, given: PaperGiven) -> str:
    minutes = int(timedelta(days=work.house.settings[DAYS]).total_seconds() // 60)
    token, row = new_guest_token(work, PURPOSE, Subject("paper_given", given.id), minutes)
    given.token_id = row.id
    return token


def _standing(work: Work, given_id: UUID) -> PaperGiven:
    given = work.get(PaperGiven, given_id)
    if given.taken_back_at is not None:
        raise Missing
    return given


def _end(work: Work, given: PaperGiven) -> None:
    row = work.session.get(GuestToken, given.token_id) if given.token_id else None
    if row is not None and row.used_at is None:
        row.used_at = work.now
