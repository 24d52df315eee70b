"""POSTs that may be sent again: the same Idempotency-Key gets the same answer for a day, and the act happens once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import orjson
from fastapi import Header, Response
from sqlalchemy import Table, insert, select
from uuid_utils.compat import uuid7

from studio.kernel.actor import Actor
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_
from studio.kernel.work import Action, Work, perform
from studio.staff.models import ApiReplay

R = TypeVar("R")
Answer = tuple[int, bytes]

IdempotencyKey = Annotated[
    str,
    Header(alias="Idempotency-Key", max_length=255, description="Send it again with the same key and it happens once."),
]
_kept: Table = ApiReplay.__table__  # type: ignore[attr-defined]  # SQLModel adds it


class KeyIsReused(Refusal):
    sentence = N_("This Idempotency-Key was used for something else. Use a new one for each new request.")


def post(
    actor: Actor,
    key: str,
    verb: Action[..., R],
    args: tuple[Any, ...],
    answer: Callable[[Work, R], Any],
    *,
    status: int = 201,
    asked_for: Any = None,
) -> Response:
    """Perform the verb and answer with what `answer` makes of its result, all in one transaction.

    With a key the answer is kept beside the act, so that neither can be there without the other. `asked_for` tells
    requests apart where the arguments differ each time, as a salted password does. Blocks.
    """

    def act(work: Work) -> Answer:
        known = _known(work, key_hash, asked) if key else None
        if known is not None:
            return known
        body = orjson.dumps(answer(work, verb(work, *args)))
        if key:
            _keep(work, key_hash, asked, status, body)
        return status, body

    key_hash = _digest([key, actor.session_id or actor.id])
    asked = _digest([verb.name, args if asked_for is None else asked_for])
    sent, body = perform(actor, Action(verb.name, verb.needs, act))
    return Response(body, sent, media_type="application/json")


def _known(work: Work, key_hash: str, asked: str) -> Answer | None:
    found = select(_kept.c.request_hash, _kept.c.status, _kept.c.body).where(_kept.c.key_hash == key_hash)
    row = work.connection.execute(found).first()
    if row is None:
        return None
    if row.request_hash != asked:
        raise KeyIsReused
    return row.status, row.body.encode()


def _keep(work: Work, key_hash: str, asked: str, status: int, body: bytes) -> None:
    row = {"id": uuid7(), "created_at": work.now, "updated_at": work.now, "version": 1}
    kept = {"key_hash": key_hash, "request_hash": asked, "status": status, "body": body.decode()}
    work.session.flush()
    work.connection.execute(insert(_kept), row | kept)


def _digest(value: Any) -> str:
    """A print of what was asked; in plain letters, since what people send may hold what UTF-8 cannot."""
    return hashlib.sha256(json.dumps(value, default=str, sort_keys=True).encode()).hexdigest()
