"""Dialogs about money: what a piece will cost, and what is paid in advance."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.moments import reading_locale
from components.app.perform import act, attempt
from components.app.text import text
from components.form import DateField, Form, MoneyField, NumberField, choice_field
from studio.kernel.text import t
from studio.tattoo.actions import ask_deposit, note_deposit, set_quote
from studio.tattoo.rules.reckoning import Quote
from studio.tattoo.views import PieceCard
from studio.tattoo.words import DEPOSITS, QUOTES

ASKED = {
    "least": ("fixed", "range"),
    "most": ("range",),
    "hour_price": ("hourly",),
    "minutes_least": ("hourly",),
    "minutes_most": ("hourly",),
    "until": ("fixed", "range", "hourly"),
}
"""Field → the kinds of quote that ask for it."""


async def ask_quote(card: PieceCard) -> None:
    """A fixed price, from and to, or by the hour."""
    one, old = card.piece, card.piece.quote
    title = t("Quote for {name}", name=one.title)

    async def save(values: Mapping[str, Any]) -> Any:
        told = {name: value for name, value in values.items() if name == "kind" or values["kind"] in ASKED[name]}
        done = await attempt(set_quote, form, one.id, told, one.version)
        if done is not None:
            dialog.submit(done)
        return done

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        with Form(save) as form:
            _fields(form, old, card.reckoning.money_done.currency)
            with form.acts(t("Save the quote")):
                button(t("Cancel"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    if await answer(dialog) is not None:
        toast(t("The quote is saved."), partial(act, set_quote, one.id, _told(old)))


def _fields(form: Form, old: Quote, currency: str) -> None:
    locale = reading_locale()
    kind = form.field(
        "kind", choice_field(t("Kind of quote"), {key: t(word) for key, word in QUOTES.items()}, old.kind or "fixed")
    )
    hourly = old.kind == "hourly"
    with ui.element("div").classes("two"):
        fields: dict[str, Any] = {
            "least": MoneyField(t("From"), None if hourly else old.least, currency=currency, locale=locale),
            "most": MoneyField(t("To"), None if hourly else old.most, currency=currency, locale=locale),
            "hour_price": MoneyField(t("Price of an hour"), old.hour_price, currency=currency, locale=locale),
            "minutes_least": NumberField(t("At least"), old.minutes_least, unit=t("min")),
            "minutes_most": NumberField(t("At most"), old.minutes_most, unit=t("min")),
            "until": DateField(t("Stands until"), old.until, locale=locale),
        }
    for name, field in fields.items():
        form.field(name, field)
        field.bind_visibility_from(kind, "value", backward=ASKED[name].__contains__)
    words = {"fixed": t("Price"), "range": t("From")}

    def name_it() -> None:
        fields["least"].props["label"] = words.get(kind.value, "")

    kind.on_value_change(name_it)
    name_it()


def _told(quote: Quote) -> dict[str, Any]:
    """A quote in the words of its verb."""
    names = [name for name, kinds in ASKED.items() if quote.kind in kinds]
    return {"kind": quote.kind} | {name: getattr(quote, name) for name in names}


async def ask_deposit_of(card: PieceCard) -> None:
    """How much is paid in advance, and whether it has come."""
    one = card.piece
    title = t("Deposit for {name}", name=one.title)
    was = one.deposit_due

    async def save(values: Mapping[str, Any]) -> Any:
        due, state = values["due"], values["state"]
        done = due == was or await attempt(ask_deposit, form, one.id, due) is not None
        if done and due is not None and (state != "due" or due == was):
            done = await attempt(note_deposit, form, one.id, state) is not None
        if done:
            dialog.submit(True)
        return done or None

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        text(t("For the whole piece. What single bookings ask for stands with them."), "second prose", "p")
        with Form(save) as form:
            currency = card.reckoning.money_done.currency
            form.field("due", MoneyField(t("To be paid in advance"), was, currency=currency, locale=reading_locale()))
            states = {key: t(word) for key, word in DEPOSITS.items() if key != "none"}
            chosen = one.deposit_state if one.deposit_state in states else "due"
            form.field("state", choice_field(t("Where it stands"), states, chosen))
            with form.acts(t("Save the deposit")):
                button(t("Cancel"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    if await answer(dialog):
        toast(t("The deposit is saved."))
