"""What is asked in advance of a kind of booking, of an artist, or of both: shown, entered, taken away."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button, icon_button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.live import in_turn
from components.app.moments import reading_locale
from components.app.perform import act, attempt, look
from components.app.text import text
from components.form import Form, MoneyField, NumberField, choice_field, seg_field
from pages.catalog.showing import money_text
from studio.kernel.house import house
from studio.kernel.text import N_, t
from studio.schedule.actions import drop_deposit_rule, set_deposit_rule
from studio.schedule.queries import Rule, artists, deposit_rules
from studio.schedule.words import KINDS

ASKED = {"percent": N_("Per cent of the price"), "fixed": N_("Fixed amount"), "none": N_("Nothing")}
ANY = ""


class Deposits:
    """The rules as lines; the closest to a booking counts."""

    names: dict[UUID, str]

    def __init__(self) -> None:
        with ui.element("section").classes("panel stack loose narrow"):
            with ui.element("div").classes("line apart wrap"):
                text(t("Deposits"), "", "h2")
                button(t("Add a rule"), self.ask, kind="bare", icon="plus")
            text(
                t("An artist's own rule comes first, then what a service asks, then the rule of a kind."), "second", "p"
            )
            self.place = ui.element("ul").classes("ruled artist-rows")

    @in_turn
    async def load(self) -> None:
        self.names = {one.id: one.name for one in await look(artists)}
        found = await look(deposit_rules)
        self.place.clear()
        with self.place:
            if not found:
                text(t("No rules: services ask for what they say themselves."), "second", "li")
            for one in found:
                with ui.element("li").classes("line loose"):
                    text(self._whose(one), "grow cut")
                    text(asked_text(one), "nowrap strong")
                    icon_button(
                        "close", t("Take the rule for {what} away", what=self._whose(one)), partial(self._drop, one)
                    )

    async def ask(self) -> None:
        """The form of a rule; one for the same kind and artist is replaced."""
        title = t("What is asked in advance?")

        async def save(values: dict[str, Any]) -> Any:
            artist, kind = values["artist_id"], values["kind"]
            told = {"booking_kind": values["booking_kind"], "artist_id": UUID(artist) if artist else None}
            how = {"percent": values["percent"]} if kind == "percent" else {"fixed": values["fixed"]}
            done = await attempt(set_deposit_rule, form, kind, **told, **(how if kind != "none" else {}))
            if done is not None:
                dialog.submit(done)
            return done

        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(title, "", "h2")
            with Form(save) as form:
                self._fields(form)
                with form.acts(t("Save the rule")):
                    button(t("Cancel"), lambda: dialog.submit(None))
        dialog.props["aria-label"] = title
        if await answer(dialog) is not None:
            toast(t("New bookings ask for it."))

    def _fields(self, form: Form) -> None:
        kinds = {key: t(word) for key, word in KINDS.items() if key != "block"}
        who = {str(key): name for key, name in self.names.items()}
        with ui.element("div").classes("two"):
            form.field("booking_kind", choice_field(t("Kind of booking"), {ANY: t("Any kind"), **kinds}, ANY))
            form.field("artist_id", choice_field(t("Artist"), {ANY: t("Any artist"), **who}, ANY))
        currency = house().settings["studio.currency"]
        options = {key: t(word) for key, word in ASKED.items()}
        asked = form.field("kind", seg_field(t("Asks for"), options, "percent"))
        percent = form.field("percent", NumberField(t("Share of the price"), 30, unit="%"))
        fixed = form.field("fixed", MoneyField(t("Amount"), currency=currency, locale=reading_locale()))
        percent.bind_visibility_from(asked, "value", value="percent")
        fixed.bind_visibility_from(asked, "value", value="fixed")

    async def _drop(self, one: Rule) -> None:
        await act(drop_deposit_rule, one.id)
        given = {"percent": one.percent} if one.kind == "percent" else {"fixed": one.fixed} if one.fixed else {}
        again = partial(
            act, set_deposit_rule, one.kind, booking_kind=one.booking_kind, artist_id=one.artist_id, **given
        )
        toast(t("The rule is gone."), again)

    def _whose(self, one: Rule) -> str:
        kind = t(KINDS[one.booking_kind]) if one.booking_kind else t("Any kind")
        who = self.names.get(one.artist_id, "") if one.artist_id else t("Any artist")
        return f"{kind} · {who}"


def asked_text(one: Rule) -> str:
    """30 %, £50.00 or nothing."""
    if one.kind == "percent":
        return t("{n} %", n=one.percent)
    return money_text(one.fixed) if one.fixed else t("Nothing")
