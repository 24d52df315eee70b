"""A process that books, moves and books series from two threads at once, and says what is durable; it is there to be
killed."""

from __future__ import annotations

import random
import sys
import threading
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from studio.extension.opening import open_studio
from studio.kernel.actor import Actor
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask, perform
from studio.schedule.actions import book_series, create_booking, move_booking
from studio.schedule.queries import artists
from tests.conftest import rooms
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import needle

FIRST, DAYS, SERIES = date(2027, 1, 1), 700, 4


def main(folder: Path, seed: int) -> None:
    open_studio(folder, rooms())
    owner = signed_in("owner", email=f"{uuid4().hex}@example.com")
    known = ask(owner, artists)
    told = {"artist_id": known[0].id if known else needle(owner).id, "client_id": on_file(owner).id, "minutes": 60}
    for nth in range(2):
        chance = random.Random(seed * 2 + nth)
        threading.Thread(target=fill, args=(owner, told, chance), daemon=True).start()
    threading.Event().wait()


def fill(owner: Actor, told: dict[str, Any], chance: random.Random) -> None:
    """A booking, the same an hour later, a series; what is in the way of another is left."""
    while True:
        day = FIRST + timedelta(days=chance.randrange(DAYS))
        try:
            one = perform(owner, create_booking, {**told, "starts_local": f"{day}T12:00"})
            say("at", one.code, one.starts_local)
            moved = perform(owner, move_booking, one.id, {"starts_local": f"{day}T13:00", "minutes": 60})
            say("at", moved.code, moved.starts_local)
            rows = perform(owner, book_series, {**told, "starts_local": f"{day}T18:00"}, SERIES)
            say("series", rows[0].code, rows[0].series_id.hex if rows[0].series_id else "")
        except Refusal:
            continue


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
