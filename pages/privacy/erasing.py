"""Erasing somebody from their page: what goes, what the law keeps, which older copies still know them."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.moments import here, show_date
from components.app.perform import act, attempt
from components.app.text import text
from components.form import Form, check_field, text_field
from pages.privacy.parts import row, table, titled
from studio.clients.queries import ClientCard
from studio.kernel.text import nt, t
from studio.privacy.actions import erase_person, remove_copies
from studio.privacy.queries import CopyLine, ErasureOutlook


def draw_outlook(coming: ErasureOutlook) -> None:
    """Before: all that goes. Before and after: what stays, until when, and why."""
    if coming.erased_at is None:
        titled(t("Erasing"), t("What would go, and what the law keeps."))
        going = ", ".join(f"{title} ({count})" for title, count in coming.goes)
        if going:
            text(t("Goes: {what}.", what=going), "", "p")
    elif coming.kept:
        titled(t("What the law still keeps"), "")
    if coming.kept:
        with table(t("Stays"), t("How many"), t("Until"), t("Why")):
            for one in coming.kept:
                with row(one.title, str(one.count), show_date(one.until), one.reason):
                    pass


def draw_copies(coming: ErasureOutlook, *, removes: bool) -> None:
    """Older copies of the database that still know somebody who is erased already."""
    if coming.erased_at is None or not coming.copies:
        return
    titled(t("Older copies of the database"), said(coming.copies))
    if removes:
        with ui.element("div").classes("line"):
            button(t("Remove them now"), remove, icon="trash")


def said(copies: tuple[CopyLine, ...]) -> str:
    """How many, since when, and until when."""
    made = ", ".join(show_date(here(one.made)) for one in copies)
    return nt(
        "{n} older copy of {days} still knows them; it goes by itself after {until}.",
        "{n} older copies of {days} still know them; they go by themselves after {until}.",
        len(copies),
        days=made,
        until=show_date(copies[0].until),
    )


async def remove() -> None:
    """Ask once."""
    body = t("There is less to go back to then when the database is damaged. Backups of your own are not touched.")
    if not await confirm(t("Remove the older copies?"), body, t("Remove them"), stop=True):
        return
    if await act(remove_copies) is not None:
        toast(t("No older copy knows them any more."))


async def erase(card: ClientCard, coming: ErasureOutlook) -> None:
    """Once, for good, by the client's code."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        title = t("Erase {name} for good?", name=card.name)
        text(title, "", "h2")
        text(t("It cannot be undone. What the law keeps goes when its time is over."), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            also = bool(values.get("copies"))
            done = await attempt(erase_person, form, card.id, values["code"], values["reason"], copies=also)
            if done is None:
                return None
            dialog.submit(True)
            return True

        with Form(save) as form:
            label = t("Type {code} to say that you mean them", code=card.code)
            form.field("code", text_field(label, required=True)).props("autofocus")
            form.field("reason", text_field(t("Why"), hint=t("For the record; not who they were.")))
            if coming.copies:
                text(said(coming.copies), "second", "p")
                form.field("copies", check_field(t("Remove these copies as well")))
            with form.acts(t("Erase for good")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = title
    if await answer(dialog):
        toast(t("{code} is nobody any more.", code=card.code))
