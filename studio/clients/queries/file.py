"""Small reads around a client's file: portrait, consents, scanned codes, and who may be the same person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.clients import refusals
from studio.clients.codes import OwnCode, recognise
from studio.clients.models import Client
from studio.clients.queries.health import ConsentState, consents_of
from studio.clients.queries.registrations import Candidate, candidates_of
from studio.clients.rules.forms import Form
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query

CLIENT = columns_of(Client).c


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scanned code stands for: a client of ours, or only `text` to be shown."""

    client_code: str = ""
    text: str = ""


@query("clients.client.see")
def scanned(read: Read, text: str) -> Scanned:
    """Whose code it is. Raises ClientIsUnknown for a code of ours whose client is gone."""
    found = recognise(read.house, text)
    if not isinstance(found, OwnCode):
        return Scanned(text=found.text)
    known = select(CLIENT.id).where(CLIENT.code == found.client_code)
    if read.connection.execute(known).first() is None:
        raise refusals.ClientIsUnknown
    return Scanned(client_code=found.client_code)


@query("clients.client.see")
def photo_of(read: Read, code: str, size: Literal["s", "l"] = "s") -> bytes:
    """The portrait as JPEG, small or large. Raises Missing when there is none."""
    column = CLIENT.photo_small if size == "s" else CLIENT.photo
    kept = read.connection.execute(select(column).where(CLIENT.code == code.strip().upper())).scalar()
    if not kept:
        raise Missing
    return read.house.files.read(kept)


@query("clients.client.see")
def consents_now(read: Read, client_id: UUID) -> dict[str, ConsentState]:
    """Each consent by its kind, as its latest tick left it."""
    return consents_of(read, client_id)


@query("clients.client.see")
def likely_clients(read: Read, details: Mapping[str, Any]) -> tuple[Candidate, ...]:
    """Who on file may be the person being typed; needs at least a name, knows phone, e-mail and birth date."""
    known = {"name": "", "phone": "", "email": "", "birth_date": None, **details}
    return candidates_of(read, Form(known, (), {})) if known["name"] else ()
