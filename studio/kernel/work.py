"""Work: one act, one transaction, one journal entry. The only way anything is changed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

import structlog
from sqlalchemy import Connection
from sqlmodel import Session, SQLModel

from storage.errors import StorageFault
from studio.kernel import journal
from studio.kernel.actor import Actor
from studio.kernel.changes import Change, plain, watch
from studio.kernel.facts import Fact
from studio.kernel.house import House, house
from studio.kernel.permissions import Scope
from studio.kernel.refusal import Denied, Missing, OutOfOrder, Stale
from studio.kernel.subject import Subject
from studio.kernel.undoing import Past

log = structlog.get_logger(__name__)

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=SQLModel)

Inverse = Callable[["Work", Past], None]

ACTIONS: dict[str, Action[Any, Any]] = {}
"""Every verb of every room, by name."""


class Work:
    """An open act: what verbs write through. Leaving it early changes nothing."""

    def __init__(self, house: House, session: Session, actor: Actor) -> None:
        self.house = house
        self.session = session
        self.actor = actor
        self.now = house.clock.now()
        self.action = ""
        self.facts: list[Fact] = []
        self.changes: list[Change] = []
        self._subject: Subject | None = None
        self.connection: Connection = session.connection()
        """The transaction itself, for Core statements and the search index."""
        watch(session, self.changes, self.now)

    def add(self, row: M) -> M:
        """Store a new row."""
        self.session.add(row)
        return row

    def get(self, model: type[M], row_id: Any, seen_version: int | None = None) -> M:
        """The row, or a refusal: Missing, or Stale when somebody saved it since it was seen."""
        row = self.session.get(model, row_id)
        if row is None:
            raise Missing
        if seen_version is not None and getattr(row, "version", None) != seen_version:
            self.session.expunge(row)  # it outlives the transaction, so that both versions can be shown
            raise Stale(row)
        return row

    def emit(self, fact: Fact) -> None:
        """Say what has happened. Rows changed before are written first, so that listeners can read them."""
        self.session.flush()
        self.facts.append(fact)
        self.house.bus.join(self, fact)

    def note(self, table: str, row_id: object, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        """Put a bulk or Core write into the journal, which sees only what the session flushes."""
        self.changes.append(Change(table, str(row_id), before, after))

    def about(self, subject: Subject) -> None:
        """Name what the entry is about, where the first fact does not."""
        self._subject = subject

    def permit(self, permission: str) -> Scope:
        """How far the actor's right reaches; Denied when there is none."""
        scope = self.house.rights.scope(self.actor, permission)
        if scope is None:
            raise Denied
        return scope

    def close(self) -> None:
        """Flush, then write the one journal entry. An act that changed nothing leaves none."""
        self.session.flush()
        if not (self.facts or self.changes):
            return
        subject = self._subject or next((fact.subject for fact in self.facts if fact.subject), None)
        journal.append(
            self.connection,
            self.house.derive("journal"),
            at=self.now,
            actor=self.actor,
            action=self.action,
            subject=subject,
            facts=[{"kind": fact.kind, **plain(fact.values())} for fact in self.facts],
            changes=[change.plain() for change in self.changes],
        )


@dataclass(frozen=True)
class Read:
    """An open read: one snapshot, and how far the actor's right reaches."""

    connection: Connection
    actor: Actor
    house: House
    scope: Scope


class Action(Generic[P, R]):
    """A verb: called with a Work it joins the open act, handed to `perform` it is an act of its own."""

    def __init__(self, name: str, needs: str, run: Callable[Concatenate[Work, P], R]) -> None:
        self.name = name
        self.needs = needs
        self.run = run
        self.inverse: Inverse | None = None
        functools.update_wrapper(self, run)

    def undone_by(self, inverse: Inverse) -> Inverse:
        """Declare what takes it back: `inverse(work, past)` reads what stood there before and acts anew."""
        self.inverse = inverse
        return inverse

    def __call__(self, work: Work, /, *args: P.args, **kwargs: P.kwargs) -> R:
        work.permit(self.needs)
        work.action = work.action or self.name
        return self.run(work, *args, **kwargs)


class Query(Generic[P, R]):
    """A read that knows which right it needs."""

    def __init__(self, needs: str, run: Callable[Concatenate[Read, P], R]) -> None:
        self.needs = needs
        self.run = run
        functools.update_wrapper(self, run)

    def __call__(self, read: Read, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if read.house.rights.scope(read.actor, self.needs) is None:
            raise Denied
        return self.run(read, *args, **kwargs)


def action(name: str, needs: str | None = None) -> Callable[[Callable[Concatenate[Work, P], R]], Action[P, R]]:
    """Declare a verb `<room>.<thing>.<verb>`; without `needs` its permission has the same name."""

    def declare(run: Callable[Concatenate[Work, P], R]) -> Action[P, R]:
        ACTIONS[name] = Action(name, needs or name, run)
        return ACTIONS[name]

    return declare


def query(needs: str) -> Callable[[Callable[Concatenate[Read, P], R]], Query[P, R]]:
    """Declare a read and the permission it needs."""
    return lambda run: Query(needs, run)


def perform(actor: Actor, verb: Action[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Do it: one transaction, rights read again, one journal entry, one commit, then the listeners are told.

    Raises Refusal when the house says no; nothing is changed then. Blocks: call it in a worker thread.
    """
    place = house()
    with in_order(), place.db.writing() as session:
        work = Work(place, session, place.prove(session.connection(), somebody(actor)))
        done = verb(work, *args, **kwargs)
        work.close()
    place.bus.tell(work.facts)
    return done


def somebody(actor: object) -> Actor:
    """Nothing is done and nothing told without anybody: Denied, whoever forgot to say who asks."""
    if isinstance(actor, Actor):
        return actor
    raise Denied


@contextmanager
def in_order() -> Iterator[None]:
    """A full disk or a damaged file becomes a sentence for people; the cause goes to the log."""
    try:
        yield
    except StorageFault as fault:
        log.exception("storage fault")
        raise OutOfOrder(fault.sentence) from fault


def ask(actor: Actor, question: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Read one consistent snapshot with the actor's rights. Blocks like `perform`."""
    place = house()
    with in_order(), place.db.reading() as connection:
        proven = place.trust(connection, somebody(actor))
        scope = place.rights.scope(proven, question.needs)
        if scope is None:
            raise Denied
        return question.run(Read(connection, proven, place, scope), *args, **kwargs)
