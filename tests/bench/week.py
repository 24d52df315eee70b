"""W3 further: the same week however many are on file, and its page beside a page of one element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from run import rooms
from studio.extension.opening import open_studio
from studio.kernel.house import close_house
from studio.kernel.work import Read
from studio.schedule.queries import week
from studio.staff.queries import actor_of_session
from tests.bench.calendar import A_WEEK, WEEK, fill
from tests.bench.figures import Call, Figure, compared, in_turns
from tests.bench.served import product
from tests.bench.studio import Studio
from tests.bench.wire import Wire

GROWTH_GOAL, PAGE_GOAL = 1.2, 2
PAGE = f"/calendar?view=week&day={WEEK}"


def growing(studios: Sequence[Studio], filled: Studio) -> Iterator[Figure]:
    """The reference week of each larger studio beside that of the smallest, open side by side."""
    with ExitStack() as doors:
        doors.callback(close_house)
        smallest, *larger = [(one, _reader(one, doors, fresh=one is not filled)) for one in studios]
        for studio, read in larger:
            ours, base = in_turns(read, smallest[1], count=5, rounds=40)
            op = f"W3 week, {studio.clients:,} clients beside {smallest[0].clients:,}"
            yield compared(op, ours, base, GROWTH_GOAL)


def showing(studio: Studio) -> Iterator[Figure]:
    """The page with its week, from request to the last byte, beside the week as the one element of a page. What follows
    over the socket once it is on screen, lights and those who wait, is not in it."""
    with product(studio.folder, program=("-m", "tests.bench.one_element")) as served:
        wire = Wire(served.port, {"Cookie": f"linework_{served.port}={studio.cookie}"})

        def get(path: str) -> Call:
            def load(_: int) -> None:
                reply = wire.get(path)
                assert (reply.status, reply.body.count(b"is-planned")) == (200, A_WEEK)

            return load

        whole, framed, alone = in_turns(get(PAGE), get("/framed"), get("/one"), count=8)
        wire.close()
    yield compared("W3 page, beside one element in the same frame", whole, framed, PAGE_GOAL)
    yield compared("W3 page, beside one element without a frame", whole, alone, None)


def _reader(studio: Studio, doors: ExitStack, *, fresh: bool) -> Call:
    house = open_studio(studio.folder, rooms(screens=False))
    doors.callback(house.db.close)
    owner = actor_of_session(studio.cookie)
    assert owner is not None
    if fresh:
        fill(house)

    def read(_: int) -> None:
        with house.db.reading() as connection:
            assert len(week.run(Read(connection, owner, house, "all"), WEEK)) == A_WEEK

    return read
