"""A part of a page is drawn anew while somebody is asked something from it."""

import asyncio
import gc
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer, show
from components.app.feedback import confirm, toast
from components.app.frame import frame
from tests.components.test_forms_and_tables import furnished
from tests.pages.desks import press
from tests.patience import until


class Line:
    """A button that is gone once it was pressed, and what became of pressing it."""

    def __init__(self) -> None:
        self.answer: bool | None = None

    def draw(self) -> None:
        furnished()
        with frame("Tablets"):
            self.place = ui.element("div")
            self.fill()

    def fill(self) -> None:
        self.place.clear()
        gc.collect()
        with self.place, ui.element("div"):
            button("Let go", self.let_go)

    async def let_go(self) -> None:
        self.answer = await confirm("Let Front desk go?", act="Yes, let go")
        self.fill()
        await asyncio.sleep(0)
        toast("It is no tablet any more.")


async def test_a_question_stays_open_and_its_answer_counts(open_page: Any) -> None:
    line = Line()
    user = await open_page(line.draw)
    press(user, "Let go")
    await user.should_see("Let Front desk go?")
    line.fill()
    await user.should_see("Let Front desk go?")
    press(user, "Yes, let go")
    await user.should_see("It is no tablet any more.")
    assert line.answer is True


async def test_a_dialog_that_is_closed_stays_closed(open_page: Any) -> None:
    """Closing gives the dialog itself, which must not be waited for: that would open it again."""
    dialogs: list[ui.dialog] = []

    def draw() -> None:
        furnished()
        with frame("Tablets"), ui.dialog(value=True) as dialog:
            button("Cancel", dialog.close)
        dialogs.append(dialog)

    user = await open_page(draw)
    press(user, "Cancel")
    for _ in range(5):
        await asyncio.sleep(0)
    assert dialogs[0].value is False


class Question:
    """A dialog that is shown while what it holds is still being read."""

    def __init__(self) -> None:
        self.read = asyncio.Event()
        self.answers: list[object] = []

    def draw(self) -> None:
        furnished()
        with frame("Tablets"):
            button("Ask", self.ask)

    async def ask(self) -> None:
        with ui.dialog() as self.dialog:
            button("Cancel", self.dialog.close)
        show(self.dialog)
        await self.read.wait()
        self.answers.append(await answer(self.dialog))


async def test_a_dialog_tells_no_more_once_it_is_shown(open_page: Any) -> None:
    """The browser would draw it anew, and a click of that moment would be lost."""
    question = Question()
    user = await open_page(question.draw)
    press(user, "Ask")
    await until(lambda: hasattr(question, "dialog"))
    told = set(question.dialog._event_listeners)
    question.read.set()
    await asyncio.sleep(0.05)
    assert set(question.dialog._event_listeners) == told
    question.dialog.submit("yes")
    await until(lambda: question.answers)
    assert question.answers == ["yes"]


async def test_a_dialog_left_before_it_was_filled_is_not_opened_again(open_page: Any) -> None:
    question = Question()
    user = await open_page(question.draw)
    press(user, "Ask")
    await until(lambda: hasattr(question, "dialog"))
    question.dialog.close()
    question.read.set()
    await until(lambda: question.answers)
    assert question.answers == [None]
    assert question.dialog.value is False
