"""What the screen says back: toasts with Undo, refusals, questions asked once, incidents with a code."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.app.button import button
from components.app.dialogs import answer
from components.app.frame import frame_here
from components.app.icons import source
from studio.kernel.incidents import happened, trouble_of
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

log = structlog.get_logger(__name__)
STAYS = 8.0


def toast(text: str, undo: Callable[[], Awaitable[Any]] | None = None, *, kind: str = "", to: str = "") -> None:
    """Say what happened, for eight seconds; offer Undo where the act can be undone, or the way `to` what came of it."""
    frame = frame_here()
    if frame is None:
        ui.notify(text)
        return
    with frame.toasts, ui.element("div").classes("toast") as slip:
        TextElement(tag="span", text=text).classes(f"said st {kind}" if kind else "said")
        if undo:
            _plain_button(t("Undo"), "undo", "undo", lambda: _undo(slip, undo))
        elif to:
            _plain_button(t("Open"), "right", "undo", lambda: ui.navigate.to(to))
        elif kind:
            _plain_button(t("Close"), "", "", slip.delete)
        ui.timer(STAYS * (2 if kind else 1), slip.delete, once=True)


def refuse(refusal: Refusal) -> None:
    """Say why not, and what would help."""
    toast(refusal.text(), kind="stop")


def incident(error: BaseException) -> str:
    """Something broke: the traceback goes to the log, a short code to the screen."""
    code = happened(trouble_of(error))
    log.error("incident", code=code, exc_info=error)
    toast(t("Something went wrong here. Nothing was saved. Code {code} is in the log.", code=code), kind="warn")
    return code


async def confirm(title: str, body: str = "", act: str = "", *, stop: bool = False) -> bool:
    """Ask once; `act` says what the button does. Escape and a click beside it mean no."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        TextElement(tag="h2", text=title)
        if body:
            TextElement(tag="p", text=body).classes("second prose")
        with ui.element("div").classes("acts"):
            no = button(t("Cancel"), lambda: dialog.submit(False))
            yes = button(act or t("Go on"), lambda: dialog.submit(True), kind="stop" if stop else "primary")
        (no if stop else yes).props["autofocus"] = True
    dialog.props["aria-label"] = title
    return bool(await answer(dialog))


def chime() -> None:
    """A short sound for news, where the browser allows it."""
    ui.run_javascript("window.lineworkChime?.()")


async def _undo(slip: Element, undo: Callable[[], Awaitable[Any]]) -> None:
    slip.delete()
    await undo()


def _plain_button(text: str, icon: str, look: str, click: Callable[[], Any]) -> None:
    made = ui.button(text, icon=source(icon) if icon else None, on_click=click, color=None)
    made.classes(look).props("flat no-caps")
