"""Sign-ins as people know them: which browser on which system, where from, and when it was last used."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.icons import icon
from components.app.marks import status_mark
from components.app.moments import show_moment
from components.app.text import text
from studio.kernel.text import t
from studio.staff.queries.people import SignInView

BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("QtWebEngine", "Linework"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
HERE = {"127.0.0.1", "::1", ""}


def draw_sign_ins(sign_ins: Sequence[SignInView], end: Callable[[UUID], Awaitable[None]]) -> None:
    """One line each, the one being looked at marked."""
    with ui.element("ul").classes("ruled sign-ins"):
        for one in sign_ins:
            with ui.element("li").classes("line loose"):
                icon("phone" if is_small(one.agent) else "key" if one.kind == "api" else "globe")
                with ui.element("div").classes("grow"):
                    text(device_name(one), "strong", "div")
                    text(
                        f"{place(one)} · {t('last used {when}', when=show_moment(one.seen_at))}", "second small", "div"
                    )
                if one.this:
                    status_mark("ok", t("This one"))
                else:
                    button(t("Sign out"), lambda session_id=one.id: end(session_id))


def device_name(one: SignInView) -> str:
    """Chrome on Windows, as far as the browser told."""
    if one.kind == "api":
        return t("API token")
    browser = next((name for mark, name in BROWSERS if mark in one.agent), t("A browser"))
    system = next((name for mark, name in SYSTEMS if mark in one.agent), "")
    return t("{browser} on {system}", browser=browser, system=system) if system else browser


def place(one: SignInView) -> str:
    """At the desk itself, or the address it came from."""
    return t("this computer") if one.address in HERE else one.address


def is_small(agent: str) -> bool:
    """Whether it is something one holds in the hand."""
    return any(mark in agent for mark in ("iPhone", "Android", "iPad"))
