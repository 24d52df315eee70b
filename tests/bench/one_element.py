"""The product with two pages more, `/one` and `/framed`: the reference week as one element, and nothing else.

`python -m tests.bench.one_element serve …`, as `run.py`. What the calendar's page is measured beside: same gate, same
rights, same sign-in, one read and one element; `/framed` stands in the shell of every screen.
"""

from __future__ import annotations

import sys
from html import escape

from nicegui import ui

import run
from components.app.frame import frame
from components.app.perform import look
from studio.extension.registry import Registry
from studio.extension.screens import Screen, Screens
from studio.schedule.queries import week
from tests.bench.calendar import WEEK

SEE = "schedule.booking.see"
ordinary = run.rooms


async def one() -> None:
    cards = [
        f'<div class="is-{entry.status}">{entry.start[11:]}–{entry.end[11:]} {escape(entry.client or "")}</div>'
        for entry in await look(week, WEEK)
    ]
    ui.html("".join(cards), sanitize=False)


async def framed() -> None:
    with frame("Calendar", active="/calendar"):
        await one()


def rooms(*, screens: bool = True) -> Registry:
    """All rooms, and these two pages."""
    registry = ordinary(screens=screens)
    pages = (Screen("/one", one, SEE, "Calendar"), Screen("/framed", framed, SEE, "Calendar"))
    registry.add_screens(Screens(name="bench", screens=pages))
    return registry


if __name__ == "__main__":
    run.rooms = rooms
    sys.exit(run.main(sys.argv[1:]))
