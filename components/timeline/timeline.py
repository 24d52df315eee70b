"""A timeline fed with moments: one element, however long it grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app import icons
from studio.kernel.text import t


@dataclass(frozen=True)
class Changed:
    """One field, before and after; either may be empty."""

    label: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Moment:
    """Something that happened: what, when and by whom in words, and what changed."""

    icon: str
    text: str
    note: str
    changes: tuple[Changed, ...] = ()


class Timeline(Element, component="timeline.js"):
    """Newest first. `show` draws other moments; `flash` marks the newest."""

    def __init__(self, moments: Sequence[Moment], *, label: str = "") -> None:
        super().__init__()
        self._props.update({"icons": icons.sprite_address(), "label": label, "words": _words(), "flashing": False})
        self.show(moments)

    def show(self, moments: Sequence[Moment], *, flash: bool = False) -> None:
        """Draw these instead."""
        self._props["moments"] = [asdict(moment) for moment in moments]
        self._props["flashing"] = flash

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        changed = [change for moment in self._props["moments"] for change in moment["changes"]]
        texts = [moment[part] for moment in self._props["moments"] for part in ("text", "note")]
        return [*texts, *(change[part] for change in changed for part in ("label", "before", "after"))]


def _words() -> dict[str, str]:
    return {"from": t("before"), "to": t("now"), "empty": t("empty"), "removed": t("removed")}
