"""The inbox: forms that wait, and one form beside the clients it may belong to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from storage import search
from storage.folding import fold
from storage.table import columns_of
from studio.clients import refusals
from studio.clients.filing import PRESENT, frame_of
from studio.clients.models import Client, Registration
from studio.clients.queries.lists import LARGEST_PAGE, Page
from studio.clients.rules.cleaning import digits
from studio.clients.rules.forms import Form, stored_form
from studio.clients.rules.health import Answer
from studio.clients.rules.matching import POSSIBLE, Likeness, matching_score
from studio.clients.rules.merging import FIELDS, MergeField, merge_plan
from studio.clients.rules.phones import national_digits
from studio.kernel.work import Read, query

FORM, CLIENT = columns_of(Registration).c, columns_of(Client).c
STATES = ("waiting", "accepted", "merged", "declined")
DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """A form as the inbox lists it."""

    id: UUID
    version: int
    state: str
    name: str
    language: str
    health_light: str
    minor: bool
    submitted_at: datetime
    client_id: UUID | None
    reason: str
    decided_by: str
    decided_at: datetime | None


ROW = tuple(FORM[field] for field in RegistrationRow.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client on file who may be the guest, and what merging would change."""

    id: UUID
    code: str
    version: int
    name: str
    phone: str
    email: str
    photo_small: str | None
    score: int
    plan: tuple[MergeField, ...]


@dataclass(frozen=True, slots=True)
class RegistrationView:
    """A form with all a colleague needs to decide. `answers` is None for those who may see the light only."""

    row: RegistrationRow
    details: dict[str, Any]
    answers: tuple[Answer, ...] | None
    consents: dict[str, bool]
    candidates: tuple[Candidate, ...]


@query("clients.registration.see")
def list_registrations(
    read: Read, *, state: str = "waiting", page: int = 1, size: int = 50, newest: bool = False
) -> Page[RegistrationRow]:
    """Forms in one state, those that wait longest first unless the `newest` are asked for.

    `decided` lists all that do not wait, an empty state all.
    """
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    if state and state not in (*STATES, DECIDED):
        raise refusals.UnknownChoice("state")
    states = STATES[1:] if state == DECIDED else (state,) if state else STATES
    wanted = FORM.state.in_(states)
    order = FORM.submitted_at if state == "waiting" and not newest else FORM.submitted_at.desc()
    found = select(*ROW).where(wanted).order_by(order, FORM.id).limit(size).offset((page - 1) * size)
    items = [RegistrationRow(*row) for row in read.connection.execute(found)]
    total = read.connection.execute(
        select(func.count()).select_from(columns_of(Registration)).where(wanted)
    ).scalar_one()
    return Page(items, total, page, size)


@query("clients.registration.see")
def waiting_count(read: Read) -> int:
    """How many forms wait, for the badge."""
    return int(read.connection.execute(select(func.count()).where(FORM.state == "waiting")).scalar_one())


@query("clients.registration.see")
def registration_with_matches(read: Read, registration_id: UUID) -> RegistrationView:
    """One form and up to five clients it may belong to, the likeliest first; two statements."""
    row = read.connection.execute(select(*ROW, FORM.payload).where(FORM.id == registration_id)).first()
    if row is None:
        raise refusals.RegistrationIsUnknown
    form = stored_form(row.payload)
    may_read = read.house.rights.scope(read.actor, "clients.health.see") is not None
    candidates = candidates_of(read, form) if row.state == "waiting" else ()
    return RegistrationView(
        RegistrationRow(*row[:-1]), form.details, form.answers if may_read else None, form.consents, candidates
    )


def candidates_of(read: Read, form: Form) -> tuple[Candidate, ...]:
    """Clients who may be who the form is about, the likeliest first."""
    guest = likeness(form.details)
    columns = [CLIENT[field] for field in ("id", "code", "version", "photo_small", "phone_digits", *FIELDS)]
    near = select(*columns).where(CLIENT.archived_at.is_(None), or_(*_traces(read, form, guest))).limit(200)
    found = [_candidate(guest, form, dict(row._mapping)) for row in read.connection.execute(near)]
    likely = [candidate for candidate in found if candidate.score >= POSSIBLE]
    return tuple(sorted(likely, key=lambda candidate: (-candidate.score, candidate.code))[:5])


def _traces(read: Read, form: Form, guest: Likeness) -> list[ColumnElement[bool]]:
    traces: list[ColumnElement[bool]] = []
    named = search.matching(guest.name, PRESENT)
    if named is not None:
        traces.append(CLIENT.id.in_(named.limit(100)))
    if guest.phone_digits:
        country = frame_of(read.house).country
        traces.append(CLIENT.phone_digits.in_({guest.phone_digits, national_digits(form.details["phone"], country)}))
    if guest.email:
        traces.append(CLIENT.email == guest.email)
    if guest.birth_date:
        traces.append(CLIENT.birth_date == guest.birth_date)
    return traces or [CLIENT.name_key == fold(guest.name)]


def _candidate(guest: Likeness, form: Form, row: dict[str, Any]) -> Candidate:
    score = matching_score(guest, likeness(row))
    shown = {field: row[field] for field in ("id", "code", "version", "name", "phone", "email", "photo_small")}
    return Candidate(**shown, score=score, plan=merge_plan(row, form.details))


def likeness(values: dict[str, Any]) -> Likeness:
    """What a form or a client is compared by."""
    return Likeness(
        values["name"], digits(values.get("phone") or ""), values.get("email") or "", values.get("birth_date")
    )
