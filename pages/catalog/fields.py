"""The fields of a service's form, in groups; what the chosen price or deposit does not count with is put away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.moments import reading_locale
from components.app.text import text
from components.form import Form, MoneyField, NumberField, check_field, choice_field, long_field, seg_field, text_field
from pages.catalog.artists_field import ArtistsField
from studio.catalog.queries import Choices, Service
from studio.catalog.rules.details import USUAL
from studio.catalog.rules.together import PRICED
from studio.catalog.view import details_of
from studio.catalog.words import DEPOSIT_KINDS, LABELS, PRICE_KINDS
from studio.kernel.money import Money
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

EVERYBODY, CHOSEN = "everybody", "chosen"
AMOUNTS = ("price", "deposit")


class Fields:
    """All fields; `details` says what the form holds, `changed` what differs, `fill` puts other values in."""

    def __init__(self, form: Form, service: Service | None, choices: Choices) -> None:
        self.form, self.choices = form, choices
        self.service = service
        self.was: Mapping[str, Any] = _began(service, choices)
        self.foreign = service is not None and service.currency != choices.currency
        self.made: dict[str, Any] = {}

    def draw(self) -> None:
        """The groups, most needed first."""
        with _group(t("What it is")):
            self._add("name", text_field(t("Name"), self.was.get("name", ""), required=True))
            self._add("kind", self._choice("kind", self.choices.kinds, required=True))
            self._add("description", long_field(t("Description"), self.was["description"], rows=2))
            self._add("active", check_field(t("Offered now"), self.was["active"]))
        with _group(t("Time")):
            with _side_by_side("three"):
                self._number("minutes", t("Usual duration"), t("min"), required=True)
                self._number("minutes_least", t("At least"), t("min"))
                self._number("minutes_most", t("At most"), t("min"))
            with _side_by_side("three"):
                self._number("buffer_before", t("Set-up before"), t("min"))
                self._number("buffer_after", t("Cleaning after"), t("min"))
                self._number("healing_days", t("Days to heal"), t("days"), hint=t("Before the same skin again"))
        self._price()
        self._deposit()
        with _group(t("Before and after")):
            hint = t("Empty: as the country's rules say")
            with _side_by_side("three"):
                self._number("minimum_age", t("Minimum age"), t("years"), hint=hint)
            self._add("consent_template", self._paper("consent_template", self.choices.consents))
            self._add("aftercare", self._paper("aftercare", self.choices.aftercare))
        self._people()
        for name in ("price_kind", "deposit_kind", "everybody"):
            self.made[name].on_value_change(self._show)
        self._show()

    def details(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What the form holds, in the words of the verb."""
        return {**values, "everybody": values["everybody"] == EVERYBODY}

    def changed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The details that differ from what stood there; with amounts of another currency, all amounts."""
        told = self.details(values)
        differing = {name: value for name, value in told.items() if value != _plain(self.was.get(name), name)}
        if self.foreign and {*AMOUNTS, "artists"} & set(differing):
            differing |= {name: told[name] for name in (*AMOUNTS, "artists")}
        return differing

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put stored values into their fields."""
        for name, value in values.items():
            field = self.made[name]
            if isinstance(field, ArtistsField):
                field.fill(value)
            elif isinstance(field, MoneyField):
                field.show(value)
            elif name == "everybody":
                field.value = EVERYBODY if value else CHOSEN
            else:
                field.value = "" if value is None else str(value) if isinstance(field, NumberField) else value

    def _price(self) -> None:
        with _group(t("Price")):
            words = {key: t(word) for key, word in PRICE_KINDS.items()}
            with _side_by_side("three"):
                self._add("price_kind", choice_field(t("How it is priced"), words, self.was["price_kind"]))
                self._money("price", t("Price"))
                taxes = {"": self.choices.taxes[0] if self.choices.taxes else t("No tax")}
                taxes |= {name: name for name in self.choices.taxes[1:]}
                known = self.was["tax_rate"]
                if known and known not in taxes:
                    taxes[known] = known if known in self.choices.taxes else t("{name} (no longer a rate)", name=known)
                self._add("tax_rate", choice_field(t("Tax rate"), taxes, known))

    def _deposit(self) -> None:
        with _group(t("Deposit")):
            words = {key: t(word) for key, word in DEPOSIT_KINDS.items()}
            self._add("deposit_kind", seg_field(t("What is asked in advance"), words, self.was["deposit_kind"]))
            with _side_by_side("three"):
                self._number("deposit_percent", t("Per cent of the price"), "%")
                self._money("deposit", t("Amount of the deposit"), hint=t("Empty: agreed each time"))
            self._add("deposit_once", check_field(t("Once for the whole piece"), self.was["deposit_once"]))

    def _people(self) -> None:
        with _group(t("Who offers it")):
            words = {EVERYBODY: t("Everybody"), CHOSEN: t("Chosen people")}
            self._add("everybody", seg_field(t("Offered by"), words, EVERYBODY if self.was["everybody"] else CHOSEN))
            text(t("Minutes and price only where somebody's own differ."), "small quiet", "p")
            gone = [one["artist_id"] for one in self.was["artists"] if one["artist_id"] not in self.choices.artists]
            people = {**self.choices.artists, **{who: self.choices.names.get(who, "") for who in gone}}
            own = [{**one, "price": self._here(one["price"])} for one in self.was["artists"]]
            field = ArtistsField(people, own, currency=self.choices.currency, locale=reading_locale())
            self._add("artists", field)

    def _show(self) -> None:
        deposit = self.made["deposit_kind"].value
        self._let("price", self.made["price_kind"].value in PRICED)
        self._let("deposit_percent", deposit == "percent")
        self._let("deposit", deposit == "fixed")
        self.made["deposit_once"].set_visibility(deposit != "none")
        self.made["artists"].let(everybody=self.made["everybody"].value == EVERYBODY)

    def _let(self, name: str, visible: bool) -> None:
        field = self.made[name]
        field.set_visibility(visible)
        try:
            field.read()
        except Refusal:
            field.value = field.value if visible else ""  # nobody can mend what nobody sees

    def _number(self, name: str, label: str, unit: str, *, hint: str = "", required: bool = False) -> None:
        self._add(name, NumberField(label, self.was[name] or None, unit=unit, hint=hint, required=required))

    def _money(self, name: str, label: str, hint: str = "") -> None:
        was = self.was[name]
        if was and self._here(was) is None:
            hint = t("Was {amount}", amount=was.text(reading_locale()))
        locale = reading_locale()
        self._add(name, MoneyField(label, self._here(was), currency=self.choices.currency, locale=locale, hint=hint))

    def _here(self, amount: Money | None) -> Money | None:
        """The amount, where it is in the studio's present currency."""
        return amount if amount is not None and amount.currency == self.choices.currency else None

    def _choice(self, name: str, options: Mapping[str, str], *, required: bool = False) -> ui.select:
        known = self.was.get(name)
        offered = {**options, known: known} if known and known not in options else options
        return choice_field(t(LABELS[name]), offered, known, required=required)

    def _paper(self, name: str, options: Mapping[str, str]) -> ui.select:
        return self._choice(name, {"": t("None"), **options})

    def _add(self, name: str, field: Any) -> None:
        self.made[name] = self.form.field(name, field)


def _began(service: Service | None, choices: Choices) -> Mapping[str, Any]:
    """What stands there, its people in the order of the form."""
    if service is None:
        return {**USUAL, "minutes": None}
    told = details_of(service)
    order = list(choices.artists)
    places = {who: place for place, who in enumerate(order)}
    return {**told, "artists": sorted(told["artists"], key=lambda one: places.get(one["artist_id"], len(order)))}


def _plain(value: Any, name: str) -> Any:
    """Numbers that stand at zero are shown as empty fields."""
    return None if value == 0 and name in ("buffer_before", "buffer_after", "healing_days") else value


def _side_by_side(look: str) -> Element:
    return ui.element("div").classes(look)


def _group(title: str) -> Element:
    """A group of the form under its title; draw into it."""
    group = ui.element("fieldset").classes("form-group")
    with group:
        text(title, "strong", "legend")
    return group
