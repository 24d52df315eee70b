"""Forms, tables and pickers on a page without a browser."""

import asyncio
from typing import Any

import pytest
from nicegui.testing import User

from components.app.frame import Bell, Item, Shell, furnish
from components.form import Form, text_field, yes_no
from components.pickers.search_box import Choice, SearchBox
from components.table import Column, DataTable, Filter, Page, Wanted
from components.table.columns import read_wanted
from studio.kernel.refusal import Conflict, Denied, Invalid, Missing
from tests.patience import until

COLUMNS = [Column("name", "Name", "strong", sortable=True), Column("code", "Code")]
LIGHT = Filter("light", "Light", {"": "All", "red": "Stop"})


def furnished() -> None:
    furnish(
        lambda actor: Shell(
            "North Quay",
            [Item("Clients", "clients", "/clients"), Item("Inbox", "inbox", "/inbox", "2", hot=True)],
            bell=Bell("/inbox", "Inbox", 2),
        )
    )


async def test_a_form_keeps_what_was_typed_and_shows_what_to_mend_beside_it(open_page: Any) -> None:
    forms: list[Form] = []

    async def save(values: dict[str, Any]) -> Any:
        if values["name"]:
            return values
        forms[0].complain(Invalid({"name": Missing(), "phone": Conflict()}))
        return None

    def draw() -> None:
        with Form(save) as form:
            form.field("name", text_field("Name", "", required=True))
            form.field("phone", text_field("Phone", "12"))
            form.field("latex", yes_no("Latex?"))
            form.field("other", text_field("Other"))
            form.acts("Save client")
        forms.append(form)

    user = await open_page(draw)
    user.find("Other").type("kept")
    user.find("Save client").click()
    form = forms[0]
    await until(lambda: form._fields["phone"].error)
    assert (form.dirty, form.props["dirty"]) == (True, True)
    assert [form._fields[name].error for name in ("name", "phone", "other")] == [
        Missing().text(),
        Conflict().text(),
        None,
    ]
    assert form._fields["other"].value == "kept"
    user.find("Name *").type("Ana")
    await until(lambda: form._fields["name"].error is None)
    assert await form.save() == {"name": "Ana", "phone": "12", "latex": None, "other": "kept"}
    assert (form.dirty, form.props["dirty"]) == (False, False)


async def test_a_refusal_of_no_field_is_said_above_the_button(open_page: Any) -> None:
    forms: list[Form] = []

    async def save(values: dict[str, Any]) -> None:
        forms[0].complain(Denied())

    def draw() -> None:
        with Form(save) as form:
            form.field("name", text_field("Name", "Ana"))
            form.acts("Save client")
        forms.append(form)

    user = await open_page(draw)
    user.find("Save client").click()
    await user.should_see("Your role does not allow this")


async def test_saving_twice_saves_once(open_page: Any) -> None:
    saved: list[dict[str, Any]] = []
    forms: list[Form] = []

    async def save(values: dict[str, Any]) -> bool:
        saved.append(values)
        await asyncio.sleep(0.05)
        return True

    def draw() -> None:
        with Form(save) as form:
            form.field("name", text_field("Name", "Ana"))
            form.acts("Save")
        forms.append(form)

    await open_page(draw)
    await asyncio.gather(forms[0].save(), forms[0].save())
    assert len(saved) == 1


async def test_a_table_shows_what_its_address_asks_for(open_page: Any) -> None:
    asked: list[Wanted] = []
    tables: list[DataTable] = []

    async def load(wanted: Wanted) -> Page:
        asked.append(wanted)
        rows = [
            {"id": str(n), "name": f"Client {n}", "code": f"CL-{n}"}
            for n in range(wanted.offset, min(wanted.offset + wanted.size, 60))
        ]
        return Page(rows, 60)

    async def draw() -> None:
        tables.append(DataTable(COLUMNS, load, key="clients", filters=[LIGHT]))
        await tables[0].load()

    user = await open_page(draw, "/?q=an&page=2&sort=-name&light=red&other=1")
    assert asked == [Wanted("an", 2, 25, "name", True, {"light": "red"})]
    await user.should_see("Client 25")
    await user.should_not_see("Client 24")


async def test_a_slow_answer_never_takes_the_place_of_a_newer_one(open_page: Any) -> None:
    tables: list[DataTable] = []
    slow, began = asyncio.Event(), asyncio.Event()
    reads: list[str] = []

    async def load(_: Wanted) -> Page:
        reads.append(f"read {len(reads) + 1}")
        told = reads[-1]
        if told == "read 1":
            began.set()
            await slow.wait()
        return Page([{"id": "1", "name": told, "code": "CL-1"}], 1)

    await open_page(lambda: tables.append(DataTable(COLUMNS, load, key="clients")))
    first = asyncio.create_task(tables[0].load())
    await began.wait()
    await tables[0].load()
    slow.set()
    await first
    assert [row["name"] for row in tables[0].rows] == ["read 2"]


async def test_a_page_beyond_the_end_shows_the_last_one(open_page: Any) -> None:
    tables: list[DataTable] = []

    async def load(wanted: Wanted) -> Page:
        return Page(
            [
                {"id": str(n), "name": f"Client {n}", "code": ""}
                for n in range(wanted.offset, min(wanted.offset + 25, 30))
            ],
            30,
        )

    async def draw() -> None:
        tables.append(DataTable(COLUMNS, load, key="clients"))
        await tables[0].load()

    user = await open_page(draw, "/?page=99")
    await user.should_see("Client 29")
    assert tables[0].wanted.page == 2


async def test_the_newest_question_of_a_search_wins(open_page: Any) -> None:
    boxes: list[SearchBox] = []
    newest, late = asyncio.Event(), asyncio.Event()

    async def search(query: str) -> list[Choice]:
        if query == "a":
            await newest.wait()
            late.set()
        return [Choice(query, f"Found {query}")]

    user = await open_page(lambda: boxes.append(SearchBox(search)))
    for n, query in ((1, "a"), (2, "an")):
        user.find(SearchBox).trigger("ask", args={"n": n, "q": query})
    await user.should_see("Found an")
    newest.set()
    await late.wait()
    assert boxes[0].props["answer"]["n"] == 2


@pytest.mark.parametrize(
    "query",
    [
        {"page": "0"},
        {"page": "-1"},
        {"page": "x"},
        {"page": "٣"},
        {"page": "9" * 40},
        {"size": "7"},
        {"sort": "password"},
        {"light": "<script>"},
    ],
)
def test_an_address_cannot_ask_for_what_there_is_not(query: dict[str, str]) -> None:
    wanted = read_wanted(query, COLUMNS, [LIGHT], Wanted(sort="name"))
    assert 1 <= wanted.page <= 1_000_000
    assert 25 <= wanted.size <= 100
    assert wanted.sort == "name"
    assert wanted.filters == {"light": ""}


def one(user: User, kind: type[Any]) -> Any:
    (element,) = user.find(kind).elements
    return element
