"""One entry of the journal in full: what, who, when, where from, and each field before and after."""

from __future__ import annotations

from urllib.parse import urlencode

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, refuse, toast
from components.app.moments import here, show_date, show_number, show_time
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.timeline import Changed
from pages.upkeep.audit_values import changed
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.upkeep.queries import Told, journal_entry
from studio.upkeep.undoing import UNDO, can_be_undone, undo_act

FEW = 40


async def show_entry(no: int) -> None:
    """Open it over the list."""
    try:
        told = await look(journal_entry, no)
    except Refusal as refusal:
        refuse(refusal)
        return
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose audit-entry"):
        text(told.event.sentence[:1].upper() + told.event.sentence[1:], "", "h2")
        with ui.element("dl").classes("facts"):
            for name, value in facts(told):
                text(name, "", "dt")
                text(value, "", "dd")
        _changes(told)
        with ui.element("div").classes("acts"):
            button(t("Close"), dialog.close)
            _ways(told)
            if await _can_be_undone(no):
                button(t("Take it back"), lambda: dialog.submit("undo"), icon="undo")
    dialog.props["aria-label"] = told.event.sentence
    if await answer(dialog) == "undo":
        await take_back(no, told.event.sentence)


async def take_back(no: int, sentence: str) -> None:
    """After asking once: it changes what others see."""
    body = t("Everything stands again as it did before, and the journal keeps both.")
    if await confirm(t("Take this back?"), f"{sentence}. {body}", t("Take back")) and await act(undo_act, no):
        toast(t("Taken back."))


async def _can_be_undone(no: int) -> bool:
    if not may(current_actor(), UNDO, house().rights):
        return False
    return await look(can_be_undone, no)


def facts(told: Told) -> list[tuple[str, str]]:
    """What is known of an entry besides what it changed."""
    event = told.event
    at = here(event.at)
    found = [
        (t("Who"), event.who),
        (t("When"), f"{show_date(at.date(), 'full')}, {show_time(event.at)}"),
        (t("Device"), told.device),
        (t("Address"), told.address),
        (t("Program"), told.agent),
        (t("Entry"), show_number(event.no)),
    ]
    return [(name, value) for name, value in found if value]


def _changes(told: Told) -> None:
    rows = list(changed(told.event))
    if not rows:
        text(t("Nothing was changed by it, or what it changed is not told here."), "second small", "p")
        return
    several = len({kind for kind, _ in rows}) > 1
    with ui.element("table").classes("t audit-changes"):
        with ui.element("thead"), ui.element("tr"):
            for title in (t("Field"), t("Before"), t("After")):
                text(title, "", "th").props("scope=col")
        with ui.element("tbody"):
            for kind, one in rows[:FEW]:
                _line(f"{kind}: {one.label}" if several else one.label, one)
    if len(rows) > FEW:
        text(t("And {n} more.", n=show_number(len(rows) - FEW)), "second small", "p")


def _line(label: str, one: Changed) -> None:
    with ui.element("tr"):
        text(label, "", "th").props("scope=row")
        text(one.before or "–", "quiet" if not one.before else "", "td")
        text(one.after or "–", "quiet" if not one.after else "medium", "td")


def _ways(told: Told) -> None:
    """From one entry to all like it."""
    if told.event.actor_kind == "person":
        button(t("All by {who}", who=told.event.who), to=f"/audit?{urlencode({'who': told.actor_id})}")
    if told.event.subject:
        button(t("All about this"), to=f"/audit?{urlencode({'subject': told.event.subject})}")
