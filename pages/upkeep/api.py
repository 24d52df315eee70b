"""The API of upkeep: the journal and the settings."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Path, Query, Response

from pages.api import ApiActor
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting, reset_setting
from studio.upkeep.queries import journal_entry, list_settings, one_setting, seek_journal
from studio.upkeep.seeking import Sought
from studio.upkeep.undoing import undo_act

router = APIRouter()
EntryNumber = Annotated[int, Path(ge=1, le=2_000_000_000)]
Key = Annotated[str, Path(max_length=80)]


@router.get("/journal", tags=["journal"])
def get_journal(
    actor: ApiActor,
    page: PageNumber = 1,
    size: PageSize = 50,
    action: Annotated[str, Query(max_length=80, description="Begins with, such as `clients.`")] = "",
    kind: Annotated[str, Query(max_length=40)] = "",
    subject_id: UUID | None = None,
    who: Annotated[str, Query(max_length=40, description="A person's id, or a kind of actor such as `guest`")] = "",
    q: Annotated[str, Query(max_length=200)] = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> Response:
    """Everything that happened, newest first, as far as one may know."""
    subject = str(Subject(kind, subject_id)) if kind and subject_id else kind
    sought = Sought(who, action, subject, q, since=aware(since), until=aware(until))
    found, total = ask(actor, seek_journal, sought, page=page, size=size)
    return collection(found, total, page, size)


@router.get("/journal/{no}", tags=["journal"])
def get_entry(actor: ApiActor, no: EntryNumber) -> Response:
    """One entry, with where it was done for those who may know."""
    return as_json(ask(actor, journal_entry, no))


@router.post("/journal/{no}/undo", tags=["journal"], status_code=204)
def post_undo(actor: ApiActor, no: EntryNumber) -> Response:
    """Take it back by a new act; 409 when it was changed again since."""
    perform(actor, undo_act, no)
    return Response(status_code=204)


@router.get("/settings", tags=["settings"])
def get_settings(actor: ApiActor) -> Response:
    """Every setting with its present value and how it comes; secrets only say whether there is one."""
    found = ask(actor, list_settings)
    return collection(found, len(found), 1, len(found))


@router.put("/settings/{key}", tags=["settings"])
def put_setting(actor: ApiActor, key: Key, value: Annotated[Any, Body(embed=True)]) -> Response:
    """Set one; its own declaration says who may and what fits."""
    perform(actor, change_setting, key, value)
    return as_json(ask(actor, one_setting, key))


@router.delete("/settings/{key}", tags=["settings"])
def delete_setting(actor: ApiActor, key: Key) -> Response:
    """Set one back to how it comes."""
    perform(actor, reset_setting, key)
    return as_json(ask(actor, one_setting, key))


def aware(moment: datetime | None) -> datetime | None:
    """With a zone, UTC where none was given, and within what can be reckoned with."""
    if moment is None or not 1900 <= moment.year <= 9000:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
