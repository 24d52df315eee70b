"""What a signing is for: the service, its day, what the country's rules say of the client's age, and the guardian."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.live import in_turn
from components.app.marks import status_mark
from components.app.moments import reading_locale
from components.app.perform import look
from components.app.text import text
from components.form import DateField, Form, PhoneField, choice_field, seg_field, text_field
from pages.consent.missing import Missing
from pages.consent.which_text import WhichText
from studio.catalog.queries import services
from studio.clients.queries import ClientCard
from studio.consent.queries import Judgement, judgement
from studio.consent.rules.guarding import PRESENT, REMOTE
from studio.extension.registry import registry
from studio.jurisdiction.shelf import in_force
from studio.kernel.house import house
from studio.kernel.text import nt, t

SERVICE, KIND, USUAL = "service:", "kind:", "tattoo"


class WhatIsDone:
    """A part of the form that opens a signing; what the rules say follows every choice."""

    def __init__(self, form: Form, card: ClientCard) -> None:
        self.form, self.card = form, card
        self.says: Judgement | None = None

    async def draw(self) -> None:
        """Service and day, then the verdict, then the guardian where one is needed."""
        offered = await self._offered()
        today = house().clock.today(house().settings["studio.zone"])
        with ui.element("div").classes("two"):
            self.what = choice_field(t("Service"), offered, next(iter(offered)), required=True)
            self.day = DateField(t("Day of the session"), today, locale=reading_locale(), required=True)
        self.form.field("service", self.what)
        self.form.field("session_on", self.day)
        self.which = WhichText(self.form)
        self.missing = Missing(self.card, self._judge)
        self.wants = ui.element("div")
        self.place = ui.element("div").classes("stack tight").props("role=status")
        self._guardian()
        self.what.on_value_change(self._judge)
        self.day.on_value_change(self._judge)
        await self._judge()

    async def _offered(self) -> dict[str, str]:
        """What the catalogue has, tattoos first; kinds it has nothing of stand by themselves."""
        found = await look(services)
        found.sort(key=lambda one: one.kind != USUAL)
        kinds = registry().service_kinds()
        missing = [kind for kind in kinds if kind not in {one.kind for one in found}]
        missing.sort(key=lambda kind: kind != USUAL)
        bare = {f"{KIND}{kind}": t(kinds[kind]) for kind in missing}
        named = {f"{SERVICE}{one.id}": one.name for one in found}
        return {**bare, **named} if USUAL in missing else {**named, **bare}

    def _guardian(self) -> None:
        card, add = self.card, self.form.field
        with ui.element("div").classes("stack guardian-fields") as self.guardian:
            text(t("Parent or guardian"), "medium")
            add("guardian.name", text_field(t("Name of the guardian"), card.guardian_name))
            with ui.element("div").classes("two"):
                add("guardian.relation", text_field(t("Relation"), card.guardian_relation, hint=t("Mother, father, …")))
                born = DateField(t("Their date of birth"), card.guardian_birth_date, locale=reading_locale())
                add("guardian.birth_date", born)
            country = house().settings["studio.country"]
            add("guardian.phone", PhoneField(t("Their phone"), card.guardian_phone, country=country))
            if in_force(house()).guardian.presence == PRESENT:
                text(t("They sign here, after the client: the rules in force want them in person."), "second", "p")
            else:
                places = {PRESENT: t("Here, after the client"), REMOTE: t("On their own phone")}
                add("guardian.place", seg_field(t("Where the guardian signs"), places, PRESENT))

    @in_turn
    async def _judge(self) -> None:
        """What the rules in force say of the choice as it stands."""
        kind, service_id = self._chosen(self.what.value)
        self.says = await look(judgement, self.card.id, kind, service_id, self.day.day)
        self.place.clear()
        with self.place:
            self._say(self.says)
        minor = self.says.state == "guardian_needed"
        self.guardian.set_visibility(minor)
        await self.which.follow(kind, service_id, minor=minor)
        if tuple(self.missing.fields) != self.says.missing:  # what is being typed there stays
            self.wants.clear()
            with self.wants:
                self.missing.draw(self.says.missing)

    def _say(self, told: Judgement) -> None:
        if "birth_date" in told.missing:
            return  # it is asked for above
        if told.state == "refused":
            status_mark("stop", told.why).classes("long")
        elif told.state == "guardian_needed":
            age = nt("{n} year old", "{n} years old", told.age or 0)
            status_mark("flag", t("{age} on that day: a guardian signs as well.", age=age)).classes("long")
        elif told.age is not None:
            status_mark("ok", nt("{n} year old on that day", "{n} years old on that day", told.age))

    def read(self, values: dict[str, Any]) -> dict[str, Any]:
        """What `open_ceremony` takes."""
        kind, service_id = self._chosen(values["service"])
        told: dict[str, Any] = {"service_kind": kind, "service_id": service_id, "session_on": values["session_on"]}
        told["template"] = values["template"] or ""
        if self.says is not None and self.says.state == "guardian_needed":
            names = ("name", "relation", "phone", "place", "birth_date")
            told["guardian"] = {name: _plain(values.get(f"guardian.{name}", PRESENT)) for name in names}
        return told

    def _chosen(self, value: str) -> tuple[str, UUID | None]:
        if value.startswith(SERVICE):
            return "", UUID(value.removeprefix(SERVICE))
        return value.removeprefix(KIND), None


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
