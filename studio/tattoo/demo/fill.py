"""Filling in pieces by the room's own verbs, from sessions the made-up calendar has already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from storage.table import columns_of
from studio.clients.models import Client
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.money import Money, exponent
from studio.kernel.work import ask, perform
from studio.schedule.demo import hand_over
from studio.schedule.queries import artists, list_bookings
from studio.schedule.rules.localtime import day_of, day_span
from studio.schedule.views import Booking
from studio.tattoo.actions import (
    add_design,
    add_piece,
    advance_piece,
    approve_design,
    ask_deposit,
    check_spelling,
    confirm_letters,
    note_deposit,
    set_quote,
)
from studio.tattoo.demo.plans import STORIES, Story
from studio.tattoo.demo.sheets import draw_design, draw_signature
from studio.tattoo.models import Piece
from studio.tattoo.rules.steps import OVER
from studio.tattoo.usual import HEALING

CLIENT = columns_of(Client).c
ADULT = timedelta(days=19 * 366)


def fill(house: House, plan: DemoPlan) -> None:
    """A piece for each story; where the calendar has too few sessions for one, it stays where it is."""
    people = [one for one in ask(CONSOLE, artists) if "piercing" not in one.styles and one.contract != "guest"]
    clients = _adults(house)
    if not people or not clients:
        return
    calendar = Calendar(house)
    for nth, story in enumerate(STORIES):
        fitting = [one.id for one in people if story.details["style"] in one.styles]
        sits = calendar.today([*fitting, *(one.id for one in people)]) if story.today else None
        artist = sits.artist_id if sits else None
        artist = artist or (fitting[0] if fitting else people[nth % len(people)].id)
        _tell(plan, calendar, story, artist, sits, clients[nth % len(clients)])


class Calendar:
    """Sessions of the made-up calendar that no piece has taken over yet."""

    def __init__(self, house: House) -> None:
        self.now = house.clock.now()
        self.zone = house.settings["studio.zone"]
        self.apart = timedelta(days=house.settings[HEALING])
        self.taken: set[UUID] = set()

    def today(self, artists: Sequence[UUID]) -> Booking | None:
        """A session that runs, waits or is still to come today, of the first of these artists who has one."""
        start, end = day_span(day_of(self.now, self.zone), self.zone)
        for status in ("in_progress", "checked_in", "confirmed"):
            for artist in artists:
                found = self._some(artist, 1, status=status, kind="session", since=start, until=end)
                if found and found[0].client_id:
                    return found[0]
        return None

    def done(self, artist: UUID, count: int, *, fresh: bool) -> list[Booking]:
        """Sessions that are over, the last one first, as far apart as skin needs to heal."""
        latest = self.now - (timedelta(days=1) if fresh else self.apart)
        return self._some(artist, count, status="done", kind="session", until=latest, sort="-starts_at")

    def ahead(self, artist: UUID, count: int, after: datetime) -> list[Booking]:
        """Bookings to come, far enough behind the last one."""
        soon = max(self.now + timedelta(days=2), after + self.apart)
        for status in ("confirmed", "planned"):
            found = self._some(artist, count, status=status, kind="session", since=soon, sort="starts_at")
            if found:
                return found
        return []

    def _some(self, artist: UUID, count: int, **wanted: Any) -> list[Booking]:
        some: list[Booking] = []
        for one in ask(CONSOLE, list_bookings, artist_id=artist, size=200, **wanted).items if count else ():
            apart = all(abs(one.starts_at - other.starts_at) >= self.apart for other in some)
            if apart and one.id not in self.taken and len(some) < count:
                some.append(one)
        self.taken.update(one.id for one in some)
        return some


def _tell(plan: DemoPlan, calendar: Calendar, story: Story, artist: UUID, sits: Booking | None, client: UUID) -> None:
    client = (sits and sits.client_id) or client
    done = calendar.done(artist, story.done, fresh=story.fresh)
    last = max((one.starts_at for one in done), default=calendar.now - calendar.apart)
    ahead = calendar.ahead(artist, story.ahead, sits.starts_at if sits else last)
    piece = perform(CONSOLE, add_piece, client, {"title": story.title, "lead_artist_id": artist, **story.details})
    _ask_price(piece, story)
    _draw(plan, piece, story)
    for one in [*done, *([sits] if sits else ())]:
        _take_over(one, piece, "session")
    for one in ahead:
        _take_over(one, piece, story.ahead_kind)
    for step in story.to if len(done) >= story.done else ():
        perform(CONSOLE, advance_piece, piece.id, step, story.reason if step in OVER else "")


def _take_over(one: Booking, piece: Piece, kind: str) -> None:
    told = {"subject_kind": "piece", "subject_id": piece.id, "client_id": piece.client_id, "title": piece.title}
    perform(CONSOLE, hand_over, one.id, {**told, "kind": kind})


def _ask_price(piece: Piece, story: Story) -> None:
    def money(whole: int) -> Money:
        return Money(whole * 10 ** exponent(piece.currency), piece.currency)

    if story.quote:
        kind = "hourly" if "hour_price" in story.quote else "range" if "most" in story.quote else "fixed"
        told = {name: value if name.startswith("minutes") else money(value) for name, value in story.quote.items()}
        perform(CONSOLE, set_quote, piece.id, {"kind": kind, **told})
    if story.deposit:
        perform(CONSOLE, ask_deposit, piece.id, money(story.deposit))
        if story.done or story.ahead:
            perform(CONSOLE, note_deposit, piece.id, "recorded")


def _draw(plan: DemoPlan, piece: Piece, story: Story) -> None:
    """Its versions; the words of the last one are checked, confirmed and approved where the client said yes."""
    design = None
    for lettering in story.lettering:
        picture = draw_design(story.drawn, lettering, plan.random.random())
        design = perform(CONSOLE, add_design, piece.id, picture, lettering)
    if design is None or not story.approved:
        return
    if design.lettering:
        perform(CONSOLE, check_spelling, design.id, design.lettering)
        perform(CONSOLE, confirm_letters, design.id)
    signature = draw_signature(plan.random.random()) if story.approved == "on_screen" else None
    perform(CONSOLE, approve_design, design.id, story.approved, signature)


def _adults(house: House) -> Sequence[UUID]:
    """Grown clients on file, from both ends of the list, so that they are not all the same as elsewhere."""
    born = house.clock.today(house.settings["studio.zone"]) - ADULT
    of_age = or_(CLIENT.birth_date.is_(None), CLIENT.birth_date < born)
    here = select(CLIENT.id).where(CLIENT.archived_at.is_(None), CLIENT.merged_into.is_(None), of_age)
    with house.db.reading() as connection:
        found = list(connection.scalars(here.order_by(CLIENT.number).limit(60)))
    mixed = zip_longest(found[::2], found[1::2][::-1])
    return [one for pair in mixed for one in pair if one is not None]
