"""Events that no page of ours sends: whatever a forged one carries, nothing happens and nothing breaks."""

import asyncio
from typing import Any

from nicegui import app, ui

from components.alerts import AlertPanel, Line, RouteTable
from components.app.dialogs import answer
from components.compare import Compare, Pair
from components.files import FileField
from components.form import DateField, Form, PhoneField, choice_field, tags_field, text_field, yes_no
from components.long_choice import LongChoice
from components.pickers.search_box import Choice, SearchBox
from components.signature import SignaturePad
from components.table import Act, Column, DataTable, Page, Wanted

LISTS: tuple[Any, ...] = ([], [[]], {}, {"n": {}}, {"name": [], "ids": 3}, {"name": "out", "ids": []}, {"name": "out"})
ASKED: tuple[Any, ...] = (
    {"n": "x", "q": 4},
    {"n": 1, "q": 4, "query": 4},
    {"n": 1, "query": {"page": [], "sort": 1}},
)
ODD: tuple[Any, ...] = (None, 7, -1.5, True, "x", *LISTS, *ASKED)
HUGE = {"n": 10**40, "q": "x", "query": {}}
"""No number JSON libraries write; NiceGUI's own elements would log it."""


async def found(_: str) -> list[Choice]:
    return [Choice("1", "Nell")]


async def rows(_: Wanted) -> Page:
    return Page([{"id": "1", "name": "Nell"}], 1)


async def no_alerts() -> list[Line]:
    return []


async def nothing(*_: object) -> None:
    return None


def draw_lists() -> None:
    SearchBox(found)
    columns = [Column("name", "Name")]
    DataTable(columns, rows, key="t", acts=[Act("out", "Out")], on_act=nothing, on_open=nothing, on_export=nothing)
    Compare([Pair("name", "Name", "a", "b", "ours")], heads=("a", "b"), nothing="")
    with ui.dialog() as dialog:
        ui.label("Hello")
    ui.timer(0, lambda: answer(dialog), once=True)


def draw_form() -> None:
    with Form(nothing) as form:
        form.field("name", text_field("Name"))
        form.field("day", DateField("Day"))
        form.field("phone", PhoneField("Phone"))
        form.field("kind", choice_field("Kind", {"a": "A", "b": "B"}, "a"))
        form.field("tags", tags_field("Tags"))
        form.field("latex", yes_no("Latex?"))
        form.field("ink", SignaturePad("Here"))
        form.field("files", FileField(label="Files", several=True))
        form.acts("Save")
    AlertPanel(no_alerts, nothing, to="/alerts")
    RouteTable({"app": "Here"}, nothing, label="Reception")
    LongChoice("Zone", {"a": "A"}, "a", on_change=nothing)


async def test_whatever_is_forged_for_lists_and_forms_is_passed_over(open_page: Any) -> None:
    broken: list[str] = []
    for draw in (draw_lists, draw_form):
        user = await open_page(draw)
        app.on_exception(lambda error: broken.append(repr(error)))
        for element in list(user.client.elements.values()):
            for listener in list(element._event_listeners.values()):
                for args in (*ODD, HUGE) if type(element).__module__.startswith("components.") else ODD:
                    if element.is_deleted:
                        break
                    element._handle_event({"listener_id": listener.id, "args": args})
                    await asyncio.sleep(0)
        await asyncio.sleep(0.1)
    assert broken == []
