"""Ticks for the kinds of service a sheet is for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from nicegui import ui

from components.app.text import text
from components.form import Form, check_field
from studio.extension.registry import registry
from studio.kernel.text import t

NAME = "kind."


def draw_kinds(form: Form, chosen: Collection[str]) -> None:
    """One tick a kind, as the rooms declare them."""
    with ui.element("fieldset").classes("paper-kinds"):
        text(t("Kinds of service it is for"), "small second", "legend")
        for kind, word in registry().service_kinds().items():
            form.field(f"{NAME}{kind}", check_field(t(word), kind in chosen))


def kinds_of(values: dict[str, Any]) -> list[str]:
    """What is ticked."""
    return [name.removeprefix(NAME) for name, value in values.items() if name.startswith(NAME) and value]
