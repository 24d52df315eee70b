"""Taking a piece in and changing one, each at its own address."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.frame import frame, head
from components.app.moments import reading_locale
from components.app.perform import attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.body_map.field import BodyField
from components.form import DateField, Form, NumberField, check_field, choice_field, long_field, text_field
from components.pickers.picker import Choice
from pages.clients.handover import leave_word
from pages.clients.picking import ClientPicker
from studio.catalog.queries import list_services
from studio.clients.queries import client_card
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.queries import artists
from studio.tattoo.actions import add_piece, edit_piece
from studio.tattoo.queries import piece_by_code
from studio.tattoo.refusals import ClientIsUnknown
from studio.tattoo.views import PieceCard
from studio.tattoo.words import INKS

EDIT, NOBODY = "tattoo.piece.edit", ""
IDS = ("lead_artist_id", "service_id")


async def draw_new(whose: str = "") -> None:
    """A piece nobody has written down yet; `?whose=` names whose it is."""
    form = PieceForm(None)
    await form.gather(whose)
    with frame(t("New piece"), active="/pieces"):
        head(t("New piece"), t("Whose it is and what it is called are enough; everything else can follow."))
        with ui.element("div").classes("body narrow"):
            form.draw()


async def draw_edit(code: str) -> None:
    """A piece that goes on."""
    card = await look(piece_by_code, code)
    one, form = card.piece, PieceForm(card)
    await form.gather("")
    with frame(one.title, active="/pieces", under=[(one.title, f"/pieces/{one.code}")]):
        head(one.title, f"{one.code} · {one.client}")
        with ui.element("div").classes("body narrow"):
            form.draw()


class PieceForm:
    """All fields in groups."""

    form: Form
    client: Choice | None = None

    def __init__(self, card: PieceCard | None) -> None:
        self.card, self.one = card, card.piece if card else None
        self.people: dict[str, str] = {}
        self.services: dict[str, str] = {}

    async def gather(self, whose: str) -> None:
        """What can be chosen. Whoever may keep pieces of their own alone, leads what they take in."""
        me = current_actor()
        alone = house().rights.scope(me, EDIT) == "own"
        found = [one for one in await look(artists) if one.active and (not alone or one.user_id == me.id)]
        self.people = ({} if alone else {NOBODY: t("Not decided")}) | {str(one.id): one.name for one in found}
        services = (await look(list_services, state="active", size=200)).items
        self.services = {NOBODY: t("None")} | {str(one.id): one.name for one in services}
        if self.one and self.one.lead_artist_id:
            self.people.setdefault(str(self.one.lead_artist_id), self.one.artist)
        if self.card and self.card.service_id:
            self.services.setdefault(str(self.card.service_id), self.card.service)
        if whose:
            try:
                card = await look(client_card, whose)
                self.client = Choice(str(card.id), card.name, code=card.code)
            except Refusal:
                self.client = None

    def draw(self) -> None:
        one = self.one
        with Form(self.save) as self.form:
            with _group(t("What it is")):
                if one is None:
                    self.form.field("client_id", ClientPicker(choice=self.client))
                hint = t("Such as: tide sleeve, or fern on the forearm")
                title = text_field(t("Title"), one.title if one else "", required=True, hint=hint)
                self.form.field("title", title)
                self._who()
                self._look()
            with _group(t("Where and how large")):
                self._place()
            with _group(t("Sessions and healing")):
                self._sessions()
            with _group(t("Note")):
                self.form.field("note", long_field(t("Note for the studio"), self.card.note if self.card else ""))
            back = f"/pieces/{one.code}" if one else "/pieces"
            self.form.acts(t("Save changes") if one else t("Take it in"), cancel=back)

    async def save(self, values: dict[str, Any]) -> Any:
        """Hand it to the verb."""
        told = {**values, **{name: UUID(values[name]) if values[name] else None for name in IDS}}
        if self.one is None:
            return await self._add(told)
        saved = await attempt(edit_piece, self.form, self.one.id, told, self.one.version)
        if saved is not None:
            self._leave(saved.code, t("Changes to {name} are saved.", name=saved.title))
        return saved

    async def _add(self, told: dict[str, Any]) -> Any:
        client = told.pop("client_id")
        if not client:
            self.form.complain(ClientIsUnknown("client_id"))
            return None
        made = await attempt(add_piece, self.form, UUID(client), told)
        if made is not None:
            self._leave(made.code, t("{name} is taken in as {code}.", name=made.title, code=made.code))
        return made

    def _leave(self, code: str, said: str) -> None:
        self.form.settled()
        leave_word(said)
        ui.navigate.to(f"/pieces/{code}")

    def _who(self) -> None:
        one, card = self.one, self.card
        lead = str(one.lead_artist_id) if one and one.lead_artist_id else next(iter(self.people), NOBODY)
        with ui.element("div").classes("two"):
            self.form.field("lead_artist_id", choice_field(t("Lead artist"), self.people, lead))
            service = str(card.service_id) if card and card.service_id else NOBODY
            self.form.field("service_id", choice_field(t("Service"), self.services, service))

    def _look(self) -> None:
        one = self.one
        with ui.element("div").classes("two"):
            self.form.field("style", text_field(t("Style"), one.style if one else ""))
            inks = {key: t(word) for key, word in INKS.items()}
            self.form.field("ink", choice_field(t("Colours"), inks, one.ink if one else ""))
        self.form.field("cover_up", check_field(t("Covers an older tattoo"), one.cover_up if one else False))

    def _place(self) -> None:
        one, card = self.one, self.card
        with ui.element("div").classes("two piece-place"):
            self.form.field("places", BodyField(t("Tap where it goes"), one.places if one else ()))
            with ui.element("div").classes("stack"):
                note = text_field(t("The place in words"), card.place_note if card else "")
                self.form.field("place_note", note)
                wide = NumberField(t("Width"), card.wide_mm if card else None, unit="mm")
                self.form.field("wide_mm", wide)
                self.form.field("tall_mm", NumberField(t("Height"), card.tall_mm if card else None, unit="mm"))
                size = text_field(t("Size in words"), card.size_note if card else "", hint=t("Such as: a palm"))
                self.form.field("size_note", size)

    def _sessions(self) -> None:
        card = self.card
        with ui.element("div").classes("two"):
            planned = NumberField(t("Planned sessions"), card.piece.planned_sessions if card else 1)
            self.form.field("planned_sessions", planned)
            minutes = NumberField(t("Planned time in all"), card.planned_minutes if card else None, unit=t("min"))
            self.form.field("planned_minutes", minutes)
            usual = t("Empty: as the service or the studio says")
            days = NumberField(t("Days of healing between"), card.healing_days if card else None, hint=usual)
            self.form.field("healing_days", days)
            free = NumberField(t("Free touch-ups"), card.touch_ups if card else None, hint=usual)
            self.form.field("touch_ups", free)
            until = DateField(t("Touch-ups free until"), card.touch_up_until if card else None, locale=reading_locale())
            self.form.field("touch_up_until", until)


def _group(title: str) -> ui.element:
    group = ui.element("fieldset").classes("form-group")
    with group:
        text(title, "strong", "legend")
    return group
