"""W2, W12 and putting a client on file, in process: the verbs and reads themselves, with rights and journal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from studio.clients.actions import create_client, submit_registration
from studio.clients.queries import find_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.queries import guest_of_token
from tests.bench.costs import largest
from tests.bench.figures import Figure, compared, in_turns
from tests.bench.limit import Limit
from tests.bench.people import keys, people
from tests.bench.raw import Raw
from tests.bench.studio import Studio, at_work
from tests.storage.walog import commits_in_log

SEARCH_GOAL, WRITE_GOAL = 4, 4


def searching(studio: Studio, scratch: Path) -> Iterator[Figure]:
    """W2: name and phone fragments, beside Limit on the same people."""
    wanted, limit = keys(studio.clients), Limit(scratch / f"limit-{studio.clients}.db", people(studio.clients))
    with at_work(studio) as (_, owner):
        pairs = (("name", wanted.names, limit.search_name), ("phone", wanted.phones, limit.search_phone))
        for what, fragments, floor in pairs:

            def mine(number: int, fragments: list[str] = fragments) -> None:
                assert ask(owner, find_clients, fragments[number % len(fragments)])

            def theirs(number: int, fragments: list[str] = fragments, floor: object = floor) -> None:
                assert floor(fragments[number % len(fragments)])  # type: ignore[operator]

            ours, base = in_turns(mine, theirs)
            op = f"W2 {what}, in process, {studio.clients:,}"
            yield compared(op, ours, base, SEARCH_GOAL).explained(partial(largest, mine))
    limit.close()


def creating(studio: Studio, scratch: Path) -> Iterator[Figure]:
    """A new client, durable, journalled and findable, beside the raw insert of the same rows."""
    with at_work(studio) as (house, owner):

        def create(number: int) -> None:
            details = {"name": f"Nova Pessoa{number}", "phone": f"118{number:08d}", "email": f"n{number}@example.com"}
            perform(owner, create_client, details)

        create(0)
        raw = Raw(house, scratch / "raw.db")
        ours, base = in_turns(create, raw.insert)
        raw.close()
        yield compared("create client, beside the raw insert", ours, base, WRITE_GOAL).explained(
            partial(largest, create)
        )
        yield syncs(house, "create client, fsyncs", lambda: create(-1))


def submitting(studio: Studio, scratch: Path) -> Iterator[Figure]:
    """W12b: what happens when a guest sends the form, beside Limit's insert and index."""
    limit, tokens = Limit(scratch / "limit-register.db", people(studio.clients)), studio.invite(3 + 72 + 31)
    with at_work(studio) as (house, _):
        waiting = iter([_guest(token) for token in tokens])

        def submit(number: int) -> None:
            actor = next(waiting)
            details = {"name": f"Nova Pessoa{number}", "phone": f"118{number:08d}", "email": f"n{number}@example.com"}
            details["birth_date"] = "1990-06-14"
            assert actor.id
            perform(actor, submit_registration, actor.id, "", "en", details)

        ours, base = in_turns(submit, limit.register, count=12, rounds=6)
        yield compared("W12b submit, in process", ours, base, WRITE_GOAL).explained(partial(largest, submit, 30))
        yield syncs(house, "W12b submit, fsyncs", lambda: submit(-1))
    limit.close()


def _guest(token: str) -> Actor:
    view = guest_of_token(token, "registration")
    assert view is not None
    return view.actor()


def syncs(house: House, op: str, act: object) -> Figure:
    """With `synchronous=FULL` each commit in the log is one fsync; attachments apart, nothing else is synced."""
    before = commits_in_log(house.db.path)
    act()  # type: ignore[operator]
    return Figure(op, commits_in_log(house.db.path) - before, "", 1)
