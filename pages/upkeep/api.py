"""The API of upkeep: the journal."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from pages.api import ApiActor
from pages.paging import PageNumber, PageSize, collection
from studio.kernel.subject import Subject
from studio.kernel.work import ask
from studio.upkeep.queries import list_journal

router = APIRouter(tags=["journal"])


@router.get("/journal")
def get_journal(
    actor: ApiActor,
    page: PageNumber = 1,
    size: PageSize = 50,
    action: Annotated[str, Query(max_length=80, description="Begins with, such as `clients.`")] = "",
    kind: Annotated[str, Query(max_length=40)] = "",
    subject_id: UUID | None = None,
) -> Response:
    """Everything that happened, newest first."""
    subject = Subject(kind, subject_id) if kind and subject_id else None
    found, total = ask(actor, list_journal, subject=subject, action=action, page=page, size=size)
    return collection(found, total, page, size)
