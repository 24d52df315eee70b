"""One profile to read, an edition that once counted, and how one's own differs from the shipped one."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.jurisdiction import all as countries
from pages.jurisdiction.doing import ask_copy, choose, hand_out, remove
from pages.jurisdiction.reading import draw_rules
from pages.jurisdiction.telling import Difference, differences
from studio.extension.registry import may
from studio.jurisdiction.facts import ProfileChanged
from studio.jurisdiction.queries import ProfileLine, edition, editions, profile, profile_line, shipped_profile
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.standing import name_of
from studio.kernel.house import house
from studio.kernel.refusal import Missing
from studio.kernel.text import nt, t
from studio.upkeep.facts import SettingChanged

HERE, CHANGE = countries.HERE, countries.CHANGE


async def draw(key: str) -> None:
    """The screen `/settings/countries/{key}`."""
    await ProfilePage(await look(profile_line, key)).draw()


async def draw_compared(key: str) -> None:
    """The screen `/settings/countries/{key}/compared`."""
    await ComparedPage(await look(profile_line, key)).draw()


async def draw_edition(key: str, number: str) -> None:
    """The screen `/settings/countries/{key}/{number}`: what counted then."""
    found = [one for one in await look(editions) if str(one.number) == number and one.key == key]
    if not found:
        raise Missing
    said = await look(edition, found[0].number)
    title = t("{n}: {name}", n=number, name=found[0].name)
    with frame(title, active="/settings", under=[(t("Country's rules"), HERE)]):
        head(title, t("What counted from then on. It never changes."))
        with ui.element("div").classes("body"):
            draw_rules(said)


class ProfilePage:
    """One open profile; follows changes made elsewhere."""

    end: Element
    body: Element

    def __init__(self, line: ProfileLine) -> None:
        self.line = line
        self.changes = may(current_actor(), CHANGE, house().rights)

    async def draw(self) -> None:
        with frame(self.line.name, active="/settings", under=[(t("Country's rules"), HERE)]):
            self.end = head(self.line.name, t("Each rule says what it rests on.")).end
            self.body = ui.element("div").classes("body")
        mine = lambda fact: getattr(fact, "key", "") in (self.line.key, "studio.jurisdiction")  # noqa: E731
        live((ProfileChanged, SettingChanged), lambda _: self._show(), when=mine)
        await self._show()

    @in_turn
    async def _show(self) -> None:
        self.line = await look(profile_line, self.line.key)
        one = await look(profile, self.line.key)
        for place, fill in ((self.end, self._acts), (self.body, lambda: draw_rules(one))):
            place.clear()
            with place:
                fill()

    def _acts(self) -> None:
        line = self.line
        button(t("As a file"), lambda: hand_out(line.key), icon="download")
        if line.own:
            button(t("Compare"), icon="columns", to=f"{HERE}/{line.key}/compared")
        if self.changes:
            button(t("Copy"), lambda: ask_copy(line.key, line.name), icon="copy")
            if line.own and not line.in_force:
                button(t("Remove"), lambda: remove(line), icon="trash")
            if line.own:
                button(t("Change"), icon="edit", to=f"{HERE}/{line.key}/change", key="e")
            if not line.in_force:
                button(t("Use it"), lambda: choose(line.key, line.name), kind="primary", icon="check")


class ComparedPage:
    """One's own beside the one it was copied from."""

    def __init__(self, line: ProfileLine) -> None:
        self.line = line

    async def draw(self) -> None:
        own, shipped = await look(profile, self.line.key), await look(shipped_profile, self.line.key)
        steps = [(t("Country's rules"), HERE), (self.line.name, f"{HERE}/{self.line.key}")]
        with frame(t("Compare"), active="/settings", under=steps):
            note = t("What differs from the profile that comes with Linework.")
            head(t("{name}, compared", name=self.line.name), note)
            with ui.element("div").classes("body stack loose"):
                found = differences(shipped, own) if shipped else []
                text(_summary(shipped, len(found)), "second", "p")
                if found:
                    _table(found)


def _summary(shipped: Profile | None, number: int) -> str:
    if shipped is None:
        return t("It was copied from no profile that comes with Linework.")
    name = name_of(shipped)
    if not number:
        return t("Nothing differs from {name}.", name=name)
    return nt("{n} rule differs from {name}.", "{n} rules differ from {name}.", number, name=name)


def _table(found: list[Difference]) -> None:
    with ui.element("table").classes("t compared"):
        with ui.element("thead"), ui.element("tr"):
            for title in (t("Rule"), t("Comes with Linework"), t("Yours")):
                text(title, "", "th")
        with ui.element("tbody"):
            for one in found:
                with ui.element("tr"):
                    text(f"{one.section}: {one.what}", "second", "td")
                    text(one.before or t("nothing"), "quiet" if not one.before else "", "td")
                    text(one.after or t("nothing"), "quiet" if not one.after else "medium", "td")
