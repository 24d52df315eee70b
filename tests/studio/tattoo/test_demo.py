"""A made-up studio has pieces in every state, each with what belongs to it."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule.actions import finish_session, start_session
from studio.schedule.queries import booking
from studio.tattoo.demo import fill
from studio.tattoo.demo.plans import STORIES
from studio.tattoo.queries import list_pieces, piece
from studio.tattoo.rules.steps import STATES
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle


def test_every_state_is_there_to_be_looked_at(studio: House) -> None:
    owner = signed_in("owner")
    client, now = on_file(owner, "Bo Lind").id, studio.clock.now()
    artist = needle(owner, styles=["blackwork"]).id
    for days in (-60, -55, -50, -30, -28, -26, -1, 4, 30, 31, 32, 33, 34):
        made = booked(owner, artist, client=client, starts_local=None, starts_at=now + timedelta(days=days))
        if days < 0:
            perform(owner, start_session, made.id, "A friend of the house")
            perform(owner, finish_session, made.id)
    fill(studio, DemoPlan(1, 1, Random(7)))
    found = ask(CONSOLE, list_pieces, sort="code").items
    assert [one.title for one in found] == [story.title for story in STORIES]
    assert {one.state for one in found} == set(STATES)
    assert {one.quote.kind for one in found} == {"", "fixed", "range", "hourly"}
    names = next(one for one in found if one.title == "Names of the children")
    latest, first = ask(CONSOLE, piece, names.id).designs
    assert (latest.lettering, first.lettering, latest.approved) == ("Sarah & Jonas", "Sara & Jonas", False)
    assert all(one.sessions_done >= story.done for one, story in zip(found, STORIES, strict=True))


def test_who_sits_today_sits_for_a_piece(studio: House) -> None:
    owner = signed_in("owner")
    artist, bo = needle(owner, styles=["japanese"]).id, on_file(owner, "Bo Lind").id
    made = booked(owner, artist, client=bo, starts_local=None, starts_at=studio.clock.now())
    perform(owner, start_session, made.id, "A friend of the house")
    fill(studio, DemoPlan(1, 1, Random(7)))
    about = ask(owner, booking, made.id).booking
    assert (about.title, about.client_id, about.status) == ("Tide sleeve", bo, "in_progress")
