"""The board of the day on one open home page: drawn once, read again whenever something it shows has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.live import in_turn
from components.app.moments import now_here
from components.app.perform import look
from components.app.who import current_actor
from components.lane import Act, Board, BoardLane, Strip
from pages.home import visit_acts
from pages.home.benches import people_of
from pages.home.lanes import FOLDED, FURTHER, NEW, WALK_IN, lanes_of, sums_of
from pages.home.own_day import own_lanes
from pages.home.showing import Sight
from pages.home.walk_in import ask_for_walk_in
from pages.schedule.beginning import signs
from pages.schedule.booking_fields import Said
from pages.schedule.booking_form import ask_for_booking
from studio.extension.lights import Light
from studio.extension.registry import may
from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.facts import BookingFact, ScheduleFact
from studio.schedule.queries.lights import lights_of
from studio.schedule.queries.today import Bench, Day, day_of_work
from studio.schedule.rules.localtime import wall

SEE, EDIT, RUN, PEOPLE = (
    "schedule.booking.see",
    "schedule.booking.edit",
    "schedule.session.run",
    "schedule.artist.edit",
)
DAY = timedelta(days=1)
AT_THE_CHAIR = ("artist", "guest_artist")
ARTIST = "artist"


class DayBoard:
    """What `whose` says, "all" or "mine"; `told` is called with the day's figures."""

    whole: ui.element
    strip: Strip
    place: ui.element

    def __init__(self, whose: str, told: Callable[[str], None]) -> None:
        actor, rights = current_actor(), house().rights
        self.see, self.edit, self.run = (rights.scope(actor, right) for right in (SEE, EDIT, RUN))
        self.adds = may(actor, PEOPLE, rights)
        self.sends = bool(signs())
        self.whose = whose if whose in ("all", "mine") else "mine" if actor.role in AT_THE_CHAIR else "all"
        self.told = told
        self.room: Counter[str] = Counter()
        self.today: Day | None = None
        self.tomorrow: Day | None = None
        self.lights: dict[UUID, Light] = {}
        self.board: Board | None = None

    def draw(self) -> None:
        """The strip and room for the board below it."""
        with ui.element("div").classes("today-board") as self.whole:
            self.strip = Strip(t("Who is free"))
            self.place = ui.element("div")

    @property
    def bench(self) -> Bench | None:
        """The artist whoever looks works as."""
        me = current_actor().id
        benches = self.today.benches if self.today else ()
        return next((one for one in benches if me is not None and one.user_id == me), None)

    @property
    def is_own(self) -> bool:
        """Whether it is one's own day that is shown."""
        return self.bench is not None and (self.whose == "mine" or self.see == "own")

    @in_turn
    async def load(self) -> None:
        """Read the day, for one's own also tomorrow, and show both."""
        known = self.bench if self.is_own else None
        self.today = await look(day_of_work, artist_id=known.artist_id if known else None)
        if self.is_own and self.bench:
            mine = self.bench.artist_id
            self.today = self.today if known or self.see == "own" else await look(day_of_work, artist_id=mine)
            self.tomorrow = await look(day_of_work, self.today.day + DAY, artist_id=mine)
        ids = [one.booking.id for day in filter(None, (self.today, self.tomorrow)) for one in day.cards]
        self.lights = await look(lights_of, ids) if ids else {}
        self.show()

    def show(self) -> None:
        """As it was last read, at this moment."""
        if self.today is None:
            return
        now = house().clock.now()
        self.whole.classes(**{"remove" if self.today.cards else "add": "nothing"})
        self.strip.show(() if self.is_own else people_of(self.today, now))
        self._board().show(self._lanes(self.today))
        self.told(" · ".join(sums_of(self.today)))

    def is_over(self) -> bool:
        """Whether another day has begun since it was read."""
        return self.today is not None and self.today.day != now_here().date()

    def concerns(self, fact: Fact) -> bool:
        """Whether what happened may change a card in sight."""
        days = [day for day in (self.today, self.tomorrow) if day]
        in_sight = [card.booking for day in days for card in day.cards]
        if isinstance(fact, BookingFact) and fact.days:
            known = any(one.id == fact.booking_id for one in in_sight)
            return known or not {str(day.day) for day in days}.isdisjoint(fact.days)
        if isinstance(fact, ScheduleFact):
            return True
        who = getattr(fact, "client_id", None)
        return who is not None and any(one.client_id == who for one in in_sight)

    def _board(self) -> Board:
        layout = "day" if self.is_own else "lanes"
        if self.board is None or self.board.props["layout"] != layout:
            self.place.clear()
            with self.place:
                self.board = Board("day" if self.is_own else "lanes", on_act=self.act, on_more=self.unfold)
        return self.board

    def _lanes(self, today: Day) -> tuple[BoardLane, ...]:
        sight = self.sight()
        if self.is_own and self.tomorrow:
            return own_lanes(today, self.tomorrow, self.lights, sight)
        step = None
        if self.adds and not today.benches:
            step = Act(ARTIST, t("Add an artist"))
        elif self.books and today.benches:
            step = Act(NEW, t("New booking"))
        room = {lane: FOLDED + more for lane, more in self.room.items()}
        return lanes_of(today, self.lights, sight, room=room, step=step, walks=self.books and bool(today.benches))

    @property
    def books(self) -> bool:
        """Whether whoever looks may book somebody at all."""
        return self.edit == "all" or (self.edit == "own" and self.bench is not None)

    def sight(self) -> Sight:
        """What whoever looks may do now."""
        own = self.run == "own"
        mine = self.bench.artist_id if own and self.bench else None
        return Sight(house().clock.now(), bool(self.run) and (not own or mine is not None), mine, self.sends)

    # ── what somebody does ──

    async def act(self, id: str, act: str) -> None:  # noqa: A002
        """A button of a card, or the first step of an empty lane."""
        with ui.context.client.content:
            if not id:
                await self._first(act)
                return
            days = filter(None, (self.today, self.tomorrow))
            one = next((card.booking for day in days for card in day.cards if str(card.booking.id) == id), None)
            if one:
                await visit_acts.do(act, one)

    async def _first(self, act: str) -> None:
        if act == NEW and self.books:
            await self.new_booking()
        elif act == WALK_IN and self.books:
            await self.walk_in()
        elif act == ARTIST:
            ui.navigate.to("/artists/new")

    async def unfold(self, lane: str) -> None:
        """More of a lane."""
        self.room[lane] += FURTHER
        self.show()

    async def new_booking(self) -> None:
        """The form, from the next quarter of an hour."""
        now = house().clock.now()
        start = now + timedelta(minutes=15 - now.minute % 15)
        await ask_for_booking(Said(start=wall(start, house().settings["studio.zone"])))

    async def walk_in(self) -> None:
        """Two taps."""
        if self.today is not None:
            mine: UUID | None = self.bench.artist_id if self.edit == "own" and self.bench else None
            await ask_for_walk_in({one.artist_id: one for one in self.today.benches}, mine)

    async def turn(self, whose: str) -> None:
        """Everybody's day, or one's own."""
        self.whose = whose
        self.tomorrow = None
        name = "mine" if whose == "mine" else "all"
        ui.run_javascript(f"history.replaceState(history.state, '', '?whose={name}')")
        await self.load()


__all__: list[Any] = ["SEE", "DayBoard"]
