"""Erasing a person: once, for good, and again where an old copy of the database is put back."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from studio.clients.facts import ClientArchived
from studio.clients.models import Client
from studio.clients.rules.cleaning import clean_text
from studio.kernel.text import t
from studio.kernel.work import Work, action
from studio.privacy import facts, refusals
from studio.privacy.due import held_clients
from studio.privacy.erasing import erase, family, listed, outlook
from studio.privacy.models import LegalHold, PrivacyRequest

LONGEST = 500


@action("privacy.person.erase")
def erase_person(work: Work, client_id: UUID, code: str, reason: str = "", copies: bool = False) -> PrivacyRequest:
    """Empty the client's file and everything about them, but for what the law keeps; `code` says who is meant.

    Older copies of the database go as well where `copies` says so; without it they go some days later.

    Refused while a hold stands or something of theirs is under way, and when it was done before. It cannot be undone.
    """
    client = work.get(Client, client_id)
    if clean_text(code).upper() != client.code:
        raise refusals.NameIsAnother("code", code=client.code)
    clients = family(work.connection, client.id)
    _refuse_erased(work, clients)
    _refuse_held(work, client, clients)
    found = outlook(work.house, work.connection, clients).under_way
    if found:
        raise refusals.SomethingIsUnderWay(name=client.name, what=", ".join(t(one) for one in found))
    work.session.expunge(client)
    return end_person(work, clients, clean_text(reason, LONGEST), copies=copies)


@action("privacy.erasure.repeat", needs="privacy.sweep")
def erase_again(work: Work) -> list[PrivacyRequest]:
    """After an older database was put back: whoever was erased since is erased in it as well."""
    back = set(listed(work.house, work.connection)) - _erased_ids(work)
    done = []
    while back:
        clients = family(work.connection, back.pop())
        back -= set(clients)
        done.append(end_person(work, clients, ""))
    return done


def end_person(work: Work, clients: list[UUID], reason: str, *, copies: bool = False) -> PrivacyRequest:
    """In the open act, without asking again; the last traces go after its commit."""
    gone, kept = erase(work.house, work.connection, clients, work.now)
    person = work.actor if work.actor.kind == "person" else None
    stays = [
        {"table": one.table, "record": one.record, "count": one.count, "until": one.until.isoformat()} for one in kept
    ]
    request = PrivacyRequest(
        kind="erasure",
        client_id=clients[0],
        by_id=person.id if person else None,
        by_name=person.name if person else "",
        at=work.now,
        reason=reason,
        result={"rows": gone.rows, "kept": stays, "files": [str(one) for one in clients], "copies": copies},
        pending=sorted(gone.files),
    )
    work.add(request)
    for one in clients:
        work.emit(ClientArchived(one))  # open screens show nobody now
    work.emit(facts.PersonErased(clients[0], request.id, dict(gone.rows)))
    return request


def _erased_ids(work: Work) -> set[UUID]:
    done = work.session.exec(select(PrivacyRequest).where(PrivacyRequest.kind == "erasure"))
    return {UUID(one) for request in done for one in request.result.get("files", [])}


def _refuse_erased(work: Work, clients: list[UUID]) -> None:
    done = select(PrivacyRequest).where(PrivacyRequest.kind == "erasure", PrivacyRequest.client_id == clients[0])
    found = work.session.exec(done).first()
    if found is not None:
        raise refusals.ClientIsErased(day=found.at.date().isoformat())


def _refuse_held(work: Work, client: Client, clients: list[UUID]) -> None:
    today = work.house.clock.today(work.house.settings["studio.zone"])
    if held_clients(work.connection, today).isdisjoint(clients):
        return
    standing = select(LegalHold).where(col(LegalHold.lifted_at).is_(None), col(LegalHold.client_id).in_(clients))
    why = [one.reason for one in work.session.exec(standing) if one.until is None or one.until >= today]
    raise refusals.ClientIsHeld(name=client.name, reason=" ".join(f"{one.rstrip('.')}." for one in why))
