"""The API of the privacy room: what is kept how long, what is due, holds, person files, erasures, who looked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field, StringConstraints

from pages.api import ApiActor
from pages.clients.api import id_of
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from pages.privacy.breach import between
from pages.privacy.files import sent
from studio.kernel.work import Work, ask, perform
from studio.privacy.actions import (
    change_keeping,
    end_records,
    erase_person,
    lift_hold,
    make_person_file,
    place_hold,
    remove_copies,
    take_views_out,
)
from studio.privacy.models import LegalHold, PrivacyRequest
from studio.privacy.queries import (
    due_lines,
    erasure_outlook,
    fading_lines,
    holds,
    over_lines,
    requests,
    times_kept,
    views_of,
)

router = APIRouter(prefix="/privacy", tags=["privacy"])

Text = Annotated[str, StringConstraints(max_length=500)]
Code = Annotated[str, StringConstraints(max_length=40)]


class NewHold(BaseModel):
    """Whose records to hold back from going, why, and until when."""

    client: Code = Field(description="Id or code.")
    reason: Text
    until: date | None = Field(default=None, description="The last day; without one until it is lifted.")


class NewErasure(BaseModel):
    """Who is to be nobody from now on. It cannot be undone."""

    client: Code = Field(description="Id or code.")
    code: Code = Field(description="The client's code once more, to say that they are meant.")
    reason: Text = ""
    copies: bool = Field(default=False, description="Remove older copies of the database as well.")


class NewFile(BaseModel):
    """Whose file to make."""

    client: Code = Field(description="Id or code.")


class KeptTime(BaseModel):
    """So many months instead of those of the country's rules; null goes back to these."""

    months: int | None
    reason: Text = ""


@router.get("/times")
def get_times(actor: ApiActor) -> Response:
    """How long every kind of record is kept, by which rule, and what goes by itself."""
    return as_json({"items": ask(actor, times_kept), "by_itself": ask(actor, fading_lines)})


@router.put("/times/{record}")
def put_time(record: str, told: KeptTime, actor: ApiActor) -> Response:
    """Keep a kind of record longer or shorter than the country's rules say."""
    perform(actor, change_keeping, record[:40], told.months, told.reason)
    return get_times(actor)


@router.get("/due")
def get_due(actor: ApiActor) -> Response:
    """The dry run: what ending what is over would take, table by table. Nothing is touched."""
    return as_json({"items": ask(actor, due_lines)})


@router.get("/due/{table}")
def get_over(table: str, actor: ApiActor) -> Response:
    """Rows of one table that would go, oldest first, at most 200."""
    return as_json({"items": ask(actor, over_lines, table[:80])})


@router.post("/due/end")
def post_end(actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """End everything whose time is over and that nobody holds; null when there is nothing."""
    return post(actor, key, end_records, (), lambda _, done: shown(done) if done else None, status=200)


@router.get("/holds")
def get_holds(actor: ApiActor, ended: Annotated[bool, Query(description="Those that ended, too.")] = False) -> Response:
    """Who is held back from going, newest first."""
    return as_json({"items": ask(actor, holds, all_of_them=ended)})


@router.post("/holds", status_code=201)
def post_hold(made: NewHold, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """From now on nothing of this client goes, whatever the rules say."""
    return post(actor, key, place_hold, (id_of(actor, made.client), made.reason, made.until), _held)


@router.delete("/holds/{hold_id}", status_code=204)
def delete_hold(hold_id: UUID, actor: ApiActor) -> Response:
    """The rules count again."""
    perform(actor, lift_hold, hold_id)
    return Response(status_code=204)


@router.get("/requests")
def get_requests(
    actor: ApiActor, client: Annotated[str, Query(max_length=40)] = "", page: PageNumber = 1, size: PageSize = 50
) -> Response:
    """What was asked about people's data and what was done, newest first."""
    whose = id_of(actor, client) if client else None
    found, total = ask(actor, requests, client_id=whose, page=page, size=size)
    return collection(found, total, page, size)


@router.post("/files", status_code=201)
def post_file(made: NewFile, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Have all there is about a person made ready: for ten minutes it can be read, by whoever asked."""
    return post(actor, key, make_person_file, (id_of(actor, made.client),), _made)


@router.get("/files/{request_id}")
def get_file(request_id: UUID, actor: ApiActor) -> StreamingResponse:
    """The zip: a PDF to read, all of it as JSON, and every file."""
    return sent(actor, request_id)


@router.get("/erasures/{client}")
def get_outlook(client: str, actor: ApiActor) -> Response:
    """What erasing this person would take, what the law keeps until when, which copies still know them."""
    return as_json(ask(actor, erasure_outlook, id_of(actor, client)))


@router.post("/erasures", status_code=201)
def post_erasure(made: NewErasure, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Erase a person for good, but for what the law keeps."""
    asked = (id_of(actor, made.client), made.code, made.reason, made.copies)
    return post(actor, key, erase_person, asked, lambda _, done: shown(done))


@router.post("/copies/remove")
def post_copies(actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Remove older copies of the database that know erased people; gives how many went."""
    return post(actor, key, remove_copies, (), lambda _, gone: {"removed": gone}, status=200)


@router.get("/views/{client}")
def get_views(client: str, actor: ApiActor) -> Response:
    """Everybody who ever looked at something private of this client, latest first."""
    return as_json({"items": ask(actor, views_of, id_of(actor, client))})


@router.post("/views")
def post_views(start: date, end: date, actor: ApiActor) -> Response:
    """Who saw what of whom on these days, both counted; that it was taken out is noted."""
    return as_json({"items": perform(actor, take_views_out, *between(start, end))})


def _held(_: Work, hold: LegalHold) -> dict[str, Any]:
    return {"id": hold.id, "client_id": hold.client_id, "reason": hold.reason, "until": hold.until}


def _made(_: Work, request: PrivacyRequest) -> dict[str, Any]:
    return {"id": request.id, "url": f"/api/v1/privacy/files/{request.id}"}


def shown(request: PrivacyRequest) -> dict[str, Any]:
    """What was done, as programs see it; the last traces are removed after it."""
    rows = {str(table): count for table, count in request.result["rows"].items()}
    kept = [{**one, "table": str(one["table"])} for one in request.result.get("kept", [])]
    return {"id": request.id, "kind": request.kind, "at": request.at, "rows": rows, "kept": kept}
