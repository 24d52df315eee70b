"""What a text asked besides health, as staff read it: answers that warn stand out, places on the figure, photos."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nicegui import ui

from components import body_map
from components.app import theme
from components.app.marks import status_mark
from components.app.text import text
from components.body_map.figure import figure_svg
from studio.clients.body import PLACES
from studio.clients.figure import views_of
from studio.consent.paper_asked import answer_told
from studio.consent.rules.sheet import blocks_of
from studio.kernel.text import t

Body = Mapping[str, Any]
theme.also(Path(body_map.__file__).parent / "body_map.css")


def draw_asked(body: Body) -> None:
    """Question by question, figure by figure, photo by photo; nothing where the text asked nothing of it."""
    _questions(body)
    content = body["sheet"]["content"]
    for block in blocks_of(content, "body_map"):
        _places(block["title"], body.get("places", {}).get(block["key"], []))
    for block in blocks_of(content, "photo"):
        _photo(block["title"], body.get("photos", {}).get(block["key"]))


def _questions(body: Body) -> None:
    given = body.get("questions", {})
    if not given:
        return
    text(t("Questions"), "", "h2")
    with ui.element("dl").classes("facts asked-facts"):
        for block in blocks_of(body["sheet"]["content"], "question"):
            one = given.get(block["key"])
            if one is None:
                continue
            words = ", ".join(filter(None, (answer_told(block, one["answer"]), one["detail"])))
            text(block["text"], "", "dt")
            with ui.element("dd"):
                status_mark("flag", words).classes("long") if one["level"] != "info" else text(words)


def _places(title: str, places: list[str]) -> None:
    text(title, "", "h2")
    text(", ".join(t(PLACES[place]) for place in places) or t("Not answered"), "", "p")
    with ui.element("div").classes("figures"):
        for view in views_of(places):
            ui.html(figure_svg(view, places), sanitize=False)


def _photo(title: str, kept: Mapping[str, Any] | None) -> None:
    text(title, "", "h2")
    if kept is None:
        text(t("No photo was given."), "second", "p")
        return
    shot = ui.element("img").classes("signed-photo")
    shot.props.update({"src": f"data:image/jpeg;base64,{kept['jpeg']}", "alt": title})
