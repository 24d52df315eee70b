"""Who offers a service: everybody or chosen people, with minutes and a price of their own where these differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.app.text import text
from components.form import MoneyField, NumberField, check_field
from studio.kernel.text import t


@dataclass
class Line:
    """One person's line."""

    who: UUID
    tick: ui.checkbox
    minutes: NumberField
    price: MoneyField


class ArtistsField(Element):
    """A line for everybody who may offer it. `.read()` gives what the verb takes."""

    def __init__(
        self, people: Mapping[UUID, str], value: Sequence[Mapping[str, Any]], *, currency: str, locale: str
    ) -> None:
        super().__init__("div")
        self.classes("artists-field").props("role=group")
        self.props["aria-label"] = t("Who offers it")
        self.everybody = True
        own = {one["artist_id"]: one for one in value}
        with self:
            self.lines = [self._line(who, name, own.get(who), currency, locale) for who, name in people.items()]
            if not self.lines:
                text(t("Nobody works here yet who could offer it."), "small quiet", "p")
            self.said = TextElement(tag="p", text="").classes("small stop-text").props("role=alert")

    @property
    def value(self) -> list[tuple[Any, ...]]:
        """What stands in the lines now, to tell whether anything was changed."""
        return [(line.who, line.tick.value, line.minutes.value, line.price.value) for line in self.lines]

    def read(self) -> list[dict[str, Any]]:
        """Everybody ticked; where all offer it, everybody with something of their own."""
        told = [(line, line.minutes.read(), line.price.read()) for line in self.lines]
        return [
            {"artist_id": line.who, "minutes": minutes, "price": price}
            for line, minutes, price in told
            if (minutes is not None or price is not None if self.everybody else line.tick.value)
        ]

    def fill(self, value: Sequence[Mapping[str, Any]]) -> None:
        """Put stored values into the lines."""
        own = {one["artist_id"]: one for one in value}
        for line in self.lines:
            one = own.get(line.who)
            line.tick.value = one is not None
            line.minutes.value = str(one["minutes"]) if one and one["minutes"] else ""
            line.price.show(one["price"] if one else None)

    def on_value_change(self, do: Callable[..., Any]) -> None:
        """Told whenever any of it changes."""
        for line in self.lines:
            for part in (line.tick, line.minutes, line.price):
                part.on_value_change(do)

    def let(self, *, everybody: bool) -> None:
        """Whether all offer it: then there is nobody to tick."""
        self.everybody = everybody
        self.classes(add="everybody" if everybody else "", remove="" if everybody else "everybody")

    def complain(self, words: str) -> None:
        """Show what to mend; empty text takes it away."""
        self.said.set_text(words)

    def _line(self, who: UUID, name: str, own: Mapping[str, Any] | None, currency: str, locale: str) -> Line:
        with ui.element("div").classes("artist-line"):
            tick = check_field(name, own is not None)
            text(name, "artist-name medium")
            minutes = NumberField(t("Minutes"), own["minutes"] if own else None, unit=t("min"))
            price = MoneyField(t("Price"), own["price"] if own else None, currency=currency, locale=locale)
            for part in (minutes, price):
                part.props["aria-label"] = f"{part.props['label']}, {name}"
                part.props["placeholder"] = t("as above")
        return Line(who, tick, minutes, price)
