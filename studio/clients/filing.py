"""Putting clients on file: what the verbs of this room share below their permissions."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, text
from sqlmodel import select

from storage import search
from storage.folding import fold
from storage.table import columns_of
from studio.clients import facts
from studio.clients.consents import BY_KEY as CONSENTS
from studio.clients.models import Client, ClientTag, ConsentTick, HealthAnswer
from studio.clients.rules.cleaning import digits
from studio.clients.rules.details import Frame
from studio.clients.rules.finding import found_by
from studio.clients.rules.health import Answer, health_light
from studio.clients.rules.wanting import wanted
from studio.jurisdiction.rules import adult_age
from studio.kernel.house import House
from studio.kernel.text import speaking, t
from studio.kernel.work import Work

TAGS = columns_of(ClientTag)
PRESENT, ARCHIVED = "client", "client-archived"

NEXT = text(
    "INSERT INTO client_counter (name, value) VALUES (:name, :step) "
    "ON CONFLICT (name) DO UPDATE SET value = client_counter.value + :step RETURNING value"
)


def frame_of(house: House) -> Frame:
    """The studio's date and country, and who counts as adult by its rules."""
    from studio.jurisdiction.shelf import in_force

    settings, profile = house.settings, in_force(house)
    adult = adult_age(profile, settings["clients.adult_age"])
    today = house.clock.today(settings["studio.zone"])
    return Frame(today, settings["studio.country"], adult, profile.majority.leap_birthday)


def guest_frame(house: House) -> Frame:
    """As `frame_of`, for a form a guest sends: it may leave nothing empty that the rules in force want."""
    from studio.jurisdiction.shelf import in_force

    return replace(frame_of(house), wanted=wanted(in_force(house).registration.fields))


def next_numbers(work: Work, count: int = 1) -> range:
    """The next numbers of the clients' sequence; given back when the act fails, so that none is ever missing."""
    last = int(work.connection.execute(NEXT, {"name": "client", "step": count}).scalar_one())
    return range(last - count + 1, last + 1)


def code_of(number: int) -> str:
    """CL-0001 and on; numbers above 9999 grow longer."""
    return f"CL-{number:04d}"


def put_on_file(work: Work, values: Mapping[str, Any]) -> Client:
    """Store a new client from cleaned values, findable by its words and tags, and say so."""
    number = next_numbers(work)[0]
    by = work.actor.id if work.actor.kind == "person" else None
    client = work.add(Client(number=number, code=code_of(number), filed_by=by, **values, **derived(values)))
    work.emit(facts.ClientCreated(client.id))
    make_findable(work, client)
    _index_tags(work, client, client.tags)
    return client


def change(work: Work, client: Client, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Write what differs; returns the names of the fields that changed."""
    changed = {field: value for field, value in values.items() if getattr(client, field) != value}
    for field, value in {**changed, **derived(changed)}.items():
        setattr(client, field, value)
    if changed:
        work.emit(facts.ClientEdited(client.id, tuple(changed)))
        make_findable(work, client)
    if "tags" in changed:
        work.connection.execute(delete(TAGS).where(TAGS.c.client_id == client.id))
        _index_tags(work, client, client.tags)
    return tuple(changed)


def derived(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns lists sort by and searches compare, from the fields they follow."""
    followed: dict[str, Any] = {}
    if "name" in values:
        followed["name_key"] = fold(values["name"])
    if "phone" in values:
        followed["phone_digits"] = digits(values["phone"])
    return followed


def make_findable(work: Work, client: Client) -> None:
    """Keep the search index in step, in the same transaction."""
    kind, other = (ARCHIVED, PRESENT) if client.archived_at else (PRESENT, ARCHIVED)
    if client.version > 1:
        search.drop(work.connection, other, client.id)
    search.put(work.connection, kind, client.id, **index_entry(client, work.house.settings["studio.country"]))


def index_entry(client: Client, country: str) -> dict[str, Any]:
    """What a client is found by and shown as."""
    shown = client.name, client.preferred_name, client.email, client.phone, client.code
    return {
        "code": client.code,
        "title": client.name,
        "subtitle": client.phone or client.email,
        "words": found_by(*shown, country),
    }


def keep_answers(work: Work, client: Client, answers: Iterable[Answer], source: str) -> None:
    """Write health answers over the earlier ones to the same questions, and set the light."""
    found = work.session.exec(select(HealthAnswer).where(HealthAnswer.client_id == client.id))
    known, given = {row.question: row for row in found}, list(answers)
    asked_before = bool(known)
    for answer in given:
        earlier = known.get(answer.question)
        row = known.setdefault(answer.question, _unanswered(client, answer, work))
        row.before = _told_before(earlier, answer) if asked_before else None
        row.answer, row.choices, row.detail = answer.answer, " ".join(answer.choices), answer.detail
        row.level, row.answered_at, row.source = answer.level, work.now, source
        work.add(row)
    if given:
        client.health_light = health_light((row.question, row.answer, row.level) for row in known.values())
        work.emit(facts.HealthChanged(client.id, client.health_light))


def keep_consent(work: Work, client_id: UUID, kind: str, given: bool, source: str, language: str) -> ConsentTick:
    """Add a tick with the words that were read, in the language they were read in."""
    with speaking(language or None):
        wording = t(CONSENTS[kind].wording)
    tick = ConsentTick(
        client_id=client_id, kind=kind, given=given, at=work.now, language=language, wording=wording, source=source
    )
    work.add(tick)
    work.emit(facts.ConsentChanged(client_id, kind, given))
    return tick


def _told_before(earlier: HealthAnswer | None, now: Answer) -> dict[str, Any] | None:
    """What stood there the time before, where it was something else; an answer of None was no answer."""
    if earlier is None:
        return {"answer": None, "choices": "", "detail": ""}
    was = {"answer": earlier.answer, "choices": earlier.choices, "detail": earlier.detail}
    return was if was != {"answer": now.answer, "choices": " ".join(now.choices), "detail": now.detail} else None


def _unanswered(client: Client, answer: Answer, work: Work) -> HealthAnswer:
    return HealthAnswer(
        client_id=client.id, question=answer.question, answer=False, level=answer.level, answered_at=work.now
    )


def _index_tags(work: Work, client: Client, tags: list[str]) -> None:
    if tags:
        work.connection.execute(insert(TAGS), [{"tag": tag, "client_id": client.id} for tag in tags])
