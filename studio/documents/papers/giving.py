"""Giving a client an aftercare sheet: on their phone by a code, on paper, or by e-mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal
from uuid import UUID

from studio.clients.actions.client import present
from studio.documents.papers import facts, refusals
from studio.documents.papers.declared import DAYS
from studio.documents.papers.models import PaperGiven
from studio.documents.papers.shelf import put_to_use, standing, studio_language
from studio.kernel.refusal import Denied, Missing
from studio.kernel.subject import Subject
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.staff.actions.tokens import living_token, new_guest_token
from studio.staff.models import GuestToken

PURPOSE = "paper"
Way = Literal["phone", "printed", "email"]
WAYS = ("phone", "printed", "email")


@action("documents.aftercare.give")
def give_aftercare(
    work: Work, client_id: UUID, key: str, language: str = "", how: Way = "phone"
) -> tuple[str, PaperGiven]:
    """Note that the client got this sheet, in the edition in use and their language.

    On the phone it comes with a token, told only here, that opens `/d/{token}` for some days; else it is empty.
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
    one = put_to_use(work, one)
    tag = one.language(language or client.language, studio_language(work.house))
    given = PaperGiven(
        client_id=client.id, paper_key=key, number=one.number, language=tag, title=one.contents[tag]["title"],
        digest=one.digest(tag), how=how, by_id=work.actor.id, by_name=work.actor.name, at=work.now,
    )  # fmt: skip
    token = _token_for(work, given) if how == "phone" else ""
    work.add(given)
    work.emit(facts.AftercareGiven(given.id, client.id, key, one.number, how))
    return token, given


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
