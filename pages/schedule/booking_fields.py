"""The fields of a booking: what, for whom, with whom and where, when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from components.app.moments import reading_locale
from components.app.perform import look
from components.app.text import text
from components.form import DateField, Form, NumberField, choice_field, long_field, text_field
from components.form.amounts import MoneyField
from components.form.choices import Select
from components.form.fields import dress
from components.pickers.picker import Choice
from pages.catalog.showing import minutes_text, money_text
from pages.clients.picking import ClientPicker
from studio.catalog.queries import Service, list_services
from studio.kernel.house import house
from studio.kernel.money import Money
from studio.kernel.text import nt, t
from studio.schedule.queries import artists, stations
from studio.schedule.rules.booking import USUAL_MINUTES
from studio.schedule.words import KINDS

NOBODY = ""


@dataclass(frozen=True)
class Offered:
    """Who, where and what can be chosen."""

    artists: Mapping[str, str]
    stations: Mapping[str, str]
    services: Mapping[str, Service]
    users: Mapping[str, UUID | None] = field(default_factory=dict)
    """Artist → their account: the catalogue knows minutes and prices by it."""


@dataclass
class Said:
    """What the fields begin with. Times are on the wall."""

    start: str = ""
    minutes: int | None = None
    artist_id: str = ""
    station_id: str = ""
    kind: str = "session"
    title: str = ""
    note: str = ""
    client: Choice | None = None
    services: list[str] = field(default_factory=list)
    before: int | None = None
    after: int | None = None
    price: Money | None = None


async def offered(actor_scope: Any, mine: UUID | None) -> Offered:
    """Everything on offer; whoever may book for themselves alone chooses nobody else."""
    people = [one for one in await look(artists) if one.active and (actor_scope == "all" or one.id == mine)]
    places = [one for one in await look(stations) if one.active]
    services = (await look(list_services, state="active", size=200)).items
    return Offered(
        {str(one.id): one.name for one in people},
        {str(one.id): one.name for one in places},
        {str(one.id): one for one in services},
        {str(one.id): one.user_id for one in people},
    )


class Fields:
    """Draws them into a form; `details` is what they say, in the words of the verbs."""

    services: ui.select | None = None
    artist: ui.select
    minutes: NumberField
    price: MoneyField
    sum: TextElement

    def __init__(self, form: Form, choices: Offered, said: Said) -> None:
        self.form, self.choices, self.said = form, choices, said

    def what(self, *, client: bool = True) -> None:
        """Kind, client and services."""
        with ui.element("div").classes("two"):
            kinds = {key: t(word) for key, word in KINDS.items()}
            self.form.field("kind", choice_field(t("Kind"), kinds, self.said.kind))
            if client:
                self.form.field("client_id", ClientPicker(choice=self.said.client))
        if self.choices.services:
            names = {key: one.name for key, one in self.choices.services.items()}
            self.services = self.form.field("services", several_field(t("Services"), names, self.said.services))
            self.sum = text("", "second small booking-sum", "p").props("aria-live=polite")
            self.services.on_value_change(self.add_up)

    def where(self) -> None:
        """Artist and station."""
        with ui.element("div").classes("two"):
            for name, label, known in (
                ("artist_id", t("Artist"), self.choices.artists),
                ("station_id", t("Station"), self.choices.stations),
            ):
                options = {NOBODY: t("None"), **known}
                made = self.form.field(name, choice_field(label, options, getattr(self.said, name) or NOBODY))
                if name == "artist_id":
                    self.artist = made
                    made.on_value_change(self.add_up)
        self.add_up()

    def when(self, *, length: bool = True) -> None:
        """Day, time and how long."""
        day = date.fromisoformat(self.said.start[:10]) if self.said.start else None
        with ui.element("div").classes("three"):
            self.form.field("day", DateField(t("Day"), day, locale=reading_locale(), required=True))
            time = text_field(t("Begins"), self.said.start[11:16], required=True, kind="time")
            self.form.field("time", time)
            if length:
                hint = "" if self.said.minutes else t("Empty: as the services take")
                minutes = NumberField(t("Length"), self.said.minutes, unit=t("min"), hint=hint)
                self.minutes = self.form.field("minutes", minutes)

    def more(self, *, repeats: bool) -> None:
        """Seldom needed: time around it, a price agreed, and that it comes again."""
        said = self.said
        told = said.before is not None or said.after is not None or said.price is not None
        with ui.element("details").classes("stack booking-more") as part:
            part.props["open"] = told or None
            text(t("Set-up, price and repeating") if repeats else t("Set-up and price"), "strong", "summary")
            with ui.element("div").classes("three"):
                usual = t("Empty: as usual")
                self.form.field("buffer_before", NumberField(t("Set-up"), said.before, unit=t("min"), hint=usual))
                self.form.field("buffer_after", NumberField(t("Cleaning"), said.after, unit=t("min"), hint=usual))
                hint = t("Empty: as the services cost")
                currency, locale = house().settings["studio.currency"], reading_locale()
                price = MoneyField(t("Price"), said.price, currency=currency, locale=locale, hint=hint)
                self.price = self.form.field("price", price)
            if repeats:
                self._repeats()

    def _repeats(self) -> None:
        with ui.element("div").classes("three"):
            every = {0: t("Does not come again"), 1: t("Every week")}
            every |= {n: nt("Every {n} week", "Every {n} weeks", n) for n in (2, 3, 4, 5, 6, 8, 10, 12)}
            weeks = self.form.field("weeks", choice_field(t("Comes again"), every, 0))
            times = self.form.field("times", NumberField(t("How often in all"), 4))
            until = self.form.field("until", DateField(t("Or until"), locale=reading_locale()))
        for one in (times, until):
            one.bind_visibility_from(weeks, "value", bool)

    def add_up(self, changed: Any = None) -> None:
        """What the services chosen take and cost together, with this artist; a booking that stands follows them."""
        if self.services is None:
            return
        chosen = self.chosen()
        minutes, price, rest = sum_of(chosen, self.choices.users.get(self.artist.value))
        parts = [nt("{n} service", "{n} services", len(chosen)), minutes_text(minutes)] if chosen else []
        parts += [money_text(price)] if price else []
        parts += [t("and what is on quote")] if price and rest else []
        self.sum.set_text(" · ".join(parts))
        if changed is not None and self.said.services:
            self.minutes.value, self.price.value = str(minutes or ""), ""
            self.price.show(price)

    def chosen(self) -> list[Service]:
        """The services that are ticked."""
        known = self.choices.services
        return [known[one] for one in (self.services.value or []) if one in known] if self.services else []

    def length(self, minutes: int | None, kind: str) -> int:
        """How long it takes: as was said, else as its services, else as its kind does."""
        user = self.choices.users.get(self.artist.value)
        return minutes or sum_of(self.chosen(), user)[0] or USUAL_MINUTES.get(kind, 60)

    def around(self) -> dict[str, int]:
        """Set-up and cleaning the services ask for, where there are any."""
        names, chosen = ("buffer_before", "buffer_after"), self.chosen()
        return {name: max(getattr(one, name) for one in chosen) for name in names} if chosen else {}

    def words(self) -> None:
        """What it is about, and a note."""
        self.form.field("title", text_field(t("About"), self.said.title, hint=t("Such as: fern, left forearm")))
        self.form.field("note", long_field(t("Note"), self.said.note, rows=2))


def details(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the form holds, in the words of the verbs."""
    told = {name: value for name, value in values.items() if name not in ("day", "time", "minutes")}
    for name in ("client_id", "artist_id", "station_id"):
        if name in told:
            told[name] = UUID(told[name]) if told[name] else None
    for name in ("buffer_before", "buffer_after", "price"):
        if name in told and told[name] is None:
            del told[name]
    if "services" in told:
        told["services"] = [UUID(one) for one in told["services"]]
    if "day" in values:
        day = values["day"]
        told["starts_local"] = f"{day.isoformat()}T{values['time'][:5]}" if day and values["time"] else ""
    return told | ({"minutes": values["minutes"]} if values.get("minutes") else {})


def sum_of(services: Sequence[Service], user_id: UUID | None) -> tuple[int, Money | None, bool]:
    """Minutes and fixed prices together, and whether some of it is found out later."""
    fixed = [one.price_with(user_id) for one in services if one.price_kind == "fixed"]
    known = [one for one in fixed if one is not None]
    price = Money(sum(one.minor for one in known), known[0].currency) if known else None
    rest = any(one.price_kind in ("from", "hourly", "quote") for one in services)
    return sum(one.minutes_with(user_id) for one in services), price, rest


def several_field(label: str, options: Mapping[str, str], value: list[str]) -> ui.select:
    """Several of many, found while one types."""
    known = [one for one in value if one in options]
    made = Select(dict(options), label=label, value=known, multiple=True, with_input=True)
    dress(made)
    made.props("use-chips")
    return made
