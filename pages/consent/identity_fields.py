"""What is asked about a document somebody showed: the client's, and the guardian's of a minor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from nicegui import ui

from components.app.marks import status_mark
from components.app.moments import reading_locale
from components.form import DateField, Form, check_field, choice_field, text_field
from studio.consent.rules.witnessing import KINDS
from studio.consent.telling import show_day
from studio.kernel.text import t

NOTHING: Mapping[str, Any] = {}


class IdentityFields:
    """Kind, issuer, last four, expiry and birth date; a birth date unlike the file's asks which of them is right."""

    def __init__(
        self,
        form: Form,
        field: str,
        on_file: date | None,
        today: date,
        last: Mapping[str, Any] = NOTHING,
        warning: str = "identity_expired",
    ) -> None:
        self.form, self.name, self.on_file, self.today = form, field, on_file, today
        self.last, self.warning = last, warning

    def draw(self) -> None:
        """The fields, in the order they stand on a document."""
        add, name = self.form.field, self.name
        kinds = {key: t(words) for key, words in KINDS.items()}
        add(f"{name}.kind", choice_field(t("Document"), kinds, self.last.get("kind") or "id_card", required=True))
        issuer = text_field(
            t("Issued by"), self.last.get("issuer", ""), required=True, hint=t("A country or an authority.")
        )
        add(f"{name}.issuer", issuer)
        locale = reading_locale()
        with ui.element("div").classes("two"):
            last4 = text_field(t("Last four of its number"), required=True, hint=t("Never the whole number."))
            add(f"{name}.last4", last4).props("maxlength=4")
            self.expiry = DateField(t("Valid until"), locale=locale, hint=t("Empty if it never ends."))
            add(f"{name}.expiry", self.expiry)
        hint = t("As it stands on the document.")
        self.born = DateField(t("Date of birth"), locale=locale, required=True, hint=hint)
        add(f"{name}.birth_date", self.born)
        self._differs()
        self._expired()
        self.born.on_value_change(self._look)
        self.expiry.on_value_change(self._look)
        self._look()

    def _differs(self) -> None:
        with ui.element("div").classes("stack tight") as self.differs:
            told = show_day(self.on_file.isoformat()) if self.on_file else ""
            status_mark("flag", t("On file is {day}.", day=told)).classes("long")
            self.mend = check_field(t("The document is right: mend the file"))
            self.form.field(f"{self.name}.mend", self.mend)

    def _expired(self) -> None:
        with ui.element("div").classes("stack tight") as self.expired:
            status_mark("flag", t("This document has expired.")).classes("long")
            why = text_field(t("Why you go on all the same"), hint=t("Kept with the consent; inspectors can read it."))
            self.form.field(f"reasons.{self.warning}", why)

    def _look(self) -> None:
        """What only some documents need is shown for those alone."""
        born, until = self.born.day, self.expiry.day
        self.differs.set_visibility(born is not None and self.on_file is not None and born != self.on_file)
        self.expired.set_visibility(until is not None and until < self.today)

    def read(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What the verb takes."""
        told = {key: values[f"{self.name}.{key}"] for key in ("kind", "issuer", "last4", "mend")}
        days = {key: values[f"{self.name}.{key}"] for key in ("expiry", "birth_date")}
        return {**told, **{key: day.isoformat() if day else None for key, day in days.items()}}
