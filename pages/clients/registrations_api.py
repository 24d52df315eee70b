"""The API of the clients room: registrations that came from phones."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from pages.api import ApiActor
from pages.clients.api import card_in
from pages.clients.api_bodies import Decline, Invite, Merge
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.clients.actions import (
    accept_registration,
    decline_registration,
    invite_registration,
    merge_registration,
    note_form_read,
    reopen_registration,
)
from studio.clients.models import Registration
from studio.clients.queries import Candidate, RegistrationView, list_registrations, registration_with_matches
from studio.kernel.work import Read, Work, ask, perform
from studio.upkeep.lan import phone_url

router = APIRouter(prefix="/registrations", tags=["registrations"])

State = Annotated[Literal["", "waiting", "accepted", "merged", "declined"], Query()]


@router.get("")
def get_registrations(actor: ApiActor, state: State = "", page: PageNumber = 1, size: PageSize = 50) -> Response:
    """Forms from phones; those that wait come oldest first."""
    found = ask(actor, list_registrations, state=state, page=page, size=size)
    return collection(map(asdict, found.items), found.total, found.page, found.size)


@router.post("/invitations", status_code=201)
def post_invitation(actor: ApiActor, key: IdempotencyKey = "", whose: Invite | None = None) -> Response:
    """The address a QR code would carry: one registration, for a quarter of an hour; with `client_id` that client's."""
    return post(actor, key, invite_registration, (whose.client_id if whose else None,), shown_invitation)


@router.get("/{registration_id}")
def get_registration(registration_id: UUID, actor: ApiActor) -> Response:
    """One form, and the clients it may belong to; that health answers were read is written in the journal."""
    view = ask(actor, registration_with_matches, registration_id)
    if view.answers:
        perform(actor, note_form_read, registration_id)
    return as_json(shown(view))


@router.post("/{registration_id}/accept", status_code=201)
def accept(registration_id: UUID, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Put the guest on file as a new client."""
    return post(actor, key, accept_registration, (registration_id,), card_in)


@router.post("/{registration_id}/merge")
def merge(registration_id: UUID, into: Merge, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take the form into a client on file, field by field."""
    args = (registration_id, into.client_id, dict(into.choices), into.version)
    return post(actor, key, merge_registration, args, card_in, status=200)


@router.post("/{registration_id}/decline")
def decline(registration_id: UUID, why: Decline, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Lay the form aside, with a reason."""
    return post(actor, key, decline_registration, (registration_id, why.reason), view_in, status=200)


@router.post("/{registration_id}/reopen")
def reopen(registration_id: UUID, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Let a declined form wait again."""
    return post(actor, key, reopen_registration, (registration_id,), view_in, status=200)


def view_in(work: Work, registration: Registration) -> dict[str, Any]:
    """The form as this very act leaves it."""
    work.session.flush()
    return shown(registration_with_matches(Read(work.connection, work.actor, work.house, "all"), registration.id))


def shown(view: RegistrationView) -> dict[str, Any]:
    """A form as programs see it; `health` is null for those who may see the light only."""
    health = None if view.answers is None else [asdict(answer) for answer in view.answers]
    details = {name: value for name, value in view.details.items() if name != "name"}
    return {
        **asdict(view.row), **details, "health": health, "consents": view.consents,
        "candidates": [shown_candidate(candidate) for candidate in view.candidates],
    }  # fmt: skip


def shown_candidate(candidate: Candidate) -> dict[str, Any]:
    fields = {name: getattr(candidate, name) for name in ("id", "code", "version", "name", "phone", "email", "score")}
    return {**fields, "differences": [asdict(entry) for entry in candidate.plan if entry.differs]}


def shown_invitation(work: Work, invitation: tuple[str, datetime]) -> dict[str, Any]:
    token, expires_at = invitation
    return {"url": phone_url(f"/r/{token}"), "expires_at": expires_at}
