"""Taking an artist in and changing one, each at its own address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.frame import frame, head
from components.app.moments import reading_locale
from components.app.perform import act, attempt, look
from components.app.text import text
from components.form import (
    DateField,
    Form,
    MoneyField,
    NumberField,
    PhoneField,
    check_field,
    choice_field,
    long_field,
    tags_field,
    text_field,
)
from pages.clients.handover import leave_word
from pages.clients.showing import country
from pages.schedule.hours_field import ArtistHours
from pages.schedule.people_words import PIGMENTS
from studio.clients.queries import everybody_here
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.actions import add_artist, archive_artist, edit_artist
from studio.schedule.queries import Artist, artist_by_code
from studio.schedule.rules.details import TERMS
from studio.schedule.words import CONTRACTS, RENT_PER

NOBODY = ""


async def draw_new() -> None:
    """Somebody who does not work here yet."""
    with frame(t("New artist"), active="/artists"):
        head(t("New artist"), t("A name is enough; everything else can follow."))
        with ui.element("div").classes("body narrow"):
            ArtistForm(None, await _accounts()).draw()


async def draw_edit(code: str) -> None:
    """Somebody who works here; an archived one has to be restored first."""
    one = await look(artist_by_code, code)
    note = t("{name} is archived. Restore them first.", name=one.name) if one.archived_at else one.code
    with frame(one.name, active="/artists", under=[(one.name, f"/artists/{one.code}")]):
        head(one.name, note)
        if one.archived_at is None:
            with ui.element("div").classes("body narrow"):
                ArtistForm(one, await _accounts()).draw()


class ArtistForm:
    """All fields in groups."""

    form: Form

    def __init__(self, one: Artist | None, accounts: Mapping[str, str]) -> None:
        self.one, self.accounts = one, accounts

    def draw(self) -> None:
        one = self.one
        with Form(self.save) as self.form:
            with _group(t("Who it is")):
                self.form.field("name", text_field(t("Name"), one.name if one else "", required=True))
                with ui.element("div").classes("two"):
                    chosen = str(one.user_id) if one and one.user_id else NOBODY
                    self.form.field("user_id", choice_field(t("Signs in as"), self.accounts, chosen))
                    colours = {str(n): t(word) for n, word in enumerate(PIGMENTS, 1)}
                    colours = colours if one else {NOBODY: t("The next one"), **colours}
                    self.form.field("colour", choice_field(t("Colour"), colours, str(one.colour) if one else NOBODY))
                self.form.field("active", check_field(t("Can be booked now"), one.active if one else True))
            self._contact()
            self._work()
            with _group(t("About")):
                self.form.field("about", long_field(t("For clients"), one.about if one else ""))
                self.form.field("note", long_field(t("Note for the office"), one.note if one else "", rows=2))
            back = f"/artists/{one.code}" if one else "/artists"
            self.form.acts(t("Save changes") if one else t("Add the artist"), cancel=back)

    async def save(self, values: dict[str, Any]) -> Any:
        """Hand it to the verb."""
        told = {**values, "user_id": UUID(values["user_id"]) if values["user_id"] else None}
        told |= {"colour": int(values["colour"])} if values["colour"] else {}
        if not values["colour"]:
            del told["colour"]
        if self.one is None:
            made = await attempt(add_artist, self.form, told)
            if made is not None:
                said = t("{name} is here as {code}.", name=made.name, code=made.code)
                self._leave(made.code, said, made.id)
            return made
        saved = await attempt(edit_artist, self.form, self.one.id, told, self.one.version)
        if saved is not None:
            self._leave(saved.code, t("Changes to {name} are saved.", name=saved.name))
        return saved

    def _leave(self, code: str, said: str, made: UUID | None = None) -> None:
        self.form.settled()
        leave_word(said, (lambda: act(archive_artist, made)) if made else None)
        ui.navigate.to(f"/artists/{code}")

    def _contact(self) -> None:
        one = self.one
        with _group(t("Contact")), ui.element("div").classes("two"):
            self.form.field("phone", PhoneField(t("Phone"), one.phone if one else "", country=country()))
            self.form.field("email", text_field(t("E-mail"), one.email if one else "", kind="email"))

    def _work(self) -> None:
        one, locale = self.one, reading_locale()
        with _group(t("Work")):
            with ui.element("div").classes("two"):
                self.form.field("styles", tags_field(t("Styles"), one.styles if one else ()))
                self.form.field("languages", tags_field(t("Languages"), one.languages if one else ()))
            contracts = {key: t(word) for key, word in CONTRACTS.items()}
            with ui.element("div").classes("three"):
                contract = choice_field(t("Contract"), contracts, one.contract if one and one.contract else "employee")
                self.form.field("contract", contract)
                stay = (one.guest_from, one.guest_until) if one else (None, None)
                first = self.form.field("guest_from", DateField(t("Guest from"), stay[0], locale=locale))
                last = self.form.field("guest_until", DateField(t("Guest until"), stay[1], locale=locale))
            for day in (first, last):
                day.bind_visibility_from(contract, "value", value="guest")
            self._terms(contract)
            text(t("Hours"), "strong", "h3")
            text(t("Like 10:00–13:00, 14:00–18:00. All empty: whenever the studio is open."), "second small", "p")
            self.form.field("hours", ArtistHours(one.hours if one else {}))

    def _terms(self, contract: ui.select) -> None:
        """What of the takings is theirs, or what they pay; each with the contracts it belongs to."""
        one, kept = self.one, house().settings
        with ui.element("div").classes("three"):
            share = self.form.field("share", NumberField(t("Their share in percent"), one.share if one else None))
            rent = MoneyField(
                t("Rent"), one.rent if one else None, currency=kept["studio.currency"], locale=reading_locale()
            )
            self.form.field("rent", rent)
            times = {key: t(word) for key, word in RENT_PER.items()}
            per = self.form.field("rent_per", choice_field(t("For each"), times, (one and one.rent_per) or "week"))
        for name, field in {"share": share, "rent": rent, "rent_per": per}.items():
            field.bind_visibility_from(contract, "value", backward=TERMS[name].__contains__)


async def _accounts() -> dict[str, str]:
    people = {str(key): name for key, name in (await look(everybody_here)).items()}
    return {NOBODY: t("Nobody: has no account"), **people}


def _group(title: str) -> ui.element:
    group = ui.element("fieldset").classes("form-group")
    with group:
        text(title, "strong", "legend")
    return group
