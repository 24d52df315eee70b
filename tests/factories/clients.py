"""Clients and guests of a test studio."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, event

from storage import driven
from studio.clients.actions import create_client, invite_registration, submit_registration
from studio.clients.models import Client, Registration
from studio.kernel.actor import Actor
from studio.kernel.house import House, house
from studio.kernel.journal import head
from studio.kernel.work import perform
from studio.staff.queries import guest_of_token
from tests.factories.people import signed_in


def on_file(actor: Actor, name: str = "Ana Pereira", **details: Any) -> Client:
    """A client, put on file by somebody."""
    return perform(actor, create_client, {"name": name, **details})


def invited() -> tuple[Actor, UUID]:
    """A guest with a living token, and the token's id."""
    token, _ = perform(signed_in("reception"), invite_registration)
    view = guest_of_token(token, "registration")
    assert view is not None
    return view.actor(), view.id


GAST = {"name": "Gil Gast", "birth_date": "1990-06-14"}


def sent(payload: dict[str, Any] | None = None, form_id: str = "", language: str = "en") -> Registration:
    """A form from a guest's phone."""
    guest, token_id = invited()
    return perform(guest, submit_registration, token_id, form_id, language, {**GAST, **(payload or {})})


@contextmanager
def counted_statements(place: House | None = None) -> Iterator[list[str]]:
    """Every statement the database is sent while the block runs, those that are spelt once too."""
    statements: list[str] = []
    straight = driven.rows

    def noted(connection: Connection, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        statements.append(sql)
        return straight(connection, sql, values)

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        statements.append(statement)

    engine = (place or house()).db.engine
    event.listen(engine, "before_cursor_execute", note)
    driven.rows = noted
    try:
        yield statements
    finally:
        driven.rows = straight
        event.remove(engine, "before_cursor_execute", note)


def newest(place: House) -> int:
    """The number of the journal's last entry."""
    with place.db.reading() as connection:
        last = head(connection)
    assert last is not None
    return last.no
