"""The fields of a booking: what, for whom, with whom and where, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.moments import reading_locale
from components.app.perform import look
from components.form import DateField, Form, NumberField, choice_field, long_field, text_field
from components.form.choices import Select
from components.form.fields import dress
from components.pickers.picker import Choice, Picker
from pages.furnishing import search
from studio.catalog.queries import list_services
from studio.kernel.text import t
from studio.schedule.queries import artists, stations
from studio.schedule.words import KINDS

NOBODY = ""


@dataclass(frozen=True)
class Offered:
    """Who, where and what can be chosen."""

    artists: Mapping[str, str]
    stations: Mapping[str, str]
    services: Mapping[str, str]


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


async def offered(actor_scope: Any, mine: UUID | None) -> Offered:
    """Everything on offer; whoever may book for themselves alone chooses nobody else."""
    people = [one for one in await look(artists) if one.active and (actor_scope == "all" or one.id == mine)]
    places = [one for one in await look(stations) if one.active]
    services = (await look(list_services, state="active", size=200)).items
    return Offered(
        {str(one.id): one.name for one in people},
        {str(one.id): one.name for one in places},
        {str(one.id): one.name for one in services},
    )


class Fields:
    """Draws them into a form; `details` is what they say, in the words of the verbs."""

    def __init__(self, form: Form, choices: Offered, said: Said) -> None:
        self.form, self.choices, self.said = form, choices, said

    def what(self, *, client: bool = True) -> None:
        """Kind, client and services."""
        with ui.element("div").classes("two"):
            kinds = {key: t(word) for key, word in KINDS.items()}
            self.form.field("kind", choice_field(t("Kind"), kinds, self.said.kind))
            if client:
                picker = Picker(t("Client"), search, choice=self.said.client, placeholder=t("Name, phone or code"))
                self.form.field("client_id", picker)
        if self.choices.services:
            self.form.field("services", several_field(t("Services"), self.choices.services, self.said.services))

    def where(self) -> None:
        """Artist and station."""
        with ui.element("div").classes("two"):
            for name, label, known in (
                ("artist_id", t("Artist"), self.choices.artists),
                ("station_id", t("Station"), self.choices.stations),
            ):
                options = {NOBODY: t("None"), **known}
                self.form.field(name, choice_field(label, options, getattr(self.said, name) or NOBODY))

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
                self.form.field("minutes", minutes)

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
    if "services" in told:
        told["services"] = [UUID(one) for one in told["services"]]
    if "day" in values:
        day = values["day"]
        told["starts_local"] = f"{day.isoformat()}T{values['time'][:5]}" if day and values["time"] else ""
    return told | ({"minutes": values["minutes"]} if values.get("minutes") else {})


def several_field(label: str, options: Mapping[str, str], value: list[str]) -> ui.select:
    """Several of many, found while one types."""
    known = [one for one in value if one in options]
    made = Select(dict(options), label=label, value=known, multiple=True, with_input=True)
    dress(made)
    made.props("use-chips")
    return made
