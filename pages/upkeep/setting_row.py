"""One setting: its words on the left, the control on the right; saves by itself, with Undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.app.feedback import toast
from components.app.perform import attempt
from components.app.text import text
from components.form import text_field
from components.long_choice import LongChoice
from pages.upkeep.accent_field import AccentField
from pages.upkeep.logo_field import LogoField
from pages.upkeep.options import options_of
from pages.upkeep.premises_fields import HoursField, lines_field
from pages.upkeep.premises_words import READ, SHOW
from pages.upkeep.setting_groups import HELP, TITLES
from pages.upkeep.usual import Usual, who_may
from storage.folding import fold
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.settings import Setting
from studio.kernel.text import N_, t
from studio.upkeep import logo
from studio.upkeep.actions import change_setting, reset_setting
from studio.upkeep.premises import ADDRESS, CONTACT, HOURS, METHODS, TAXES

E = TypeVar("E", bound=Element)
LINES = {ADDRESS, CONTACT, TAXES, METHODS}


class NumberIsExpected(Refusal):
    sentence = N_("Write a whole number.")


class SettingRow:
    """Draws itself where it is made. `may` says whether this person may change it."""

    def __init__(self, setting: Setting, *, may: bool, group: str = "") -> None:
        self.setting, self.may, self.group = setting, may, group
        self.words = t(TITLES.get(setting.key, setting.sentence))
        self.help = t(setting.help or HELP.get(setting.key, ""))
        self.waiting = False
        with ui.element("div").classes("setting").props(f"data-setting={setting.key} id={setting.key}") as self.place:
            with ui.element("div").classes("setting-words"):
                text(self.words, "medium", "div")
                if self.help:
                    text(self.help, "second small", "div")
                if not may:
                    text(t("Changed by: {roles}", roles=who_may(setting)), "second small", "div")
            with ui.element("div").classes("setting-control"):
                self.field = self._control()
                self.trouble = trouble_line()
                self.usual = Usual(setting, self.words, self._reset) if may else None
        if not may and hasattr(self.field, "set_enabled"):
            self.field.set_enabled(False)

    def fits(self, sought: str) -> bool:
        """Whether the words typed into the search are all about this setting."""
        return says(f"{self.group} {self.words} {self.help} {self.setting.key}", sought)

    def show(self) -> None:
        """Show what is stored now, without saving it again."""
        self.waiting = True
        try:
            self.field.value = self._shown(house().settings[self.setting.key])
            if self.setting.secret:
                self.field.props["placeholder"] = self._kept()
        finally:
            self.waiting = False
        if self.usual:
            self.usual.show()
        self.complain(None)

    def complain(self, refusal: Refusal | None) -> None:
        """Say beside the control what to mend; None takes it away."""
        self.trouble.set_text(refusal.text() if refusal else "")
        self.trouble.set_visibility(refusal is not None)

    async def save(self, typed: Any) -> None:
        """Store what was chosen or typed, if it is new."""
        if self.waiting or not self.may:
            return
        try:
            value = self._read(typed)
        except Refusal as refusal:
            self.complain(refusal)
            return
        before = house().settings[self.setting.key]
        if value == before or (self.setting.secret and not value):
            self.complain(None)
            return
        await attempt(change_setting, _Beside(self), self.setting.key, value)
        if house().settings[self.setting.key] != before:
            self.show()
            toast(t("Saved: {what}", what=self.words), None if self.setting.secret else lambda: self._back(before))

    async def _back(self, before: Any) -> None:
        await attempt(change_setting, _Beside(self), self.setting.key, before)
        self.show()

    async def _reset(self) -> None:
        before = house().settings[self.setting.key]
        await attempt(reset_setting, _Beside(self), self.setting.key)
        if house().settings[self.setting.key] != before:
            self.show()
            toast(t("Set back: {what}", what=self.words), None if self.setting.secret else lambda: self._back(before))

    def _control(self) -> Any:
        value = self._shown(house().settings[self.setting.key])
        if self.setting.key == "looks.accent":
            return AccentField(value, self.words, self.save)
        if self.setting.key == logo.KEY:
            return LogoField(value, self.words, self.save, may=self.may)
        if self.setting.key == HOURS:
            return HoursField(value, self.words, self.save)
        if self.setting.key in LINES:
            return lines_field(value, self.words, self.save)
        if self.setting.type is bool:
            switch = ui.switch(value=value, on_change=lambda event: self.save(event.value))
            return named(switch, self.words)
        options = options_of(self.setting.key)
        if options is not None:
            return LongChoice(self.words, options, value, on_change=lambda event: self.save(event.value))
        return self._typed(value)

    def _typed(self, value: str) -> ui.input:
        secret = self.setting.secret
        field = text_field("", value, kind="password" if secret else "text", placeholder=self._kept())
        if self.setting.type is int:
            field.props["inputmode"] = "numeric"
            field.classes("short")
        saves: Callable[[], Any] = lambda: self.save(field.value)  # noqa: E731  used twice below
        field.on("blur", saves)
        field.on("keydown.enter", saves)
        return named(field, self.words)

    def _kept(self) -> str:
        """A secret is never shown: its field is for a new one, and says whether there is one."""
        kept = self.setting.secret and house().settings[self.setting.key]
        return t("Saved. Type to replace it") if kept else ""

    def _shown(self, value: Any) -> Any:
        if self.setting.secret:
            return ""
        if self.setting.key in SHOW:
            return SHOW[self.setting.key](value)
        return str(value) if self.setting.type is int else value

    def _read(self, typed: Any) -> Any:
        if self.setting.key in READ:
            return READ[self.setting.key](typed)
        if self.setting.type is not int:
            return typed if typed is not None else self.setting.default
        digits = str(typed or "").strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            raise NumberIsExpected(self.setting.key)
        return int(digits)


class _Beside:
    """Hands a refusal to the row, also when it names the setting."""

    def __init__(self, row: SettingRow) -> None:
        self._row = row

    def complain(self, refusal: Refusal) -> None:
        self._row.complain(refusal)


def says(text: str, sought: str) -> bool:
    """Whether every word that is sought stands in the text."""
    told = fold(text)
    return all(word in told for word in fold(sought).split())


def trouble_line() -> TextElement:
    """Where it is said what to mend."""
    line = text("", "st stop long", "p").props("role=alert")
    line.set_visibility(False)
    return line


def named(field: E, words: str) -> E:
    """Give a control without a label of its own its name."""
    field.props["aria-label"] = words
    return field
