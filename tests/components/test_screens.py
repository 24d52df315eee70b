"""Frame, form, table and picker on a page, without a browser."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from components.app.feedback import confirm, refuse, toast
from components.app.frame import Bell, Frame, Item, Shell, frame, frame_here, furnish, head
from components.app.who import current_actor
from components.form import Form, text_field, yes_no
from components.pickers.search_box import Choice, SearchBox
from components.table import Column, DataTable, Filter, Page, Wanted
from components.table.columns import read_wanted
from studio.kernel.actor import person
from studio.kernel.refusal import Conflict, Denied, Invalid, Missing, SignedOut

NELL = person(uuid4(), "Nell Archer", "reception", uuid4())
COLUMNS = [Column("name", "Name", "strong", sortable=True), Column("code", "Code")]
LIGHT = Filter("light", "Light", {"": "All", "red": "Stop"})


@pytest.fixture
async def open_page() -> AsyncIterator[Callable[[Callable[[], Any]], Any]]:
    """Draws a function as Nell's page and hands back who looks at it."""
    stack: list[Any] = []

    async def opened(draw: Callable[[], Any], address: str = "/", actor: Any = NELL) -> User:
        async def root() -> None:
            ui.context.client.request.scope["linework.actor"] = actor
            ui.context.client.request.scope["linework.form_token"] = "sealed"
            done = draw()
            if asyncio.iscoroutine(done):
                await done

        simulation = user_simulation(root)
        user = await simulation.__aenter__()
        stack.append(simulation)
        await user.open(address)
        return user

    yield opened
    for simulation in stack:
        await simulation.__aexit__(None, None, None)


def furnished() -> None:
    furnish(
        lambda actor: Shell(
            "North Quay",
            [Item("Clients", "clients", "/clients"), Item("Inbox", "inbox", "/inbox", "2", hot=True)],
            bell=Bell("/inbox", "Inbox", 2),
        )
    )


async def test_the_frame_names_studio_rooms_and_who_is_signed_in(open_page: Any) -> None:
    furnished()

    def draw() -> None:
        with frame("Clients", active="/clients"):
            head("Clients", "312 on file")

    user = await open_page(draw)
    await user.should_see("North Quay")
    await user.should_see("312 on file")
    shown = one(user, Frame)
    assert shown.props["who"]["name"] == "Nell Archer"
    assert shown.props["token"] == {"action": "/logout", "name": "form_token", "value": "sealed"}


async def test_figures_in_the_rail_follow_news(open_page: Any) -> None:
    furnished()

    def draw() -> None:
        with frame("Inbox", active="/inbox"):
            ui.button("More", on_click=lambda: (frame_here().count("/inbox", "3", hot=True), frame_here().ring(3)))  # type: ignore[union-attr]

    user = await open_page(draw)
    user.find("More").click()
    await asyncio.sleep(0.05)
    shown = one(user, Frame)
    assert [item["count"] for item in shown.props["menu"]] == ["", "3"]
    assert shown.props["bell"]["count"] == 3


async def test_nobody_signed_in_has_no_actor(open_page: Any) -> None:
    caught: list[BaseException] = []

    def draw() -> None:
        try:
            current_actor()
        except SignedOut as refusal:
            caught.append(refusal)

    await open_page(draw, actor=None)
    assert caught


async def test_a_toast_says_what_happened_and_undoes_it(open_page: Any) -> None:
    furnished()
    undone: list[bool] = []

    async def undo() -> None:
        undone.append(True)

    def draw() -> None:
        with frame("Clients"):
            ui.button("Archive", on_click=lambda: toast("Ana Pereira is archived", undo))

    user = await open_page(draw)
    user.find("Archive").click()
    await user.should_see("Ana Pereira is archived")
    user.find("Undo").click()
    await user.should_not_see("Ana Pereira is archived")
    assert undone == [True]


async def test_a_refusal_is_said(open_page: Any) -> None:
    furnished()

    def draw() -> None:
        with frame("Clients"):
            ui.button("Try", on_click=lambda: refuse(Denied()))

    user = await open_page(draw)
    user.find("Try").click()
    await user.should_see("Your role does not allow this")


async def test_a_question_is_asked_once_and_answered(open_page: Any) -> None:
    answers: list[bool] = []

    async def ask() -> None:
        answers.append(await confirm("Erase Ana?", "Her forms stay.", "Erase Ana", stop=True))

    user = await open_page(lambda: ui.button("Start", on_click=ask))
    for choice in ("Erase Ana", "Cancel"):
        user.find("Start").click()
        await user.should_see("Her forms stay.")
        user.find(kind=ui.button, content=choice).click()
        await asyncio.sleep(0.05)
    assert answers == [True, False]


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
    await asyncio.sleep(0.05)
    form = forms[0]
    assert (form.dirty, form.props["dirty"]) == (True, True)
    assert [form._fields[name].error for name in ("name", "phone", "other")] == [
        Missing().text(),
        Conflict().text(),
        None,
    ]
    assert form._fields["other"].value == "kept"
    user.find("Name *").type("Ana")
    await asyncio.sleep(0.05)
    assert form._fields["name"].error is None
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

    async def search(query: str) -> list[Choice]:
        await asyncio.sleep(0.1 if query == "a" else 0.01)
        return [Choice(query, f"Found {query}")]

    user = await open_page(lambda: boxes.append(SearchBox(search)))
    for n, query in ((1, "a"), (2, "an")):
        user.find(SearchBox).trigger("ask", args={"n": n, "q": query})
    await asyncio.sleep(0.2)
    assert boxes[0].props["answer"]["n"] == 2
    await user.should_see("Found an")


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
