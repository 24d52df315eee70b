"""A bar that shows how far something long is, with words for it."""

from __future__ import annotations

from nicegui import ui

from components.app.text import text


class Meter:
    """Draw it where it should stand, then `show` how far it is as often as there is news."""

    def __init__(self, title: str) -> None:
        self.frame = ui.element("div").classes("meter").props("role=progressbar aria-valuemin=0 aria-valuemax=100")
        self.frame.props["aria-label"] = title
        with self.frame:
            self.bar = ui.element("i")
        self.words = text("", "second", "p").props("role=status")

    def show(self, done: int, total: int, words: str = "") -> None:
        """So much of the whole; a whole of nothing has not begun."""
        share = min(100, round(100 * done / total)) if total else 0
        self.bar.style(f"width: {share}%")
        self.frame.props["aria-valuenow"] = str(share)
        self.words.set_text(words)
