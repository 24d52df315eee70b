"""Forms that wait and are alike: a guest who sent twice, on two phones or after losing patience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.folding import fold
from storage.table import columns_of
from studio.clients import refusals
from studio.clients.masking import sight_of
from studio.clients.models import Registration
from studio.clients.rules.cleaning import digits
from studio.clients.rules.forms import stored_form
from studio.clients.rules.matching import PROBABLE, Likeness, matching_score
from studio.kernel.work import Read, query

FORM = columns_of(Registration).c


@dataclass(frozen=True, slots=True)
class Twin:
    """A waiting form that is probably from the same guest."""

    id: UUID
    name: str
    phone: str
    email: str
    submitted_at: datetime


@query("clients.registration.see")
def twins_of(read: Read, registration_id: UUID) -> tuple[Twin, ...]:
    """Other waiting forms like this one, oldest first; none when it waits no more. Raises RegistrationIsUnknown."""
    known = _waiting(read)
    if registration_id not in known:
        if read.connection.execute(select(FORM.id).where(FORM.id == registration_id)).first() is None:
            raise refusals.RegistrationIsUnknown
        return ()
    mine = known.pop(registration_id)[1]
    alike = (twin for twin, other in known.values() if _same(mine, other))
    return tuple(alike if sight_of(read).is_whole else (replace(twin, phone="", email="") for twin in alike))


@query("clients.registration.see")
def forms_alike(read: Read) -> frozenset[UUID]:
    """Every waiting form that has a twin."""
    known = _waiting(read)
    alike: set[UUID] = set()
    for ids in _sharing({form: likeness for form, (_, likeness) in known.items()}):
        for one in set(ids) - alike:
            others = (known[other][1] for other in ids if other != one)
            if any(_same(known[one][1], other) for other in others):
                alike.add(one)
    return frozenset(alike)


def _waiting(read: Read) -> dict[UUID, tuple[Twin, Likeness]]:
    found = select(FORM.id, FORM.payload, FORM.submitted_at).where(FORM.state == "waiting")
    return {
        row.id: _read(row.id, row.payload, row.submitted_at)
        for row in read.connection.execute(found.order_by(FORM.submitted_at, FORM.id))
    }


def _read(form_id: UUID, payload: Mapping[str, Any], at: datetime) -> tuple[Twin, Likeness]:
    told = stored_form(payload).details
    name, phone, email = told["name"], told.get("phone") or "", told.get("email") or ""
    return Twin(form_id, name, phone, email, at), Likeness(name, digits(phone), email, told.get("birth_date"))


def _sharing(known: Mapping[UUID, Likeness]) -> Iterable[list[UUID]]:
    """Forms that have name, phone, e-mail or birth date in common: the only ones worth comparing."""
    shared: dict[object, list[UUID]] = defaultdict(list)
    for form, one in known.items():
        for trace in {fold(one.name), one.phone_digits, one.email, one.birth_date} - {"", None}:
            shared[trace].append(form)
    return [forms for forms in shared.values() if len(forms) > 1]


def _same(one: Likeness, other: Likeness) -> bool:
    return matching_score(one, other) >= PROBABLE
