"""A client's privacy: their file to take away, holds, who looked, and erasing them for good."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.dialogs import answer
from components.app.live import in_turn, live
from components.app.moments import here, reading_locale, show_date, show_moment
from components.app.perform import attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import DateField, Form, text_field
from pages.privacy.erasing import draw_copies, draw_outlook, erase
from pages.privacy.office import lift
from pages.privacy.parts import row, table, titled
from pages.privacy.taking import take_out
from studio.clients.queries import ClientCard
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.privacy.actions import erase_person, make_person_file, place_hold
from studio.privacy.facts import CopiesRemoved, OfClient
from studio.privacy.queries import ErasureOutlook, HoldLine, ViewLine, erasure_outlook, hold_of, views_of

SHOWN = 100


async def draw(card: ClientCard) -> None:
    """The tab."""
    await ClientPrivacy(card).draw()


class ClientPrivacy:
    """One open tab."""

    place: Element

    def __init__(self, card: ClientCard) -> None:
        self.card = card
        rights, actor = house().rights, current_actor()
        self.may = {verb.name: may(actor, verb.needs, rights) for verb in (erase_person, make_person_file, place_hold)}
        self.sees = may(actor, views_of.needs, rights)

    async def draw(self) -> None:
        self.place = ui.element("div").classes("body stack loose")
        live(OfClient, lambda _: self._show(), when=lambda fact: fact.client_id == self.card.id)
        live(CopiesRemoved, lambda _: self._show())
        await self._show()

    @in_turn
    async def _show(self) -> None:
        hold, coming = await look(hold_of, self.card.id), await look(erasure_outlook, self.card.id)
        seen = await look(views_of, self.card.id) if self.sees else ()
        self.place.clear()
        with self.place:
            if coming.erased_at:
                with ui.element("div").classes("band info"):
                    text(t("This person was erased on {day}.", day=show_date(here(coming.erased_at))), "grow")
            else:
                self._file()
                self._hold(hold)
            self._seen(seen)
            self._erasing(coming, hold)

    def _file(self) -> None:
        holds = t("All there is about them: a PDF to read, the data as JSON, every picture and every attached file.")
        titled(t("Their file"), holds)
        if self.may[make_person_file.name]:
            with ui.element("div").classes("line"):
                button(t("Make the file"), partial(take_out, self.card), icon="download")

    def _hold(self, hold: HoldLine | None) -> None:
        titled(t("Hold"), t("For a claim, an inspection or a court: while it stands nothing of theirs goes."))
        if hold:
            until = show_date(hold.until) if hold.until else t("until it is lifted")
            text(t("{why} ({until}, {who})", why=hold.reason, until=until, who=hold.placed_by), "medium", "p")
        if self.may[place_hold.name]:
            with ui.element("div").classes("line"):
                if hold:
                    button(t("Lift the hold"), lambda: lift(hold))
                else:
                    button(t("Hold back"), self._place, icon="lock")

    def _seen(self, seen: tuple[ViewLine, ...]) -> None:
        if not self.sees:
            return
        titled(t("Who looked"), t("Health answers, signed papers, documents: every look is on record."))
        if not seen:
            text(t("Nobody yet."), "second", "p")
            return
        with table(t("Who"), t("What"), t("Times"), t("Last")):
            for one in seen[:SHOWN]:
                with row(one.who, one.what, str(one.times), show_moment(one.last)):
                    pass

    def _erasing(self, coming: ErasureOutlook, hold: HoldLine | None) -> None:
        draw_outlook(coming)
        draw_copies(coming, removes=self.may[erase_person.name])
        if coming.erased_at is None and self.may[erase_person.name]:
            self._way(coming, hold)

    def _way(self, coming: ErasureOutlook, hold: HoldLine | None) -> None:
        if hold or coming.under_way:
            first = t("First end: {what}.", what=", ".join(coming.under_way))
            text(t("A hold stands: lift it first.") if hold else first, "second", "p")
            return
        with ui.element("div").classes("line"):
            button(t("Erase this person"), partial(erase, self.card, coming), kind="stop", icon="trash")

    async def _place(self) -> None:
        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(t("Hold back"), "", "h2")
            text(t("While it stands nothing of {name} goes.", name=self.card.name), "second", "p")

            async def save(values: dict[str, Any]) -> bool | None:
                done = await attempt(place_hold, form, self.card.id, values["reason"], values["until"])
                if done is None:
                    return None
                dialog.submit(True)
                return True

            with Form(save) as form:
                form.field("reason", text_field(t("Why"), required=True)).props("autofocus")
                form.field("until", DateField(t("Until"), locale=reading_locale(), hint=t("Empty: until it is lifted")))
                with form.acts(t("Hold back")):
                    button(t("Cancel"), dialog.close)
        dialog.props["aria-label"] = t("Hold back")
        await answer(dialog)
