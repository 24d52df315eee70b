"""Forms that wait in a made-up inbox: a probable duplicate, a minor with a guardian, several languages."""

from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.demo.people import Person, make_person
from studio.clients.filing import frame_of
from studio.clients.models import Client
from studio.clients.rules.age import is_minor
from studio.clients.rules.details import GUEST_FIELDS
from studio.clients.rules.forms import read_form
from studio.clients.rules.health import complete_ticks, light_of
from studio.kernel.work import Work

CLIENT = columns_of(Client).c


def make_forms(random: Random, work: Work) -> list[dict[str, Any]]:
    """Six forms of the last hours, as rows of the inbox."""
    today = work.now.date()
    people = [make_person(random, 400 + number, today) for number in range(6)]
    payloads = [_payload(person) for person in people]
    payloads[2] |= _known(work, payloads[2])
    payloads[4] |= _young(random, today.year - 16)
    return [
        _row(work, payload, minutes=7 + 43 * number, form_id=UUID(int=random.getrandbits(128)))
        for number, payload in enumerate(payloads)
    ]


def _payload(person: Person) -> dict[str, Any]:
    details = {field: str(value) for field, value in person.values.items() if value and field in GUEST_FIELDS}
    health = {
        one.question: {"answer": one.answer, "choices": list(one.choices), "detail": one.detail}
        for one in person.answers
    }
    return {**details, "health": complete_ticks(health, []), "consents": dict.fromkeys(person.consents, True)}


def _known(work: Work, payload: dict[str, Any]) -> dict[str, Any]:
    """Somebody on file who came with a new address and wrote their name a little differently."""
    on_file = select(CLIENT.name, CLIENT.phone, CLIENT.email, CLIENT.birth_date).where(
        CLIENT.phone != "", CLIENT.birth_date.is_not(None)
    )
    row = work.connection.execute(on_file.order_by(CLIENT.number).limit(1)).first()
    if row is None:
        return {}
    return {
        "name": f"{row.name}{row.name[-1]}",
        "phone": row.phone,
        "email": row.email,
        "birth_date": str(row.birth_date),
        "address": "12 Quay Lane",
    }


def _young(random: Random, year: int) -> dict[str, Any]:
    guardian = make_person(random, 777, date(year, 1, 1)).values
    return {
        "birth_date": f"{year}-03-14",
        "guardian_name": guardian["name"],
        "guardian_relation": "mother",
        "guardian_phone": "+447700900777",
    }


def _row(work: Work, payload: dict[str, Any], *, minutes: int, form_id: UUID) -> dict[str, Any]:
    frame = frame_of(work.house)
    form = read_form(payload, frame)
    return {
        "form_id": form_id.hex,
        "name": form.details["name"],
        "language": payload.get("language", "en"),
        "health_light": light_of(form.answers),
        "minor": is_minor(form.details.get("birth_date"), frame.today, frame.adult, frame.leap),
        "payload": form.payload(),
        "submitted_at": work.now - timedelta(minutes=minutes),
    }
