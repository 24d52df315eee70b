"""Filling an empty studio with clients, a few thousand at a time, each batch one act with one journal entry."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from typing import Any
from uuid import UUID

from sqlalchemy import Table, insert

from storage import search
from storage.table import columns_of
from studio.clients import facts
from studio.clients.consents import BY_KEY as CONSENTS
from studio.clients.demo.further import keep_looks, some_twice
from studio.clients.demo.people import Person, level, make_person
from studio.clients.demo.portraits import draw_face
from studio.clients.demo.visitors import make_forms
from studio.clients.filing import ARCHIVED, PRESENT, code_of, derived, next_numbers
from studio.clients.models import Client, ClientTag, ConsentTick, HealthAnswer, Registration
from studio.clients.rules.health import health_light
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.text import speaking, t
from studio.kernel.work import Work, action, perform

BATCH = 5000
FACES = 24
Rows = list[dict[str, Any]]


def fill(house: House, plan: DemoPlan) -> None:
    """Put made-up clients on file, spread over the years, and a few forms into the inbox."""
    now, years = house.clock.now(), timedelta(days=365.25 * plan.years)
    today = house.clock.today(house.settings["studio.zone"])
    for start in range(0, plan.clients, BATCH):
        numbers = range(start, min(start + BATCH, plan.clients))
        people = some_twice([make_person(plan.random, number, today) for number in numbers])
        moments = [now - years + years * ((number + 1) / (plan.clients + 1)) for number in numbers]
        perform(CONSOLE, fill_batch, people, moments, plan.random.random())
    owner = plan.people.get("owner")
    perform(CONSOLE, fill_inbox, plan.random.random(), owner.id if owner else None, owner.name if owner else "")
    search.settle(house.db)


@action("clients.demo.fill")
def fill_batch(work: Work, people: Sequence[Person], moments: Sequence[datetime], seed: float) -> int:
    """Put people on file as of the given moments, findable like any client."""
    random = Random(seed)  # noqa: S311
    numbers = next_numbers(work, len(people))
    clients = [_client(work, random, *one) for one in zip(people, moments, numbers, strict=True)]
    _insert(work, columns_of(Client), clients)
    _insert(
        work, columns_of(ClientTag), [{"tag": tag, "client_id": row["id"]} for row in clients for tag in row["tags"]]
    )
    _insert(
        work,
        columns_of(HealthAnswer),
        [row for one, client in zip(people, clients, strict=True) for row in _answers(random, one, client)],
    )
    _insert(work, columns_of(ConsentTick), list(_ticks(random, people, clients)))
    search.put_many(work.connection, (_entry(*one) for one in zip(people, clients, strict=True)))
    work.note("client", f"{clients[0]['code']}…{clients[-1]['code']}", None, {"count": len(clients)})
    work.emit(facts.ClientsFilled(len(clients)))
    return len(clients)


@action("clients.demo.inbox", needs="clients.demo.fill")
def fill_inbox(work: Work, seed: float, owner: UUID | None = None, name: str = "") -> int:
    """Let a few forms wait, one of them probably from somebody already on file; tags get colours."""
    keep_looks(work, owner, name)
    forms = make_forms(Random(seed), work)  # noqa: S311
    for form in forms:
        work.add(Registration(**form))
    work.emit(facts.ClientsFilled(0))
    return len(forms)


def _client(work: Work, random: Random, person: Person, at: datetime, number: int) -> dict[str, Any]:
    archived = at + timedelta(days=30) if random.random() < 0.02 and at < work.now - timedelta(days=60) else None
    light = health_light((answer.question, answer.answer, level(answer)) for answer in person.answers)
    photos = _photos(work, random, str(person.values["pronouns"])) if number <= FACES * 2 and number % 2 else {}
    return {
        "id": born_at(random, at), "number": number, "code": code_of(number), "version": 1,
        "created_at": at, "updated_at": at, "guardian_name": "", "guardian_relation": "", "guardian_phone": "",
        "guardian_birth_date": None, "photo": None, "photo_small": None, "health_light": light, "archived_at": archived,
        **person.values, **derived(person.values), **photos,
    }  # fmt: skip


def _photos(work: Work, random: Random, pronouns: str) -> dict[str, str]:
    portrait = draw_face(random, pronouns)
    return {"photo": work.house.files.put(portrait.large), "photo_small": work.house.files.put(portrait.small)}


def _answers(random: Random, person: Person, client: dict[str, Any]) -> Rows:
    at = client["created_at"]
    return [
        {
            "id": born_at(random, at), "created_at": at, "updated_at": at, "version": 1, "client_id": client["id"],
            "question": answer.question, "answer": answer.answer, "choices": " ".join(answer.choices),
            "detail": answer.detail, "level": level(answer), "answered_at": at, "source": "phone",
        }
        for answer in person.answers
    ]  # fmt: skip


def _ticks(random: Random, people: Sequence[Person], clients: Rows) -> Iterator[dict[str, Any]]:
    wordings: dict[tuple[str, str], str] = {}
    for person, client in zip(people, clients, strict=True):
        at, language = client["created_at"], client["language"]
        for kind in person.consents:
            if (kind, language) not in wordings:
                with speaking(language):
                    wordings[kind, language] = t(CONSENTS[kind].wording)
            yield {
                "id": born_at(random, at), "created_at": at, "updated_at": at, "version": 1, "client_id": client["id"],
                "kind": kind, "given": True, "at": at, "language": language, "wording": wordings[kind, language],
                "source": "phone",
            }  # fmt: skip


def _entry(person: Person, client: dict[str, Any]) -> search.Entry:
    words = (
        client["name"],
        client["preferred_name"],
        client["email"],
        client["code"],
        client["phone_digits"],
        person.national,
    )
    kind = ARCHIVED if client["archived_at"] else PRESENT
    shown = client["phone"] or client["email"]
    return search.Entry(
        kind, client["id"], client["code"], client["name"], shown, tuple(word for word in words if word)
    )


def _insert(work: Work, table: Table, rows: Rows) -> None:
    if rows:
        work.connection.execute(insert(table), rows)


def born_at(random: Random, at: datetime) -> UUID:
    """A version 7 id that sorts by the moment it stands for; the same seed gives the same ids."""
    milliseconds = int(at.timestamp() * 1000)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | random.getrandbits(12) << 64 | 0b10 << 62 | random.getrandbits(62))
