"""The text of a paper on the desk's screens: to read, and line by line as it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nicegui import ui

from components.app.text import text
from pages.documents.tongues import languages
from studio.documents.papers.content import Content, Step, parts_of
from studio.kernel.text import t

SIGNS = {"same": " ", "gone": "−", "new": "+"}
AROUND = 1


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
    """What went and what came, with a line or two around it; the sign says it to those who see no colour."""
    if all(step.sign == "same" for step in steps):
        text(t("Nothing changed in this language."), "second", "p")
        return
    words = {"gone": t("taken out"), "new": t("put in"), "same": t("unchanged")}
    near = {at for at, step in enumerate(steps) if step.sign != "same"}
    shown = [at for at in range(len(steps)) if any(other in near for other in range(at - AROUND, at + AROUND + 1))]
    with ui.element("ol").classes("paper-steps"):
        for place, at in enumerate(shown):
            if place and at != shown[place - 1] + 1:
                text("…", "same quiet", "li").props["aria-hidden"] = "true"
            with ui.element("li").classes(steps[at].sign):
                text(SIGNS[steps[at].sign], "sign").props(f'role=img aria-label="{words[steps[at].sign]}"')
                text(steps[at].text, "grow")
