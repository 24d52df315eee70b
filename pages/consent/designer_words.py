"""What the designer calls things: kinds of block, answers, levels, fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui

from components.app.button import lasting
from studio.clients.consents import BY_KEY as CONSENTS
from studio.consent.rules.checking import KINDS, Trouble
from studio.extension.registry import registry
from studio.kernel.text import LANGUAGES, N_, nearest, t

ANSWERS: Mapping[str, str] = {
    "yes_no": N_("Yes or no"),
    "text": N_("In words"),
    "number": N_("A number"),
    "date": N_("A day"),
    "one": N_("One of several"),
    "many": N_("Several of several"),
}
LEVELS: Mapping[str, str] = {
    "info": N_("Only noted"),
    "warn": N_("Warns: the artist says why they go on"),
    "block": N_("Stops: nobody signs after it"),
}
SHORT_LEVELS: Mapping[str, str] = {"warn": N_("warns"), "block": N_("stops")}
ADDABLE: Mapping[str, str] = {
    **{kind: KINDS[kind] for kind in ("text", "clause", "question", "photo", "body_map")},
    **{kind: KINDS[kind] for kind in ("health", "consents", "aftercare", "signature")},
    "guardian": N_("Signature of a parent or guardian"),
}
FIELDS: Mapping[str, str] = {
    "title": N_("Title"),
    "for": N_("For whom"),
    "text": N_("Text"),
    "e_form": N_("Agreement to sign on a screen"),
    "intent": N_("What is signed"),
    "button": N_("On the button"),
    "detail": N_("Asks for a few words"),
    "service_kinds": N_("Usual text of"),
    "minor": N_("For minors, with a parent or guardian"),
    "profile": N_("Only under these rules"),
    "least_age": N_("Least age"),
    "answer": N_("Answer"),
    "choices": N_("Answers to choose from"),
    "level": N_("How much it matters"),
    "needed": N_("Must be answered"),
    "when": N_("Asked only after"),
    "which": N_("Consents"),
    "parts": N_("Paragraphs"),
    "who": N_("Who signs"),
}


def field_word(field: str) -> str:
    return t(FIELDS[field]) if field in FIELDS else field


def kind_word(block: Mapping[str, Any]) -> str:
    """What sort of block it is."""
    if block["kind"] == "signature" and block.get("who") == "guardian":
        return t(ADDABLE["guardian"])
    return t(KINDS[block["kind"]])


def service_word(kind: str) -> str:
    known = registry().service_kinds()
    return t(known[kind]) if kind in known else kind


def title_of(block: Mapping[str, Any]) -> str:
    """The first words of a block."""
    return str(block.get("title") or block.get("text") or "")


def excerpt_of(block: Mapping[str, Any]) -> str:
    """What stands below its title."""
    said = block.get("text") if block.get("title") else block.get("intent")
    parts = block.get("parts")
    return str(said or block.get("intent") or (", ".join(str(one.get("title", "")) for one in parts) if parts else ""))


def notes_of(block: Mapping[str, Any]) -> list[str]:
    """What else matters about it, in a few words each."""
    kind, found = block["kind"], []
    if kind == "question":
        found.append(t(ANSWERS.get(str(block.get("answer")), "")))
        levels = {block.get("level"), *(choice.get("level") for choice in block.get("choices") or ())}
        found += [t(word) for level, word in SHORT_LEVELS.items() if level in levels]
        found += [t("only after another answer")] if block.get("when") else []
    if kind in ("question", "photo", "body_map"):
        found.append(t("needed") if block.get("needed", kind != "photo") else t("may be left out"))
    if kind == "consents":
        found += [t(CONSENTS[key].title) for key in block.get("which", ()) if key in CONSENTS]
    return [one for one in found if one]


def menu_line(words: str, do: Callable[..., Any]) -> None:
    """A line of a menu; what it does outlives the part of the page the menu stands in."""
    ui.menu_item(words, lasting(do)).props("role=menuitem")


def trouble_words(trouble: Trouble) -> str:
    """What is to be mended, in the words of the screen."""
    named = [field_word(str(step)) for step in trouble.path if isinstance(step, str) and step != "blocks"]
    number = trouble.path[1] if len(trouble.path) > 1 and trouble.path[0] == "blocks" else None
    where = t("Block {n}", n=int(number) + 1) if number is not None else ""
    return ": ".join(filter(None, (where, ", ".join(named), trouble.what)))


def tongue(language: str) -> str:
    return LANGUAGES.get(language, language)


def main_language(contents: Mapping[str, Any], wished: str) -> str:
    """The language whose order counts: the reader's where the text has it."""
    mine = nearest(wished)
    return mine if mine in contents else "en" if "en" in contents else next(iter(contents))
