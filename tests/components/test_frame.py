"""The frame and what it says, on a page without a browser."""

from typing import Any
from uuid import uuid4

from nicegui import ui
from nicegui.testing import User

from components.app.feedback import confirm, refuse, toast
from components.app.frame import Bell, Frame, Item, Shell, frame, frame_here, furnish, head
from components.app.who import current_actor
from components.table import Column, Filter
from studio.kernel.actor import person
from studio.kernel.refusal import Denied, SignedOut
from tests.patience import until

NELL = person(uuid4(), "Nell Archer", "reception", uuid4())
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
    shown = one(user, Frame)
    await until(lambda: shown.props["bell"]["count"] == 3)
    assert [item["count"] for item in shown.props["menu"]] == ["", "3"]


async def test_a_screen_below_its_rooms_first_shows_the_way_up(open_page: Any) -> None:
    furnished()
    steps = [("Ana Pereira", "/clients/CL-0001")]
    user = await open_page(lambda: frame("Edit", active="/clients", under=steps), "/")
    assert [step["title"] for step in one(user, Frame).props["trail"]] == ["Clients", "Ana Pereira"]


async def test_the_rooms_first_screen_needs_no_way_up(open_page: Any) -> None:
    furnish(lambda actor: Shell("North Quay", [Item("Today", "today", "/")]))
    user = await open_page(lambda: frame("Today", active="/"), "/")
    assert one(user, Frame).props["trail"] == []


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
    for asked, choice in enumerate(("Erase Ana", "Cancel"), 1):
        user.find("Start").click()
        await user.should_see("Her forms stay.")
        user.find(kind=ui.button, content=choice).click()
        await until(lambda asked=asked: len(answers) == asked)
        user.find(ui.dialog).trigger("hide")
        await user.should_not_see("Her forms stay.")
    assert answers == [True, False]


def one(user: User, kind: type[Any]) -> Any:
    (element,) = user.find(kind).elements
    return element
