"""The API of the consent room: signed consents, new signings, and whether a document is what it claims to be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field, StringConstraints

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.consent.actions import (
    cancel_ceremony,
    invite_guardian,
    open_ceremony,
    open_paper,
    revoke_guardian,
    send_paper,
    view_packet,
    withdraw_packet,
)
from studio.consent.models import Ceremony, ConsentWithdrawal
from studio.consent.queries import (
    PacketRow,
    ceremony,
    list_packets,
    overrides,
    packet_by_code,
    packets_of_client,
    verify_packet,
)
from studio.documents.queries import verify_document
from studio.kernel.house import house
from studio.kernel.work import Action, Work, ask, perform
from studio.messages.models import Letter
from studio.upkeep.lan import phone_url

router = APIRouter(prefix="/consents", tags=["consents"])

Text = Annotated[str, StringConstraints(max_length=500)]
State = Annotated[Literal["", "signed", "withdrawn"], Query()]


class NewGuardian(BaseModel):
    """Who stands in for a minor."""

    name: Text
    birth_date: date
    relation: Text
    phone: Text = ""
    place: Literal["present", "remote"] = "present"


class NewSigning(BaseModel):
    """Whom to let read and sign, where, for which service on which day; a minor with their guardian."""

    client_id: UUID
    place: Literal["tablet", "desk", "phone"] = "phone"
    device_id: UUID | None = Field(default=None, description="The tablet, where the place is one.")
    language: Annotated[str, StringConstraints(max_length=20)] = ""
    about: Text = ""
    service_kind: Annotated[str, StringConstraints(max_length=40)] = ""
    service_id: UUID | None = Field(default=None, description="A service of the catalogue; it says its kind itself.")
    session_on: date | None = Field(default=None, description="The age on this day counts; today where none is named.")
    guardian: NewGuardian | None = None


class Withdrawal(BaseModel):
    """Why the client took the consent back."""

    reason: Text


@router.get("")
def get_consents(
    actor: ApiActor, state: State = "", client_id: UUID | None = None, page: PageNumber = 1, size: PageSize = 50
) -> Response:
    """Signed consents, newest first; withdrawn ones stay on record."""
    if client_id is None:
        rows, total = ask(actor, list_packets, page=page, size=size, state=state)
        return collection(map(shown, rows), total, page, size)
    own = [row for row in ask(actor, packets_of_client, client_id) if state in ("", row.state)]
    return collection(map(shown, own[(page - 1) * size : page * size]), len(own), page, size)


@router.post("/invitations", status_code=201)
def post_invitation(made: NewSigning, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Let a client read and sign; gives the address their phone would open. A tablet takes it up by itself."""
    where = made.model_dump(exclude={"client_id"})
    opening = Action(open_ceremony.name, open_ceremony.needs, lambda work: open_ceremony(work, made.client_id, **where))
    return post(actor, key, opening, (), _invited, asked_for=made.model_dump())


@router.get("/invitations/{ceremony_id}")
def get_invitation(ceremony_id: UUID, actor: ApiActor) -> Response:
    """How far a signing has come: waiting, reading, guardian, signed, expired, kept or ended."""
    return as_json(ask(actor, ceremony, ceremony_id))


@router.delete("/invitations/{ceremony_id}", status_code=204)
def delete_invitation(ceremony_id: UUID, actor: ApiActor) -> Response:
    """End a signing without a consent; twice changes nothing."""
    perform(actor, cancel_ceremony, ceremony_id)
    return Response(status_code=204)


@router.post("/invitations/{ceremony_id}/guardian", status_code=201)
def post_guardian(ceremony_id: UUID, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """The address at which the guardian signs, after the client; one given before opens nothing any more."""
    return post(actor, key, invite_guardian, (ceremony_id,), _guardian_invited)


@router.delete("/invitations/{ceremony_id}/guardian", status_code=204)
def delete_guardian(ceremony_id: UUID, actor: ApiActor) -> Response:
    """The guardian's address opens nothing any more."""
    perform(actor, revoke_guardian, ceremony_id)
    return Response(status_code=204)


@router.get("/overrides")
def get_overrides(actor: ApiActor, start: date | None = None, end: date | None = None) -> Response:
    """Who went on in spite of which warning, and why; both days are counted. The last 30 where none is named."""
    last = end or house().clock.today(house().settings["studio.zone"])
    return as_json({"items": ask(actor, overrides, start or last - timedelta(days=30), last)})


@router.post("/verify")
async def verify(request: Request, actor: ApiActor) -> Response:
    """Send a PDF as the body: valid, altered, or not ours, and why."""
    verdict = await run_in_threadpool(ask, actor, verify_document, await request.body())
    return as_json({"state": verdict.state, "why": verdict.text, "document_id": verdict.document_id})


@router.get("/{code}")
def get_consent(code: str, actor: ApiActor) -> Response:
    """One consent with its evidence and whether it still holds; no answers and no strokes."""
    view = ask(actor, packet_by_code, code)
    verdict = ask(actor, verify_packet, view.row.id)
    told = {"evidence": view.evidence, "prev_digest": view.prev_digest, "holds": verdict.holds, "why": verdict.why}
    return as_json({**shown(view.row), **told})


@router.get("/{code}/signed")
def get_signed(code: str, actor: ApiActor) -> Response:
    """All that was signed: text, answers, consents, strokes. That it was read is written in the journal."""
    view = perform(actor, view_packet, code)
    return as_json({**shown(view.row), "evidence": view.evidence, "signed": view.signed})


@router.get("/{code}/pdf")
def get_pdf(code: str, actor: ApiActor) -> Response:
    """The sealed document; that it was taken out is written in the journal."""
    name, pdf = perform(actor, open_paper, code)
    saved_as = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(pdf, media_type="application/pdf", headers=saved_as)


@router.post("/{code}/send", status_code=202)
def post_send(code: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Send the sealed document to the address on its client's file; it leaves with the post."""
    return post(actor, key, send_paper, (code,), _sent, status=202)


@router.post("/{code}/withdraw", status_code=201)
def withdraw(code: str, told: Withdrawal, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Note that the client took it back; the consent stays as it was signed."""
    packet = ask(actor, packet_by_code, code)
    return post(actor, key, withdraw_packet, (packet.row.id, told.reason), _withdrawn)


def shown(row: PacketRow) -> dict[str, Any]:
    """A consent as lists give it."""
    return {**{name: getattr(row, name) for name in row.__dataclass_fields__}, "state": row.state}


def _invited(_: Work, opened: tuple[str, Ceremony]) -> dict[str, Any]:
    token, made = opened
    return {"id": made.id, "url": phone_url(f"/c/{token}"), "place": made.place, "language": made.language}


def _guardian_invited(_: Work, token: str) -> dict[str, Any]:
    return {"url": phone_url(f"/c/{token}")}


def _sent(_: Work, letter: Letter) -> dict[str, Any]:
    return {"letter_id": letter.id, "state": letter.state}


def _withdrawn(_: Work, row: ConsentWithdrawal) -> dict[str, Any]:
    return {"packet_id": row.packet_id, "reason": row.reason, "by": row.by_name, "at": row.at}
