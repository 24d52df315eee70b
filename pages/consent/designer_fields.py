"""The fields of one block, or of the text itself: words side by side in each language, the rest once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.text import text
from components.form import Form, NumberField, check_field, choice_field, long_field, text_field
from components.form.choices import Select
from components.form.fields import dress
from pages.consent.designer_words import ANSWERS, LEVELS, field_word, tongue
from studio.clients.consents import BY_KEY as CONSENTS
from studio.consent.rules.editing import Draft
from studio.extension.registry import registry
from studio.kernel.text import t

CHOSEN = ("one", "many")
LONG = ("text", "intent", "e_form")
WORDS: Mapping[str, tuple[str, ...]] = {
    "": ("title", "for", "e_form"),
    "text": ("title", "text"),
    "clause": ("title", "text"),
    "health": ("title", "text"),
    "question": ("text", "choices", "detail"),
    "photo": ("title", "text"),
    "body_map": ("title", "text"),
    "consents": ("title", "text"),
    "aftercare": ("title", "parts"),
    "signature": ("title", "intent", "button"),
}
Back = Callable[[Any], Any]


class BlockFields:
    """Draws the fields of the block at a place (None: of the text itself) and tells what they hold."""

    def __init__(self, form: Form, draft: Draft, at: int | None, profiles: Mapping[str, str]) -> None:
        self.form, self.draft, self.at, self.profiles = form, draft, at, profiles
        self.kind = "" if at is None else str(next(iter(draft.values()))["blocks"][at]["kind"])
        self.backs: dict[str, Back] = {}
        self.choosing: list[Element] = []

    def block(self, language: str = "") -> dict[str, Any]:
        """What stands there now."""
        content = self.draft[language] if language else next(iter(self.draft.values()))
        return content if self.at is None else content["blocks"][self.at]

    def draw(self) -> None:
        with ui.element("div").classes("tongues"):
            for language in self.draft:
                with ui.element("section").classes("stack").props(f"lang={language}"):
                    text(tongue(language), "small second", "h3")
                    for name in WORDS[self.kind]:
                        self._words(language, name)
        with ui.element("div").classes("two shared"):
            self._shared()

    def told(self, values: Mapping[str, Any]) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
        """Words by language, and what is the same in all."""
        words: dict[str, dict[str, Any]] = {language: {} for language in self.draft}
        shared: dict[str, Any] = {}
        for name, value in values.items():
            language, _, field = name.rpartition("/")
            (words[language] if language else shared)[field] = self.backs[name](value)
        return words, self._with_levels(words, shared)

    def _with_levels(self, words: dict[str, dict[str, Any]], shared: dict[str, Any]) -> dict[str, Any]:
        """Which answers warn or stop is said once, by their keys."""
        stops, warns = shared.pop("stops", ()) or (), shared.pop("warns", ()) or ()
        for told in words.values():
            for choice in told.get("choices", ()):
                choice["level"] = "block" if choice["key"] in stops else "warn" if choice["key"] in warns else "info"
        if shared.get("answer") not in (None, *CHOSEN):
            for told in words.values():
                told["choices"] = []
        if shared.get("answer") not in (None, "yes_no"):
            shared["level"] = "info"
        return shared

    def _words(self, language: str, name: str) -> None:
        value = self.block(language).get(name)
        if name == "parts":
            self._add(
                f"{language}/parts",
                self._list(name, _paragraphs(value), t("A line that begins with # is a title.")),
                _parts,
            )
        elif name == "choices":
            keys = [str(one["key"]) for one in value or ()]
            said = "\n".join(str(one.get("text", "")) for one in value or ())
            field = self._list(name, said, t("One answer a line."))
            field.set_visibility(self.block(language).get("answer") in CHOSEN)
            self.choosing.append(field)
            self._add(f"{language}/choices", field, lambda typed: _choices(typed, keys))
        else:
            make = long_field if name in LONG else text_field
            self._add(
                f"{language}/{name}", make(field_word(name), str(value or "")), lambda typed: (typed or "").strip()
            )

    def _list(self, name: str, said: str, hint: str) -> Element:
        return long_field(field_word(name), said, hint=hint, rows=4)

    def _shared(self) -> None:
        block = self.block()
        if self.kind == "":
            known = {key: t(word) for key, word in registry().service_kinds().items()}
            self._add("service_kinds", many_field(field_word("service_kinds"), known, block.get("service_kinds")), list)
            everywhere = {"": t("Under any rules"), **self.profiles}
            self._add("profile", choice_field(field_word("profile"), everywhere, block.get("profile", "")), str)
            least = NumberField(field_word("least_age"), block.get("least_age", 0), unit=t("years"))
            self._add("least_age", least, lambda typed: typed or 0)
            self._add("minor", check_field(field_word("minor"), bool(block.get("minor"))), bool)
        elif self.kind == "question":
            self._question(block)
        elif self.kind == "consents":
            known = {key: t(one.title) for key, one in CONSENTS.items()}
            self._add("which", many_field(field_word("which"), known, block.get("which")), list)
            self._add("needed", many_field(t("Without these nobody signs"), known, block.get("needed")), list)
        if self.kind in ("question", "photo", "body_map"):
            label = t("Must be given") if self.kind != "question" else field_word("needed")
            self._add("needed", check_field(label, bool(block.get("needed", self.kind != "photo"))), bool)

    def _question(self, block: Mapping[str, Any]) -> None:
        words = {key: t(word) for key, word in ANSWERS.items()}
        answer = choice_field(field_word("answer"), words, block.get("answer", "yes_no"), on_change=self._choose)
        self._add("answer", answer, str)
        if block.get("answer") in CHOSEN:
            known = {str(one["key"]): str(one.get("text") or one["key"]) for one in block.get("choices") or ()}
            for name, label, level in (
                ("warns", t("Answers that warn"), "warn"),
                ("stops", t("Answers that stop"), "block"),
            ):
                chosen = [one["key"] for one in block.get("choices") or () if one.get("level") == level]
                self._add(name, many_field(label, known, chosen), list)
        else:
            levels = {key: t(word) for key, word in LEVELS.items()}
            self._add("level", choice_field(t("After a yes"), levels, block.get("level", "info")), str)
        before = self._before()
        if len(before) > 1:
            when = block.get("when") or {}
            chosen_when = f"{when['question']}={when['answer']}" if when else ""
            self._add("when", choice_field(field_word("when"), before, chosen_when), _when)

    def _choose(self, event: Any) -> None:
        """Only questions with a choice have answers to choose from."""
        for field in self.choosing:
            field.set_visibility(event.value in CHOSEN)

    def _before(self) -> dict[str, str]:
        """Answers of the questions above that this one can hang on."""
        found = {"": t("Always asked")}
        for one in next(iter(self.draft.values()))["blocks"][: self.at]:
            if one["kind"] != "question":
                continue
            answers = {"yes": t("Yes"), "no": t("No")} if one.get("answer") == "yes_no" else {}
            answers |= {choice["key"]: choice.get("text", "") for choice in one.get("choices") or ()}
            found |= {f"{one['key']}={key}": f"{str(one['text'])[:60]} {word}" for key, word in answers.items()}
        return found

    def _add(self, name: str, field: Any, back: Back) -> None:
        self.form.field(name, field)
        self.backs[name] = back


def many_field(label: str, options: Mapping[str, str], value: Any) -> Select:
    """Several of a few."""
    field = Select(dict(options), label=label, value=[one for one in value or () if one in options], multiple=True)
    dress(field)
    field.props("use-chips")
    return field


def _paragraphs(parts: Any) -> str:
    return "\n\n".join(f"# {one.get('title', '')}\n{one.get('text', '')}" for one in parts or ())


def _parts(typed: str | None) -> list[dict[str, str]]:
    """Paragraphs as they are typed: a title after #, the text below it."""
    found: list[dict[str, str]] = []
    for line in (typed or "").splitlines():
        if line.startswith("#"):
            found.append({"title": line.lstrip("# ").strip(), "text": ""})
        elif line.strip():
            if not found:
                found.append({"title": "", "text": ""})
            found[-1]["text"] = f"{found[-1]['text']}\n{line.strip()}".strip()
    return found


def _choices(typed: str | None, keys: list[str]) -> list[dict[str, str]]:
    """One a line; each keeps the key of its line."""
    lines = [line.strip() for line in (typed or "").splitlines() if line.strip()]
    fresh = (key for number in range(1, 99) if (key := f"answer_{number}") not in keys)
    return [{"key": keys[n] if n < len(keys) else next(fresh), "text": line} for n, line in enumerate(lines)]


def _when(chosen: str | None) -> dict[str, str] | None:
    question, _, answer = (chosen or "").partition("=")
    return {"question": question, "answer": answer} if question else None
