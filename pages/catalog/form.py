"""The form of a service and what becomes of it: saved, refused beside its fields, or beside what a colleague saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from components import stale
from components.app.button import button
from components.app.perform import act, attempt, look
from components.form import Form
from pages.catalog.fields import Fields
from pages.catalog.showing import field_text
from studio.catalog.actions import add_service, archive_service, edit_service
from studio.catalog.models import ServiceEntry
from studio.catalog.queries import Choices, Service, service
from studio.catalog.view import details_of
from studio.catalog.words import LABELS
from studio.kernel.refusal import Refusal, Stale
from studio.kernel.text import t

Undo = Callable[[], Awaitable[Any]]
Done = Callable[[Service, str, Undo | None], Any]
"""Told when it is saved: the service, what to say, and the way back."""


class ServiceForm:
    """For a new service, or one that stands; `cancel` is an address or what to do."""

    form: Form
    fields: Fields

    def __init__(self, one: Service | None, choices: Choices, done: Done, cancel: str | Callable[[], Any]) -> None:
        self.one, self.choices, self.done, self.cancel = one, choices, done, cancel
        self.version = one.version if one else 0

    def draw(self) -> None:
        with Form(self.save) as self.form:
            self.fields = Fields(self.form, self.one, self.choices)
            self.fields.draw()
            words = t("Save changes") if self.one else t("Add the service")
            with self.form.acts(words, cancel=self.cancel if isinstance(self.cancel, str) else ""):
                if not isinstance(self.cancel, str):
                    button(t("Cancel"), self.cancel)

    async def save(self, values: dict[str, Any]) -> object:
        """Hand it to the verb: all of a new one, what differs of one that stands."""
        if self.one is None:
            return await self._add(self.fields.details(values))
        changed = self.fields.changed(values)
        if not changed:
            self.form.settled()
            await _maybe(self.done(self.one, "", None))
            return True
        return await self._edit(self.one, changed)

    async def _add(self, details: dict[str, Any]) -> ServiceEntry | None:
        entry = await attempt(add_service, self.form, details)
        if entry is not None:
            said = t("{name} is in the catalogue as {code}.", name=entry.name, code=entry.code)
            await self._finish(entry, said, lambda: act(archive_service, entry.id))
        return entry

    async def _edit(self, one: Service, changed: dict[str, Any]) -> ServiceEntry | None:
        before = await look(service, one.id)
        entry = await attempt(edit_service, self, one.id, changed, self.version)
        if entry is not None:
            said = t("Changes to {name} are saved.", name=entry.name)
            await self._finish(entry, said, lambda: act(edit_service, one.id, details_of(before), entry.version))
        return entry

    async def _finish(self, entry: ServiceEntry, said: str, undo: Undo) -> None:
        self.form.settled()
        await _maybe(self.done(await look(service, entry.id), said, undo))

    def complain(self, refusal: Refusal) -> None:
        """A colleague saved meanwhile: both versions side by side. Anything else goes beside its field."""
        if isinstance(refusal, Stale) and self.one:
            ui.timer(0, self._settle, once=True)
        else:
            self.form.complain(refusal)

    async def _settle(self) -> None:
        mine = self.form.values()
        if mine is None or self.one is None:
            return
        now = await look(service, self.one.id)
        was, theirs = details_of(self.one), details_of(now)
        moved = {name: value for name, value in theirs.items() if value != was[name]}
        changed = self.fields.changed(mine)
        self.version = now.version
        if moved:
            chosen = await stale.settle(
                t("Somebody else changed this service meanwhile"),
                moved,
                changed,
                label=lambda field: t(LABELS[field]),
                show=lambda field, value: field_text(field, value, self.choices),
            )
            if chosen is None:
                return
            self.fields.fill(chosen)
        await self.form.save()


async def _maybe(done: Any) -> None:
    if isinstance(done, Awaitable):
        await done
