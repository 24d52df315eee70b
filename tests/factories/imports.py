"""Files of clients, brought and imported without a screen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from uuid import UUID

from studio.clients.importing import running
from studio.clients.importing.actions import index_rows, keep_import
from studio.clients.importing.asking import look_apart
from studio.clients.importing.queries import ImportView, one_import
from studio.clients.importing.readying import made_ready
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.work import ask, perform


def brought(actor: Actor, data: bytes, name: str = "clients.csv") -> UUID:
    """A file that was brought and looked at."""
    seen, place = look_apart(house(), data), house()
    return perform(actor, keep_import, name, place.files.put(data), hashlib.sha256(data).hexdigest(), len(data), seen)


def checked(actor: Actor, data: bytes, name: str = "clients.csv") -> ImportView:
    """A file whose every line was checked."""
    import_id = brought(actor, data, name)
    running.begin_check(actor, import_id)
    running.wait(import_id)
    return ask(actor, one_import, import_id)


def imported(actor: Actor, data: bytes, choice: str = "skip") -> ImportView:
    """A file all of whose clients are on file."""
    import_id = checked(actor, data).id
    running.begin_import(actor, import_id, choice)
    running.wait(import_id)
    return ask(actor, one_import, import_id)


def made_findable(actor: Actor, import_id: UUID) -> Iterator[int]:
    """Make the clients of a started import ready to be found, portion by portion, as long as it is asked."""
    for portion in made_ready(house(), actor, import_id):
        yield perform(actor, index_rows, import_id, portion)
