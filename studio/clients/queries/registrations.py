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
from studio.clients.masking import Sight, sight_of, without_contact
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
    about_id: UUID | None
    """Whose own code it came through."""
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
    contact_hidden: bool = False
    about: str = ""
    """The code of whose own code it came through; that client is the first candidate."""


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
    candidates = candidates_of(read, form, row.about_id) if row.state == "waiting" else ()
    about = next((one.code for one in candidates if one.id == row.about_id), "")
    hidden = not sight_of(read).is_whole
    details = without_contact(form.details) if hidden else form.details
    answers = form.answers if may_read else None
    return RegistrationView(RegistrationRow(*row[:-1]), details, answers, form.consents, candidates, hidden, about)


def candidates_of(read: Read, form: Form, about: UUID | None = None) -> tuple[Candidate, ...]:
    """Clients who may be who the form is about, the likeliest first; before all, the one whose own code it was."""
    guest = likeness(form.details)
    sight, kept = sight_of(read), ("id", "code", "version", "photo_small", "phone_digits", "artist_id", "filed_by")
    columns = [CLIENT[field] for field in (*kept, *FIELDS)]
    near = select(*columns).where(CLIENT.archived_at.is_(None), or_(*_traces(read, form, guest, about))).limit(200)
    found = [_candidate(guest, form, dict(row._mapping), sight) for row in read.connection.execute(near)]
    likely = [candidate for candidate in found if candidate.score >= POSSIBLE or candidate.id == about]
    return tuple(sorted(likely, key=lambda one: (one.id != about, -one.score, one.code))[:5])


def _traces(read: Read, form: Form, guest: Likeness, about: UUID | None) -> list[ColumnElement[bool]]:
    traces: list[ColumnElement[bool]] = [CLIENT.id == about] if about else []
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


def _candidate(guest: Likeness, form: Form, row: dict[str, Any], sight: Sight) -> Candidate:
    score, told = matching_score(guest, likeness(row)), form.details
    if not sight.shows(row["artist_id"], row["filed_by"]):
        row, told = without_contact(row), without_contact(told)
    shown = {field: row[field] for field in ("id", "code", "version", "name", "phone", "email", "photo_small")}
    return Candidate(**shown, score=score, plan=merge_plan(row, told))


def likeness(values: dict[str, Any]) -> Likeness:
    """What a form or a client is compared by."""
    return Likeness(
        values["name"], digits(values.get("phone") or ""), values.get("email") or "", values.get("birth_date")
    )
