"""The form: keeps what was typed, shows refusals beside their fields, warns before changes are lost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.app.button import Kind, button
from components.app.feedback import confirm
from components.app.hearing import hear
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

Save = Callable[[dict[str, Any]], Awaitable[Any]]
E = TypeVar("E", bound=Element)


class Form(Element, component="form.js"):
    """`with Form(save) as form: form.field("name", text_field(…)); form.acts(t("Save client"))`.

    `save(values)` answers None when it was refused (`attempt(verb, form, …)` does), anything else when it is done.
    """

    def __init__(self, save: Save) -> None:
        super().__init__()
        self._save = save
        self._fields: dict[str, Any] = {}
        self._before: dict[str, Any] = {}
        self._button: ui.button | None = None
        self._said: TextElement | None = None
        self.busy = False
        self.classes("form")
        self.on("save", self.save)
        hear(self, "leave", self._leave, str)

    def field(self, name: str, field: E) -> E:
        """Make a field part of the form; `name` is what the verb and its refusals call it."""
        self._fields[name] = field
        self._before[name] = _copy(_raw(field))
        if hasattr(field, "on_value_change"):
            field.on_value_change(lambda: self.touched(name))
        return field

    def acts(self, save: str, *, cancel: str = "", kind: Kind = "primary") -> Element:
        """The row of acts at the end: one filled button, unless something else on the screen is to be done first, and
        a way back. More can be drawn into what is returned."""
        self._said = TextElement(tag="p", text="").classes("form-said st stop long").props("role=alert")
        self._said.set_visibility(False)
        with ui.element("div").classes("form-acts") as row:
            self._button = button(save, self.save, kind=kind)
            self._button.props["title"] = "Ctrl + Enter"
            if cancel:
                button(t("Cancel"), kind="plain", to=cancel)
        return row

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was there at first."""
        return any(_raw(field) != self._before[name] for name, field in self._fields.items())

    def values(self) -> dict[str, Any] | None:
        """Name → value of every field; None when one cannot be read, which is then shown beside it."""
        found: dict[str, Any] = {}
        troubles: dict[str, str] = {}
        for name, field in self._fields.items():
            try:
                found[name] = field.read() if hasattr(field, "read") else _raw(field)
            except Refusal as refusal:
                troubles[name] = refusal.text()
        self._show(troubles)
        return None if troubles else found

    async def save(self) -> Any:
        """Save what is typed; runs once however often it is pressed."""
        if self.busy:
            return None
        self._set_busy(True)
        try:
            values = self.values()
            done = await self._save(values) if values is not None else None
            if done is not None and not self.is_deleted:
                self.settled()
            return done
        finally:
            if not self.is_deleted:
                self._set_busy(False)

    def complain(self, refusal: Refusal) -> None:
        """Show a refusal: beside its fields, and in one line above the button where it has none of ours."""
        ours = {name: " ".join(texts) for name, texts in refusal.fields.items() if name in self._fields}
        self._show(ours)
        self._say("" if ours and set(ours) == set(refusal.fields) and refusal.fields else refusal.text())
        if ours:
            self.run_method("toTrouble")

    def settled(self) -> None:
        """What is typed now is what is stored: nothing to lose any more."""
        self._before = {name: _copy(_raw(field)) for name, field in self._fields.items()}
        self._show({})
        self._props["dirty"] = False

    def touched(self, name: str) -> None:
        """A field changed: its complaint goes, and leaving will ask."""
        if not self.busy:
            _complain(self._fields[name], "", only_ours=True)
        if self._props.get("dirty", False) != self.dirty:
            self._props["dirty"] = self.dirty

    def _show(self, troubles: dict[str, str]) -> None:
        for name, field in self._fields.items():
            _complain(field, troubles.get(name, ""))
        self._say("")

    def _say(self, text: str) -> None:
        if self._said:
            self._said.set_text(text)
            self._said.set_visibility(bool(text))

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        if self._button:
            self._button.props["loading"] = busy

    async def _leave(self, to: str) -> None:
        if await confirm(
            t("Leave without saving?"),
            t("What you changed here has not been saved."),
            t("Leave without saving"),
            stop=True,
        ):
            self.run_method("go", to)


def _raw(field: Any) -> Any:
    return getattr(field, "value", None)


def _copy(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value


def _complain(field: Any, text: str, *, only_ours: bool = False) -> None:
    if hasattr(field, "complain"):
        field.complain(text)
    elif hasattr(field, "error") and not (only_ours and not getattr(field, "linework_complaint", False)):
        field.linework_complaint = bool(text)
        field.error = text or None
