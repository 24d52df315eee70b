"""Putting a client on file and changing the entry: one form at its own address."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.frame import frame, head
from components.app.perform import attempt, look
from components.form import Form
from pages.clients.doubles import Doubles
from pages.clients.edit_fields import Fields
from pages.clients.handover import leave_word
from pages.clients.stale import settle
from studio.clients.actions import archive_client, create_client, edit_client
from studio.clients.filing import guest_frame
from studio.clients.models import Client
from studio.clients.queries import ClientCard, client_card, tags_in_use
from studio.kernel.house import house
from studio.kernel.refusal import Refusal, Stale
from studio.kernel.text import t


async def draw_new() -> None:
    """A client who is not on file yet; a name is enough."""
    await _draw(EditForm(None), t("New client"), t("A name is enough; everything else can follow."))


async def draw_edit(code: str) -> None:
    """A client on file; an archived one has to be restored first."""
    card = await look(client_card, code)
    note = t("{name} is archived. Restore the client first.", name=card.name) if card.archived_at else card.code
    await _draw(EditForm(card), card.name, note)


async def _draw(form: EditForm, title: str, note: str) -> None:
    tags = await look(tags_in_use)
    with frame(title, active="/clients", under=[(title, form.back)] if form.card else ()):
        head(title, note)
        if not form.card or not form.card.archived_at:
            with ui.element("div").classes("body client-form"):
                form.draw(tags)


class EditForm:
    """The form, and what becomes of it: saved, refused beside its fields, or beside what a colleague saved."""

    form: Form
    fields: Fields

    def __init__(self, card: ClientCard | None) -> None:
        self.card = card
        self.stored: ClientCard | Client | None = card
        """What stands in the house as far as this form knows: the card, later what a colleague saved."""
        self.back = f"/clients/{card.code}" if card else "/clients"

    def draw(self, tags: list[str]) -> None:
        with Form(self.save) as self.form:
            self.fields = Fields(self.form, self.card, guest_frame(house()), tags)
            doubles = Doubles(self.fields, self.card.id if self.card else None)
            self.fields.draw(below_name=doubles.draw)
            doubles.watch()
            self.form.acts(t("Save changes") if self.card else t("Put on file"), cancel=self.back)

    async def save(self, values: dict[str, Any]) -> object:
        """Hand it to the verb; only what differs from what was there at first."""
        changed = self.fields.changed(values)
        if self.card is None:
            return await self._create(values)
        if not changed:
            self.form.settled()
            ui.navigate.to(self.back)
            return True
        return await self._edit(self.stored or self.card, changed)

    async def _create(self, values: dict[str, Any]) -> Client | None:
        client = await attempt(create_client, self.form, values)
        if client is not None:
            self.form.settled()
            leave_word(t("{name} is on file as {code}.", name=client.name, code=client.code), _archiving(client))
            ui.navigate.to(f"/clients/{client.code}")
        return client

    async def _edit(self, card: ClientCard | Client, changed: dict[str, Any]) -> Client | None:
        client = await attempt(edit_client, self, card.id, changed, card.version)
        if client is not None:
            self.form.settled()
            before = {field: getattr(card, field) for field in changed}
            back = None if "id_number" in changed else _undoing(client, before)  # what is not shown cannot be put back
            leave_word(t("Changes to {name} are saved.", name=client.name), back)
            ui.navigate.to(self.back)
        return client

    def complain(self, refusal: Refusal) -> None:
        """A colleague saved meanwhile: both versions side by side. Anything else goes beside its field."""
        if isinstance(refusal, Stale) and isinstance(refusal.current, Client) and self.card:
            ui.timer(0, lambda: self._settle(refusal.current), once=True)
        else:
            self.form.complain(refusal)

    async def _settle(self, theirs: Any) -> None:
        mine = self.form.values()
        if mine is None or self.card is None:
            return
        chosen = await settle(self.card, self.fields.changed(mine), theirs)
        if chosen is None:
            return
        self.stored = theirs
        self.fields.fill(chosen)
        await self.form.save()


def _archiving(client: Client) -> Any:
    async def undo() -> None:
        await attempt(archive_client, None, client.id)

    return undo


def _undoing(client: Client, before: dict[str, Any]) -> Any:
    async def undo() -> None:
        await attempt(edit_client, None, client.id, before, client.version)

    return undo
