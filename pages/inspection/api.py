"""The API of the inspection room: records between two days, who may look, and the signed file of a period."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from pages.api import ApiActor
from pages.asking import id_in
from pages.idempotency import IdempotencyKey, post
from pages.inspection.files import sent
from pages.paging import PageNumber, PageSize, as_json, collection
from studio.inspection.actions import ask_bundle, end_visit, look_at_records, open_visit
from studio.inspection.models import Bundle, Visit
from studio.inspection.queries import bundles, inspection_desk, visits
from studio.inspection.refusals import BundleIsGone
from studio.kernel.text import t
from studio.kernel.work import Action, Work, ask, perform

router = APIRouter(prefix="/inspection", tags=["inspection"])


class NewVisit(BaseModel):
    """Who is let in, from which office, and for how many hours."""

    name: Annotated[str, Field(max_length=200)]
    office: Annotated[str, Field(max_length=200)]
    email: Annotated[str, Field(max_length=320)]
    hours: int
    language: Annotated[str, Field(max_length=20)] = "en"


class NewBundle(BaseModel):
    """The records of which days, both counted, and whether with all that was signed."""

    first: date
    last: date
    in_full: bool = False


@router.get("/lists")
def get_lists(actor: ApiActor) -> Response:
    """What an inspector is shown: the lists there are, with their columns."""
    desk = ask(actor, inspection_desk)
    lists = ({"key": one.key, "title": t(one.title), "columns": list(map(t, one.columns))} for one in desk.lists)
    return as_json({"items": list(lists), "in_full": desk.in_full})


@router.get("/lists/{key}")
def get_records(
    key: Annotated[str, Path(max_length=60)], actor: ApiActor, first: date | None = None, last: date | None = None,
    page: PageNumber = 1, size: PageSize = 50,
) -> Response:  # fmt: skip
    """A page of one list between two days, both counted; who looked is written in the journal."""
    found = perform(actor, look_at_records, key, first, last, page, size)
    return collection(({"id": line.id, "cells": line.cells} for line in found.lines), found.total, page, size)


@router.get("/visits")
def get_visits(actor: ApiActor) -> Response:
    """The latest inspectors: who may look until when, and who might before."""
    return as_json({"items": ask(actor, visits)})


@router.post("/visits", status_code=201)
def post_visit(made: NewVisit, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Let an inspector in for a while; the code they choose a password with is told only here."""
    told = made.model_dump()
    letting = Action(open_visit.name, open_visit.needs, lambda work: open_visit(work, **told))
    return post(actor, key, letting, (), _let_in, asked_for=told)


@router.post("/visits/{visit_id}/end")
def post_end(visit_id: UUID, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """They may not look any more, from this moment."""
    return post(actor, key, end_visit, (visit_id,), lambda _, done: {"id": visit_id}, status=200)


@router.get("/bundles")
def get_bundles(actor: ApiActor) -> Response:
    """The latest files that were taken along, with digest and key."""
    return as_json({"items": ask(actor, bundles)})


@router.post("/bundles", status_code=201)
def post_bundle(made: NewBundle, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Ask for the records of these days as one file: for ten minutes it can be read, once, by whoever asked."""
    return post(actor, key, ask_bundle, (made.first, made.last, made.in_full), _asked)


@router.get("/bundles/{bundle_id}")
def get_bundle(bundle_id: str, actor: ApiActor) -> StreamingResponse:
    """The signed zip, made while it is sent; `docs/verify_bundle.py` verifies it."""
    return sent(actor, id_in(bundle_id, BundleIsGone))


def _let_in(_: Work, done: tuple[Visit, str]) -> dict[str, Any]:
    visit, code = done
    return {"id": visit.id, "user_id": visit.user_id, "until": visit.until, "code": code}


def _asked(_: Work, bundle: Bundle) -> dict[str, Any]:
    return {"id": bundle.id, "url": f"/api/v1/inspection/bundles/{bundle.id}"}
