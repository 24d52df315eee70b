"""Fields for the parts of a profile: each knows its place in it, and how what is typed goes back there."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nicegui.element import Element

from components.app.moments import reading_locale
from components.form import DateField, Form, NumberField, check_field, choice_field, long_field, text_field
from components.form.choices import Select
from components.form.fields import dress
from pages.jurisdiction.words import BASES, word
from storage.folding import fold
from studio.jurisdiction.reading import plain_content
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.standing import said
from studio.kernel.text import language, t

Back = Callable[[Any, Any], Any]
"""What stood there, what was typed → what goes there; None takes it away."""


class ProfileFields:
    """Draws fields into an open form and puts together what they hold."""

    def __init__(self, form: Form, profile: Profile) -> None:
        self.form, self.content = form, plain_content(profile)
        self.backs: dict[str, Back] = {}

    def number(self, path: str, label: str, unit: str = "") -> Element:
        return self._add(path, NumberField(label, self.at(path), unit=unit), lambda _, typed: typed)

    def line(self, path: str, label: str, hint: str = "") -> Element:
        return self._add(path, text_field(label, self.at(path) or "", hint=hint), lambda _, typed: typed or None)

    def choice(self, path: str, label: str, words: Mapping[str, str]) -> Element:
        options = {key: t(one) for key, one in words.items()}
        return self._add(path, choice_field(label, options, self.at(path)), lambda _, chosen: chosen)

    def tick(self, path: str, label: str) -> Element:
        return self._add(path, check_field(label, bool(self.at(path))), lambda _, typed: bool(typed))

    def day(self, path: str, label: str, hint: str = "") -> Element:
        from datetime import date

        stored = self.at(path)
        field = DateField(label, date.fromisoformat(stored) if stored else None, locale=reading_locale(), hint=hint)
        return self._add(path, field, lambda _, typed: typed.isoformat() if typed else None)

    def words(self, path: str, label: str, *, long: bool = False) -> Element:
        """A text. One that is changed replaces it in every language: the others would say something else."""
        shown = said(self.at(path) or {})
        field = (long_field if long else text_field)(label, shown)
        return self._add(path, field, lambda before, typed: before if typed == shown else {language(): typed or ""})

    def many(self, path: str, label: str, words: Mapping[str, str]) -> Element:
        stored = list(self.at(path) or [])
        options = {key: word(dict(words), key) for key in (*words, *stored)}
        field = Select(options, label=label, value=stored, multiple=True)
        dress(field)
        field.props("use-chips")
        return self._add(path, field, lambda _, chosen: list(chosen or []))

    def lines(self, path: str, label: str) -> Element:
        """Statements, one a line: those left as they are keep their source."""
        stored: Sequence[Mapping[str, Any]] = self.at(path) or []
        shown = "\n".join(said(dict(one["text"])) for one in stored)
        field = long_field(label, shown, hint=t("One a line. Lines left as they are keep their source."), rows=4)
        return self._add(path, field, statements)

    def rests(self, path: str, label: str = "") -> None:
        """What a rule rests on, and where that stands."""
        self.choice(f"{path}.basis", label or t("Rests on"), BASES)
        self.line(f"{path}.source", t("Source"))

    def at(self, path: str) -> Any:
        """What stands at a place such as `ages.tattoo.alone`; None for nothing."""
        found: Any = self.content
        for step in path.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def put_together(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """All the profile says with what is typed; kinds of service without an age are as everything else."""
        whole = copy.deepcopy(self.content)
        for path, value in values.items():
            _put(whole, path.split("."), self.backs[path](self.at(path), value))
        ages = whole["ages"].items()
        whole["ages"] = {kind: rule for kind, rule in ages if kind == "other" or {"alone", "with_guardian"} & set(rule)}
        return whole

    def _add(self, path: str, field: Any, back: Back) -> Element:
        self.backs[path] = back
        made: Element = self.form.field(path, field)
        return made


def statements(before: Sequence[Mapping[str, Any]] | None, typed: str) -> list[dict[str, Any]]:
    """Lines as statements: known ones with their key and source, new ones as the studio's own choice."""
    known = {said(dict(one["text"])): one for one in before or ()}
    keys = {str(one["key"]) for one in before or ()}
    made: list[dict[str, Any]] = []
    for text in (one.strip() for one in (typed or "").splitlines()):
        if text in known:
            made.append(dict(known[text]))
        elif text:
            keys.add(key := _free_key(text, keys))
            made.append({"key": key, "text": {language(): text}, "basis": "careful"})
    return made


def _free_key(text: str, taken: set[str]) -> str:
    stem = "own_" + (re.sub(r"[^a-z0-9]+", "_", fold(text)).strip("_")[:24].strip("_") or "line")
    return next(key for number in range(1, 999) if (key := stem if number == 1 else f"{stem}_{number}") not in taken)


def _put(whole: dict[str, Any], steps: Sequence[str], value: Any) -> None:
    for step in steps[:-1]:
        whole = whole.setdefault(step, {})
    if value is None:
        whole.pop(steps[-1], None)
    else:
        whole[steps[-1]] = value
