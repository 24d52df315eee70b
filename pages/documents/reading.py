"""The text of a paper on the desk's screens: to read, and line by line as it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nicegui import ui

from components.app.text import text
from pages.documents.tongues import languages
from studio.documents.papers.content import Content, Step, parts_of
from studio.kernel.text import t

SIGNS = {"same": " ", "gone": "−", "new": "+"}


def draw_text(contents: Mapping[str, Content]) -> None:
    """Every language beside the other."""
    with ui.element("div").classes("paper-tongues"):
        for tag, name in languages():
            with ui.element("section").classes("panel stack paper-text").props(f"lang={tag}"):
                text(name, "small quiet")
                if tag not in contents:
                    text(t("Not written in this language."), "second", "p")
                    continue
                _one(contents[tag])


def _one(content: Content) -> None:
    text(content["title"], "", "h2")
    if content["lead"]:
        text(content["lead"], "second prose", "p")
    for part in parts_of(content["body"]):
        if part.kind == "points":
            with ui.element("ul"):
                for line in part.lines:
                    text(line, "prose", "li")
        else:
            text(part.lines[0], "prose", "h3" if part.kind == "heading" else "p")


def draw_steps(steps: Sequence[Step]) -> None:
    """What went, what came; the sign says it to those who see no colour."""
    words = {"gone": t("taken out"), "new": t("put in"), "same": t("unchanged")}
    with ui.element("ol").classes("paper-steps"):
        for step in steps:
            with ui.element("li").classes(step.sign):
                text(SIGNS[step.sign], "sign").props(f'role=img aria-label="{words[step.sign]}"')
                text(step.text, "prose grow")
