"""What made-up signings are put together from: what a client gave, a document they showed, a moment gone by."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from studio.clients.consents import CONSENTS
from studio.clients.models import Client
from studio.clients.queries.health import answers_of
from studio.clients.questions import QUESTIONS
from studio.consent.filing import store_part
from studio.consent.handwriting import write
from studio.consent.models import Ceremony
from studio.consent.rules.payload import Given, read_payload
from studio.consent.rules.sheet import blocks_of, clause_keys, digest_of, read_marks
from studio.consent.store import put_to_use
from studio.consent.templates import TATTOO_ADULT
from studio.consent.terms import sheet_of
from studio.jurisdiction.rules import age_on
from studio.kernel.work import Read, Work

FILL = "consent.demo.fill"
TALKED = "Talked it over; their doctor agrees."
ISSUERS = ("United Kingdom", "Portugal", "Ireland", "Poland")


@contextmanager
def as_of(work: Work, at: datetime) -> Iterator[None]:
    """What is written meanwhile counts as written then; only the journal says when it really was."""
    now = work.now
    work.now = work.session.info["now"] = at
    yield
    work.session.flush()
    work.now = work.session.info["now"] = now


def identity_of(random: Random, born: object, at: datetime) -> dict[str, Any]:
    """A made-up document somebody showed."""
    expiry = at.date() + timedelta(days=random.randint(200, 3000))
    return {"kind": random.choice(["passport", "id_card", "driving_licence"]), "issuer": random.choice(ISSUERS),
            "last4": f"{random.randint(0, 9999):04d}", "expiry": expiry.isoformat(), "birth_date": born}  # fmt: skip


def part_of(
    work: Work, random: Random, client: Client, at: datetime, template: str = TATTOO_ADULT, **session: Any
) -> tuple[Ceremony, Any]:
    """A signing and what the client gave."""
    edition = put_to_use(work, template)
    sheet = sheet_of(work.connection, work.house, edition, client.language or "en")
    ceremony = Ceremony(
        client_id=client.id,
        template=template,
        language=sheet["language"],
        session_on=at.astimezone(ZoneInfo(work.house.settings["studio.zone"])).date(),
        place="desk",
        state="signed",
        about="",
        signed_at=at,
        opened_by_name="Noor Haddad",
        **session,
    )
    with as_of(work, at - timedelta(minutes=9)):
        work.add(ceremony)
    given = _given(work, random, client, sheet, at)
    age = age_on(client.birth_date, at.date()) if client.birth_date else 0
    return ceremony, store_part(work, ceremony, client, given, sheet, UUID(int=random.getrandbits(128)).hex, age, at)


def _given(work: Work, random: Random, client: Client, sheet: dict[str, Any], at: datetime) -> Given:
    on_file = answers_of(Read(work.connection, work.actor, work.house, "all"), client.id)
    health: dict[str, Any] = {question.key: False for question in QUESTIONS}
    for one in on_file:
        health[one.question] = {"answer": one.answer, "choices": list(one.choices), "detail": one.detail}
    health["intoxicated"] = False
    letters = len(client.name.split()[0])
    return read_payload(
        {
            "digest": digest_of(sheet),
            "read": list(read_marks(sheet["content"])),
            "initials": {key: write(random, 2, 176, 116) for key in clause_keys(sheet["content"])},
            "health": health,
            "consents": {one.key: one.key == "health_data" or random.random() < 0.6 for one in CONSENTS},
            "e_form": True,
            "intent": True,
            "signature": write(random, letters + 2, 740, 232),
            "clock": at.isoformat(),
            **_asked(sheet["content"]),
        },
        sheet["content"],
    )


def _asked(content: dict[str, Any]) -> dict[str, Any]:
    """What a text asks besides health: a small motif, on the left side of the chest where it can be shown."""
    told = {"yes_no": "no", "text": "A small swallow, black, 6 cm", "number": "6"}
    questions = {one["key"]: told.get(one["answer"]) or _first(one) for one in blocks_of(content, "question")}
    places = {one["key"]: ["front.chest_left"] for one in blocks_of(content, "body_map")}
    return {"questions": questions, "places": places}


def _first(block: dict[str, Any]) -> object:
    """The first of several to choose from."""
    keys = [choice["key"] for choice in block.get("choices", ())][:1]
    return keys if block["answer"] == "many" else next(iter(keys), "")
