"""The fields of a client's form, in groups, checked while one types by the rules the verbs use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.moments import reading_locale
from components.app.text import text
from components.form import DateField, Form, PhoneField, choice_field, long_field, tags_field, text_field
from pages.clients.edit_more import draw_identity, draw_introducer, fill_again
from pages.clients.showing import country
from studio.clients.queries import ClientCard
from studio.clients.rules.age import is_minor
from studio.clients.rules.details import FIELDS, Frame
from studio.clients.rules.phones import clean_phone, is_whole
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES, t

PRONOUNS = ("she/her", "he/him", "they/them")


class Fields:
    """All fields; `changed` says what differs, `fill` puts other values in."""

    guardian: Element

    def __init__(self, form: Form, card: ClientCard | None, frame: Frame, tags: list[str]) -> None:
        self.form, self.card, self.frame, self.tags = form, card, frame, tags
        self.hidden = bool(card and card.contact_hidden)
        self.made: dict[str, Any] = {}
        self.first: dict[str, Any] = {}

    def draw(self, below_name: Callable[[], object]) -> None:
        """The groups, most needed first."""
        with _group(t("Who it is")):
            self.text("name", t("Name"), required=True, autofocus=True)
            below_name()
            with ui.element("div").classes("three"):
                self.text("preferred_name", t("Preferred name"), hint=t("If different"))
                self.text("pronouns", t("Pronouns"), suggestions=PRONOUNS)
                self.text("gender", t("Gender"), hint=t("In their own words"))
            with ui.element("div").classes("two"):
                self.date("birth_date", t("Birth date"))
                self._language()
        self.guardian = self._guardian()
        with _group(t("How to reach them")):
            self._contact()
        with _group(t("In an emergency")), ui.element("div").classes("three"):
            self.text("emergency_name", t("Name"))
            self.text("emergency_relation", t("Relation"))
            self._phone("emergency_phone", t("Phone"))
        with _group(t("Identity document")):
            draw_identity(self)
        with _group(t("For the team")):
            draw_introducer(self)
            self.add("tags", tags_field(t("Tags"), self.was("tags") or [], known=self.tags))
            self.add("notes", long_field(t("Notes"), self.was("notes"), rows=3))
        self.made["birth_date"].on_value_change(self._show_guardian)
        self._show_guardian()

    def changed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values that differ from what the form began with."""
        return {name: value for name, value in values.items() if value != self.first[name]}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put stored values into their fields, written as people here write them."""
        for name, value in values.items():
            if not fill_again(self, name, value):
                self.made[name].value = _typed(self.made[name], value)

    def typed(self, name: str) -> Any:
        """What stands in a field now; unclear dates and numbers count as empty."""
        field: Any = self.made.get(name)
        try:
            return field.read() if hasattr(field, "read") else getattr(field, "value", None)
        except Refusal:
            return None

    def _contact(self) -> None:
        if self.hidden:
            text(t("Phone, e-mail and address of this client are hidden from your role."), "quiet", "p")
            return
        with ui.element("div").classes("two"):
            self._phone("phone", t("Phone"))
            self.text("email", t("E-mail"), kind="email")
        self.add("address", long_field(t("Address"), self.was("address"), rows=2, hint=self._why("address")))

    def _guardian(self) -> Element:
        with _group(t("Parent or guardian")) as group:
            with ui.element("div").classes("two"):
                self.text("guardian_name", t("Name"))
                self.text("guardian_relation", t("Relation"))
            with ui.element("div").classes("two"):
                if not self.hidden:
                    self._phone("guardian_phone", t("Phone"))
                self.date("guardian_birth_date", t("Birth date"))
        return group

    def _show_guardian(self) -> None:
        minor = is_minor(self.typed("birth_date"), self.frame.today, self.frame.adult, self.frame.leap)
        self.guardian.set_visibility(minor or bool(self.typed("guardian_name")))

    def text(
        self,
        name: str,
        label: str,
        *,
        hint: str = "",
        required: bool = False,
        kind: str = "text",
        autofocus: bool = False,
        suggestions: tuple[str, ...] = (),
    ) -> None:
        """A line of the card, checked when it is left."""
        hint = hint or self._why(name)
        field = text_field(label, self.was(name), hint=hint, required=required, kind=kind, check=self._check(name))
        field.without_auto_validation()
        field.on("blur", field.validate)
        if autofocus and not self.card:
            field.props("autofocus")
        if suggestions:
            field.set_autocomplete(list(suggestions))
        self.add(name, field)

    def _phone(self, name: str, label: str) -> None:
        check = self._check(name)
        self.add(
            name, PhoneField(label, self.was(name), country=country(), check=check, doubt=doubt, hint=self._why(name))
        )

    def date(self, name: str, label: str) -> None:
        """A day of the card."""
        self.add(name, DateField(label, getattr(self.card, name, None), locale=reading_locale(), hint=self._why(name)))

    def _language(self) -> None:
        options = {"": t("Not known"), **LANGUAGES}
        self.add("language", choice_field(t("Language"), options, self.was("language")))

    def _check(self, name: str) -> Callable[[str], str | None]:
        def check(typed: str) -> str | None:
            try:
                FIELDS[name](typed, self.frame)
            except Refusal as refusal:
                return refusal.text()
            return None

        return check

    def add(self, name: str, field: Any) -> None:
        """A field, and what stood in it at first."""
        self.made[name] = self.form.field(name, field)
        self.first[name] = self.typed(name)

    def _why(self, name: str) -> str:
        wanted = name in self.frame.wanted and name != "name"  # which says so by itself
        return t("The rules in force want it.") if wanted else ""

    def was(self, name: str) -> Any:
        """What is on file."""
        return getattr(self.card, name, "")


def doubt(typed: str) -> str | None:
    """What to look at in a phone number that can be kept; None for a whole one and for what is refused anyway."""
    try:
        whole = is_whole(clean_phone(typed, country()))
    except Refusal:
        return None
    return None if whole else t("Is it complete? From abroad it begins with +.")


def _typed(field: Any, value: Any) -> Any:
    from components.form.days import show_day
    from components.form.phones import show_phone

    if isinstance(field, DateField):
        return show_day(value, field.locale) if value else ""
    return show_phone(value, field.country) if isinstance(field, PhoneField) else value


def _group(title: str) -> Element:
    """A group of the form under its title; draw into it."""
    group = ui.element("fieldset").classes("form-group")
    with group:
        text(title, "strong", "legend")
    return group
