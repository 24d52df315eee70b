"""A field that picks one thing, found while one types."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Any

from components.pickers.search_box import Choice, Search, SearchBox

__all__ = ["Choice", "Picker"]


class Picker(SearchBox):
    """`Picker(t("Client"), find, on_change=…)`; `.choice` is what was picked, or None."""

    def __init__(
        self,
        label: str,
        search: Search,
        *,
        choice: Choice | None = None,
        placeholder: str = "",
        on_change: Callable[[Choice | None], Any] | None = None,
    ) -> None:
        super().__init__(search, placeholder=placeholder, label=label, keep=True, on_choose=self._picked)
        self.choice = choice
        self._on_change = on_change
        self._props["chosen"] = asdict(choice) if choice else None

    @property
    def value(self) -> str | None:
        """The id of what was picked, as a form reads it."""
        return self.choice.id if self.choice else None

    def show(self, choice: Choice | None) -> None:
        """Show something else as picked, without telling anybody."""
        self.choice = choice
        self._props["chosen"] = asdict(choice) if choice else None

    def complain(self, text: str) -> None:
        """Show what to mend below the field; empty text takes it away."""
        self._props["error"] = text

    async def _picked(self, choice: Choice | None) -> None:
        self.show(choice)
        self.complain("")
        if self._on_change:
            result = self._on_change(choice)
            if isinstance(result, Awaitable):
                await result
