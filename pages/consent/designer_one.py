"""One consent text: its blocks in order, changed in place, beside the very page that clients will read."""

from __future__ import annotations

from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button, icon_button
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import show_moment
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.consent.designer import CHANGE, HERE, standing
from pages.consent.designer_blocks import Blocks
from pages.consent.designer_doing import ask_new, bring_back, hand_out, put_away, throw_away
from pages.consent.designer_sight import Sight
from pages.consent.designer_wanted import draw_wanted
from pages.consent.designer_words import main_language, menu_line, tongue, trouble_words
from studio.consent.actions import publish_draft, save_draft
from studio.consent.facts import TemplatePublished
from studio.consent.queries import TextView
from studio.consent.queries import text as text_of
from studio.consent.rules.drafting import troubles_of
from studio.consent.rules.editing import Draft, aligned
from studio.consent.text_facts import TextFact
from studio.extension.registry import may
from studio.jurisdiction.queries import profiles
from studio.kernel.house import house
from studio.kernel.text import nt, t


async def draw(key: str) -> None:
    """The screen `/consent/templates/{key}`."""
    await Designer(await look(text_of, key)).draw()


class Designer:
    """One open text. Every change is kept in the draft at once; what counts stays until it is published."""

    top: Element
    end: Element
    note: Element

    def __init__(self, view: TextView) -> None:
        self.view = view
        self.changes = may(current_actor(), CHANGE, house().rights) and view.line.archived_at is None
        self.draft = self._aligned()
        self.profiles: dict[str, str] = {}
        self.keeping = False

    async def draw(self) -> None:
        line = self.view.line
        if may(current_actor(), "jurisdiction.profile.see", house().rights):
            self.profiles = {one.key: one.name for one in await look(profiles) if not one.broken}
        with frame(line.title or t("No title yet"), active="/consent", under=[(t("Consent texts"), HERE)]):
            shown = head(line.title or t("No title yet"), " · ".join(filter(None, (line.for_whom, standing(line)))))
            self.end = shown.end
            with ui.element("div").classes("designer"):
                with ui.element("div").classes("stack loose"):
                    self.top = ui.element("div").classes("stack")
                    self.blocks = Blocks(self)
                self.sight = Sight(line.key)
        mine = lambda fact: fact.key == line.key  # noqa: E731
        live((TextFact, TemplatePublished), lambda _: self._follow(), when=mine)
        self._redraw()

    async def keep(self, draft: Draft) -> bool:
        """Put it into the draft. Where somebody else was quicker, both stay until one is chosen."""
        self.keeping = True
        try:
            row = await act(save_draft, self.view.line.key, draft, self.view.line.version)
            if row is not None:
                await self.show()
                return True
        finally:
            self.keeping = False
        fresh = await look(text_of, self.view.line.key)
        return fresh.line.version != self.view.line.version and await self._settle(draft, fresh)

    async def _settle(self, draft: Draft, fresh: TextView) -> bool:
        """Mine or theirs, asked once."""
        who = fresh.line.draft_by or t("somebody else")
        body = t("Your change is still here. Put it in place of theirs, or look at theirs first?")
        if not await confirm(
            t("{name} changed this draft meanwhile", name=who), body, t("Put mine in its place"), stop=True
        ):
            return False
        self.view = fresh
        return await self.keep(draft)

    @in_turn
    async def show(self) -> None:
        """What stands there now."""
        self.view = await look(text_of, self.view.line.key)
        self.draft = self._aligned()
        self.changes = may(current_actor(), CHANGE, house().rights) and self.view.line.archived_at is None
        self._redraw()

    async def _follow(self) -> None:
        """Somebody changed it; what is being typed here stays, and is asked about when it is kept."""
        if self.keeping or self.blocks.busy:
            return
        fresh = await look(text_of, self.view.line.key)
        if (fresh.line.version, fresh.line.edition) != (self.view.line.version, self.view.line.edition):
            await self.show()

    def _redraw(self) -> None:
        for place, fill in ((self.end, self._acts), (self.top, self._standing)):
            place.clear()
            with place:
                fill()
        self.blocks.draw()
        self.sight.draw(list(self.draft), self.view.line.version)

    def _acts(self) -> None:
        line = self.view.line
        seen = button(t("As guests see it"), icon="eye", to=f"{HERE}/{line.key}/preview?lang={next(iter(self.draft))}")
        seen.props("target=_blank")
        button(t("Editions"), icon="clock", to=f"{HERE}/{line.key}/editions")
        with icon_button("more", t("More for this text")), ui.menu().props("anchor='bottom right' self='top right'"):
            for language in self.draft:
                words = t("As a file: {language}", language=tongue(language))
                menu_line(words, lambda language=language: hand_out(self.view, language))
            if may(current_actor(), CHANGE, house().rights):
                self._more()
        if self.changes and line.is_draft:
            button(t("Publish"), self._publish, kind="primary", icon="check")

    def _more(self) -> None:
        line = self.view.line
        menu_line(t("Begin another text from this one"), lambda: ask_new(line.key))
        if line.is_draft:
            menu_line(t("Throw the draft away"), self._throw)
        if line.archived_at:
            menu_line(t("Bring it back"), lambda: bring_back(line))
        elif line.edition:
            menu_line(t("Put it away"), lambda: put_away(line))

    def _standing(self) -> None:
        """What waits, and what is still to be mended before it can be published."""
        line = self.view.line
        if line.archived_at:
            with ui.element("div").classes("band"):
                text(t("Put away: it is not offered for new signings."), "grow")
        if line.is_draft:
            when = show_moment(line.draft_at) if line.draft_at else ""
            with ui.element("div").classes("band info"):
                text(
                    t("A draft by {name}, {when}. It counts once it is published.", name=line.draft_by, when=when),
                    "grow",
                )
        draw_wanted(self.draft, self.keep if self.changes else None)
        for language, troubles in troubles_of(self.draft).items():
            with ui.element("div").classes("band warn troubles").props("role=note"):
                status_mark("warn", tongue(language))
                with ui.element("ul"):
                    for one in troubles[:5]:
                        text(trouble_words(one), "", "li")
                    if len(troubles) > 5:
                        text(nt("and {n} more", "and {n} more", len(troubles) - 5), "second", "li")

    async def _publish(self) -> None:
        line = self.view.line
        body = t("New signings read it from now on; whoever reads just now reads it again. What is signed stays.")
        if await confirm(t("Publish edition {n}?", n=line.edition + 1), body, t("Publish")):
            edition = await act(publish_draft, line.key, line.version)
            if edition:
                toast(t("Edition {n} counts from now on.", n=edition.number))
                await self.show()

    async def _throw(self) -> None:
        if await throw_away(self.view.line):
            await self.show()

    def _aligned(self) -> Draft:
        contents: Any = self.view.shown
        return aligned(contents, main_language(contents, current_actor().language))
