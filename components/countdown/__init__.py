"""A countdown that runs in the browser and says once when it is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui.element import Element


class Countdown(Element, component="countdown.js"):
    """`Countdown(t("New code in {time}"), on_over)`; `start(seconds)` sets it going again."""

    def __init__(self, words: str, on_over: Callable[[], Any]) -> None:
        super().__init__()
        self._props.update({"words": words, "left": 0.0, "run": 0})
        self.on("over", on_over, args=[])

    def start(self, seconds: float) -> None:
        """Count down from here."""
        self._props["left"] = max(0.0, seconds)
        self._props["run"] += 1
