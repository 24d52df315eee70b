"""The calendar a studio lives in: day, week and month, with artists or stations as columns."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.feedback import toast
from components.app.frame import frame
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.moments import here, show_date
from components.app.perform import look
from components.app.who import current_actor
from components.calendar import Calendar
from pages.clients.handover import greet
from pages.schedule import columns
from pages.schedule.booking_fields import Said
from pages.schedule.booking_form import ask_for_booking, ask_where_to, back_again, edit_scope
from pages.schedule.toolbar import Toolbar
from pages.schedule.trying import book
from pages.schedule.waiting_pane import WaitingPane
from pages.schedule.wanted import Wanted, first_weekday, read_wanted
from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import move_booking
from studio.schedule.facts import BookingFact, ScheduleFact
from studio.schedule.queries import Screen, booking, screen
from studio.upkeep.facts import SettingChanged


async def draw() -> None:
    """The screen `/calendar`."""
    page = CalendarPage(read_wanted(ui.context.client.request.query_params))
    with frame(t("Calendar"), active="/calendar"):
        await page.draw()
    live(Fact, Gathering(page.follow), when=page.concerns)
    ui.context.client.on_connect(page.complete)
    await page.load()
    greet()


class CalendarPage:
    """One open calendar: what is wanted of it, and what is drawn."""

    calendar: Calendar
    toolbar: Toolbar
    waiting: WaitingPane

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.scope = edit_scope()
        self.read: Screen | None = None
        self.on_screen, self.whole = ui.context.client, False

    async def draw(self) -> None:
        with ui.element("div").classes("calendar-page"):
            self.toolbar = Toolbar(self.wanted, self.turn, self.ask, editable=bool(self.scope))
            self.toolbar.draw()
            self.calendar = Calendar(
                t("Calendar"),
                on_move=self.move,
                on_open=self.open,
                on_ask=self.where_to,
                on_want=self.want,
                on_drop=self.drop,
                on_day=self.day,
            )
            self.waiting = WaitingPane(editable=bool(self.scope))
            self.waiting.draw()

    async def turn(self, wanted: Wanted) -> None:
        """Another day, view, or filter."""
        self.wanted = wanted
        wanted.keep()
        await self.load()

    @in_turn
    async def load(self) -> None:
        """Read what is wanted, and draw it. A week or a month comes without lights and without those who wait until
        it is on screen: `complete` brings them."""
        wanted, zone = self.wanted, house().settings["studio.zone"]
        start, end = wanted.span(zone)
        self.whole = wanted.view == "day" or self.on_screen.has_socket_connection
        day, lit = wanted.day if self.whole else None, self.whole and wanted.view != "month"
        read = await look(screen, start, end, day, by=wanted.by, who=wanted.who, statuses=wanted.statuses, lit=lit)
        self.read = read
        seen = self._seen()
        shown = columns.hours_of(wanted, seen)
        self.toolbar.show(wanted, seen.artists, seen.stations)
        self.calendar.show(
            wanted.view,
            wanted.day.isoformat(),
            columns.places(wanted, seen),
            columns.booked(wanted, seen),
            columns.closed(wanted, seen, shown),
            hours=shown,
            offset=here(start + timedelta(hours=12)).isoformat()[-6:],
            week_start=(first_weekday() + 1) % 7,
            editable=bool(self.scope),
            counts=columns.counts(wanted, seen),
            lit=lit,
        )
        if day:
            self.waiting.show(read, columns.absent(wanted, seen))

    async def complete(self) -> None:
        """What is drawn is on screen: bring what it came without."""
        if not self.whole:
            await self.load()

    def concerns(self, fact: Fact) -> bool:
        """Whether what happened may change what is in sight: a day of it, those who work or wait, or a light."""
        if isinstance(fact, BookingFact) and fact.days:
            days = ((self.wanted.first + timedelta(days=n)).isoformat() for n in range(self.wanted.days))
            return not set(fact.days).isdisjoint((*days, self.wanted.day.isoformat()))
        if isinstance(fact, (ScheduleFact, SettingChanged)):
            return True
        who = getattr(fact, "client_id", None)
        return who is not None and self.read is not None and any(one.client_id == who.hex for one in self.read.entries)

    async def follow(self, _: list[Any]) -> None:
        """Something changed elsewhere, or here."""
        await self.load()

    def _seen(self) -> columns.Seen:
        if self.read is None:
            return columns.Seen((), (), ())
        read, me = self.read, current_actor().id
        mine = next((one.id for one in read.artists if me is not None and one.user_id == me), None)
        day = read.working if self.wanted.view == "day" else ()
        alone = mine if self.scope == "own" else None
        whole = house().rights.scope(current_actor(), "schedule.booking.see") == "all"
        artists = [one for one in read.artists if whole or one.id == mine]
        return columns.Seen(artists, read.stations, read.entries, day, read.lights, read.lines, alone)

    # ── what somebody does ──

    def day(self, day: str) -> None:
        """A day of the month was pressed."""
        if _is_local(day):
            self.toolbar.open_day(date.fromisoformat(day[:10]))

    async def move(self, id: str, start: str, end: str, place: str, old: dict[str, Any]) -> None:  # noqa: A002
        """Dragged, resized or moved by keys; refused, it goes back and says why."""
        one = _uuid(id)
        before = await self._card(one)
        if one is None or before is None or not (_is_local(start) and _is_local(end)):
            return
        to: dict[str, Any] = {"starts_local": start[:16]} if start != old.get("start") else {}
        if _length(start, end) != _length(str(old.get("start")), str(old.get("end"))):
            to["minutes"] = int(_length(start, end).total_seconds()) // 60
        if place != old.get("place") and place:
            to["station_id" if self.wanted.by == "stations" else "artist_id"] = _uuid(place)
        done = await book(move_booking, to, one) if to else None
        if done is None:
            self.calendar.put_back(id)
            return
        starts, ends = here(done.starts_at), here(done.ends_at)
        where = next((known.name for known in self._seen().artists if known.id == done.artist_id), "")
        told = t(
            "{code}: {day}, {time}", code=done.code, day=show_date(starts.date()), time=f"{starts:%H:%M}–{ends:%H:%M}"
        )
        toast(" · ".join(filter(None, (told, where))), back_again(before, done.version))

    def open(self, id: str) -> None:  # noqa: A002
        """Its own page."""
        one = next((one for one in self.calendar.booked if one.id == id), None)
        if one:
            ui.navigate.to(f"/bookings/{one.code}")

    async def where_to(self, id: str) -> None:  # noqa: A002
        """Typed instead of dragged."""
        one = _uuid(id)
        if one and self.scope:
            with ui.context.client.content:
                await ask_where_to(one)

    async def want(self, start: str, end: str, place: str) -> None:
        """Free time was pressed, or a stretch of it drawn."""
        if not self.scope or not _is_local(start):
            return
        minutes = int(_length(start, end).total_seconds()) // 60 if _is_local(end) and end > start else None
        if start.endswith("T00:00") and not minutes:
            start = f"{start[:10]}T{self._opens()}"
        await self.ask(Said(start=start[:16], minutes=minutes, **self._at(place)))

    async def ask(self, said: Said | None = None) -> None:
        """The form of a new booking."""
        with ui.context.client.content:
            await ask_for_booking(said or Said(start=self._next()))

    async def drop(self, what: str, start: str, place: str) -> None:
        """Somebody from the waitlist was put into a gap."""
        entry = _uuid(what)
        if entry and self.scope and _is_local(start):
            with ui.context.client.content:
                await self.waiting.take(entry, start[:16], **self._at(place))

    def _at(self, place: str) -> dict[str, Any]:
        seen = self._seen()
        ids = [*(one.id for one in seen.artists), *(one.id for one in seen.stations)]
        known = {one.hex: str(one) for one in ids}
        return {"station_id" if self.wanted.by == "stations" else "artist_id": known.get(place, "")}

    def _next(self) -> str:
        """The next quarter of an hour today, else when the day opens."""
        now = here(house().clock.now())
        if now.date() != self.wanted.day:
            return f"{self.wanted.day}T{self._opens()}"
        return f"{now + timedelta(minutes=15 - now.minute % 15):%Y-%m-%dT%H:%M}"

    def _opens(self) -> str:
        return columns.hours_of(self.wanted, columns.Seen((), (), ()))[0]

    async def _card(self, one: UUID | None) -> Any:
        try:
            return await look(booking, one) if one else None
        except Refusal:
            return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _is_local(text: object) -> bool:
    try:
        return isinstance(text, str) and datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False


def _length(start: str, end: str) -> timedelta:
    if not (_is_local(start) and _is_local(end)):
        return timedelta()
    return datetime.fromisoformat(end) - datetime.fromisoformat(start)
