"""All consent texts: what counts, what waits as a draft, what was put away."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import show_date, show_moment
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.consent.designer_doing import ask_new, take_in
from pages.consent.designer_words import service_word, tongue
from studio.consent.facts import TemplatePublished
from studio.consent.queries import TextLine, texts
from studio.consent.text_facts import TextFact
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, t

HERE = "/consent/templates"
SEE, CHANGE = "consent.template.see", "consent.template.publish"


async def draw() -> None:
    """The screen `/consent/templates`."""
    await TextList().draw()


class TextList:
    """One open list."""

    body: Element

    def __init__(self) -> None:
        self.changes = may(current_actor(), CHANGE, house().rights)

    async def draw(self) -> None:
        with frame(t("Consent texts"), active="/consent"):
            note = t("What clients read and sign. Sensible defaults and not legal advice: make them your own.")
            with head(t("Consent texts"), note).end:
                if self.changes:
                    button(t("Take in a file"), take_in, icon="upload")
                    button(t("New text"), ask_new, kind="primary", icon="plus", key="n")
            self.body = ui.element("div").classes("body stack wide")
        live((TextFact, TemplatePublished), lambda _: self._show())
        await self._show()

    @in_turn
    async def _show(self) -> None:
        found, away = await look(texts), await look(texts, archived=True)
        self.body.clear()
        with self.body:
            _part(t("In use"), [line for line in found if line.edition])
            _part(t("Only drafts so far"), [line for line in found if not line.edition])
            _part(t("Put away"), list(away))


def _part(title: str, lines: list[TextLine]) -> None:
    if not lines:
        return
    with ui.element("section").classes("consent-texts"):
        text(title, "", "h2")
        with ui.element("ul"):
            for line in lines:
                _line(line)


def _line(line: TextLine) -> None:
    with ui.element("li").classes("consent-text").props(f"data-text={line.key}"):
        with ui.element("div").classes("words"):
            link = text(line.title or t("No title yet"), "link strong", "a")
            link.props["href"] = f"{HERE}/{line.key}"
            kinds = ", ".join(service_word(kind) for kind in line.service_kinds)
            text(" · ".join(filter(None, (line.for_whom, kinds))), "small second")
        text(" · ".join(tongue(language) for language in line.languages), "small second tongues-of")
        text(standing(line), "small second since")
        with ui.element("div").classes("marks"):
            missing = [tongue(language) for language in LANGUAGES if language not in line.languages]
            if missing:
                status_mark("warn", t("Missing: {languages}", languages=", ".join(missing)))
            if line.is_draft:
                status_mark("wait", t("Draft by {name}", name=line.draft_by))
            if line.source == "shipped":
                status_mark("none", t("As it came with Linework"))
            elif line.edition:
                status_mark("ok", t("Your own"))


def standing(line: TextLine) -> str:
    """Which edition counts, and since when."""
    if not line.edition:
        return t("begun {when}", when=show_moment(line.draft_at)) if line.draft_at else ""
    if line.since is None:
        return t("Edition {n}, not used yet", n=line.edition)
    return t("Edition {n}, since {day}", n=line.edition, day=show_date(line.since.date()))
