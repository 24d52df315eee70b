"""The screen of all country profiles: which one is in force, which fits, the studio's own, what counted before."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui
from nicegui.element import Element

from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.marks import Kind, status_mark
from components.app.moments import show_date, show_moment
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.jurisdiction.doing import ask_copy, choose, take_in
from studio.extension.registry import may
from studio.jurisdiction.facts import ProfileChanged, ProfileCopied, ProfileRemoved, RulesChanged
from studio.jurisdiction.queries import Edition, ProfileLine, editions, profiles, proposed
from studio.kernel.house import house
from studio.kernel.text import t
from studio.upkeep.facts import SettingChanged

CHANGE = "jurisdiction.profile.change"
HERE = "/settings/countries"
theme.also(Path(__file__).parent / "jurisdiction.css")


async def draw() -> None:
    """The screen `/settings/countries`."""
    await Countries().draw()


class Countries:
    """One open list."""

    body: Element

    def __init__(self) -> None:
        self.changes = may(current_actor(), CHANGE, house().rights)

    async def draw(self) -> None:
        with frame(t("Country's rules"), active="/settings"):
            note = t("Ages, guardians, how long records are kept: as data, with the source of each. Not legal advice.")
            with head(t("Country's rules"), note).end:
                if self.changes:
                    button(t("Take in a file"), take_in, icon="upload")
            self.body = ui.element("div").classes("body stack wide")
        live((ProfileChanged, ProfileCopied, ProfileRemoved, RulesChanged, SettingChanged), lambda _: self._show())
        await self._show()

    @in_turn
    async def _show(self) -> None:
        found, fits, before = await look(profiles), await look(proposed), await look(editions)
        self.body.clear()
        with self.body:
            if fits and self.changes:
                _proposal(fits)
            _part(t("In force"), [line for line in found if line.in_force], changes=self.changes)
            _part(t("Your own"), [line for line in found if line.own and not line.in_force], changes=self.changes)
            shipped = [line for line in found if not line.own and not line.in_force]
            _part(t("Come with Linework"), shipped, changes=self.changes)
            if before:
                _history(before)


def _proposal(line: ProfileLine) -> None:
    """The country's own profile, where another one is in force."""
    with ui.element("div").classes("band info"):
        where = t("If you are in {region}, this profile fits: {name}.", region=line.region, name=line.name)
        text(where if line.region else t("This profile fits your country: {name}.", name=line.name), "grow")
        button(t("Read it"), to=f"{HERE}/{line.key}")


def _part(title: str, lines: list[ProfileLine], *, changes: bool) -> None:
    if not lines:
        return
    with ui.element("section").classes("profiles"):
        text(title, "", "h2")
        with ui.element("div"):
            for line in lines:
                _line(line, changes=changes)


def _line(line: ProfileLine, *, changes: bool) -> None:
    with ui.element("div").classes("profile-line").props(f"data-profile={line.key}"):
        with ui.element("div").classes("words"):
            link = text(line.name, "link strong", "a")
            link.props["href"] = "" if line.broken else f"{HERE}/{line.key}"
            if line.region and line.region not in line.name:
                text(line.region, "small second")
            if line.broken:
                text(t("The file of this profile cannot be read: {why}", why=line.broken), "small stop-text")
        status_mark(*standing(line))
        if changes and not line.broken:
            with ui.element("div").classes("acts"):
                button(t("Copy"), lambda: ask_copy(line.key, line.name), icon="copy")
                if line.own:
                    button(t("Change"), icon="edit", to=f"{HERE}/{line.key}/change")
                if not line.in_force:
                    button(t("Use it"), lambda: choose(line.key, line.name), icon="check")


def standing(line: ProfileLine) -> tuple[Kind, str]:
    """Whether somebody checked it, and when."""
    if line.broken:
        return "stop", t("Cannot be read")
    if not line.country and not line.own:
        return "info", t("No country's law")
    if line.unchecked or line.checked_on is None:
        return "warn", t("UNCHECKED")
    return "ok", t("Checked on {day}", day=show_date(line.checked_on))


def _history(before: tuple[Edition, ...]) -> None:
    with ui.element("section").classes("profiles"):
        text(t("What was in force when"), "", "h2")
        text(
            t("Signed papers name the number of the rules that counted. What a number says never changes."),
            "second",
            "p",
        )
        with ui.element("div"):
            for one in before[:50]:
                with ui.element("div").classes("profile-line"):
                    link = text(t("{n}: {name}", n=one.number, name=one.name), "link", "a")
                    link.props["href"] = f"{HERE}/{one.key}/{one.number}"
                    text(t("since {when}", when=show_moment(one.since)), "small second")
