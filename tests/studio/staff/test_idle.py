"""Sign-ins end when nobody uses them, and pages that redraw by themselves are nobody."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest

from studio.extension.timers import run_due
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.presence import unattended
from studio.kernel.refusal import SignedOut
from studio.kernel.time import Clock
from studio.kernel.work import Action, Work, ask, perform
from studio.staff.area import AREA
from studio.staff.facts import SignInsEnded
from studio.staff.housekeeping import tidy_sign_ins
from studio.staff.queries import list_users
from studio.staff.queries.seen import Seen
from studio.staff.queries.standing import forget
from tests.factories.people import signed_in


class Later(Clock):
    """A clock that is set forward by hand."""

    def __init__(self) -> None:
        real = Clock().read
        self.by = timedelta(0)
        super().__init__(lambda: real() + self.by)

    def wait(self, **time: float) -> datetime:
        self.by += timedelta(**time)
        return self.read()


@pytest.fixture
def clock(studio: House) -> Later:
    studio.clock = Later()
    return studio.clock


def test_use_keeps_a_sign_in_and_rest_ends_it(studio: House, clock: Later) -> None:
    owner = signed_in("owner")
    for _ in range(3):
        clock.wait(minutes=10)
        forget()
        ask(owner, list_users)
    clock.wait(minutes=16)
    forget()
    with pytest.raises(SignedOut):
        ask(owner, list_users)


def test_a_page_that_redraws_by_itself_keeps_nobody_signed_in(studio: House, clock: Later) -> None:
    owner = signed_in("owner")
    with unattended():
        for _ in range(2):
            clock.wait(minutes=7)
            forget()
            ask(owner, list_users)
    clock.wait(minutes=9)
    forget()
    with pytest.raises(SignedOut):
        ask(owner, list_users)


def test_pages_left_open_hear_that_their_sign_in_ended(studio: House, clock: Later) -> None:
    owner = signed_in("owner")
    heard: list[SignInsEnded] = []
    studio.bus.after(SignInsEnded, heard.append)
    run_due(studio, list(AREA.timers))
    assert heard == []
    clock.wait(minutes=16)
    run_due(studio, list(AREA.timers))
    assert owner.session_id in heard[0].session_ids


def test_nobody_stays_signed_in_beyond_the_day(studio: House, clock: Later) -> None:
    owner = signed_in("owner")
    for _ in range(34):
        ask(owner, list_users)
        clock.wait(minutes=14)
        forget()
    clock.wait(minutes=10)
    forget()
    with pytest.raises(SignedOut):
        ask(owner, list_users)


def tidy_and_fail(work: Work) -> None:
    tidy_sign_ins(work)
    raise OSError


def test_a_use_that_could_not_be_written_down_still_counts(studio: House, clock: Later) -> None:
    """The disk is full while the sign-in is in use: its owner is not sent away for that."""
    owner = signed_in("owner")
    clock.wait(minutes=10)
    forget()
    ask(owner, list_users)
    with suppress(OSError):
        perform(timer("tidy"), Action("staff.tokens.tidy", "staff.tokens.tidy", tidy_and_fail))
    clock.wait(minutes=10)
    forget()
    assert ask(owner, list_users)


def test_what_was_read_before_a_sign_in_ended_is_not_believed_after(studio: House) -> None:
    """A request is reading who it is while somebody is signed out."""
    seen = Seen()
    assert seen.row("token", lambda: seen.clear() or "old") == "old"  # type: ignore[func-returns-value]
    assert seen.row("token", lambda: "new") == "new"
    assert seen.row("token", lambda: "newer") == "new"
