"""What the rules want on every consent and a client's file does not have yet, put on file in place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import status_mark
from components.app.moments import reading_locale
from components.app.perform import attempt
from components.app.text import text
from components.app.who import current_actor
from components.form import DateField, PhoneField, text_field
from studio.clients.actions import edit_client
from studio.clients.queries import ClientCard
from studio.consent.rules.wanting import field_word
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

EDIT = "clients.client.edit"


class Missing:
    """A field for each; `after` runs once they are on file."""

    def __init__(self, card: ClientCard, after: Callable[[], Awaitable[None]]) -> None:
        self.client_id, self.version, self.after = card.id, card.version, after
        self.fields: dict[str, Any] = {}

    def draw(self, missing: Sequence[str]) -> None:
        """Nothing where nothing is missing; only the words for those who may not change a file."""
        self.fields = {}
        if not missing:
            return
        with ui.element("div").classes("missing").props("role=group"):
            words = ", ".join(field_word(field) for field in missing)
            status_mark("flag", t("Not on file yet, and the rules in force want it: {what}", what=words)).classes(
                "long"
            )
            if not may(current_actor(), EDIT, house().rights):
                text(t("The front desk adds it to the file."), "second small", "p")
                return
            with ui.element("div").classes("two"):
                for field in missing:
                    self.fields[field] = _made(field)
            with ui.element("div").classes("line"):
                button(t("Add to the file"), self._save, icon="check")

    async def _save(self) -> None:
        try:
            told = {name: _read(field) for name, field in self.fields.items()}
        except Refusal as refusal:
            toast(refusal.text(), kind="stop")
            return
        kept = await attempt(edit_client, self, self.client_id, _given(told), self.version)
        if kept is not None:
            self.version = kept.version
            await self.after()

    def complain(self, refusal: Refusal) -> None:
        """Beside its field, else in passing."""
        ours = {name: texts for name, texts in refusal.fields.items() if name in self.fields}
        for name, texts in ours.items():
            self.fields[name].error = " ".join(texts)
        if not ours:
            toast(refusal.text(), kind="stop")


def _made(field: str) -> Any:
    if field == "birth_date":
        return DateField(field_word(field), None, locale=reading_locale())
    if field == "phone":
        return PhoneField(field_word(field), "", country=house().settings["studio.country"])
    return text_field(field_word(field))


def _read(field: Any) -> Any:
    return field.read() if hasattr(field, "read") else field.value


def _given(told: dict[str, Any]) -> dict[str, Any]:
    """Days as the verb reads them; what was left empty is left alone."""
    plain = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in told.items()}
    return {name: value for name, value in plain.items() if value}
