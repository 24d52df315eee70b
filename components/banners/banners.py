"""Banners: what is wrong for as long as it is. They go by themselves when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app import icons
from studio.kernel.text import t


@dataclass(frozen=True)
class Banner:
    """One condition. `key` names it across pages; `kind` is info, warn or stop; what stops cannot be put aside."""

    key: str
    kind: str
    sentence: str
    to: str = ""


class Banners(Element, component="banners.js"):
    """Nothing at all while all is well. What `who` puts aside stays so in that tab."""

    def __init__(self, banners: Sequence[Banner], *, who: str) -> None:
        super().__init__()
        words = {"open": t("Look at it"), "hide": t("Put aside in this tab"), "label": t("What lasts")}
        self._props.update({"banners": [], "who": who, "icons": icons.sprite_address(), "words": words})
        self.show(banners)

    def show(self, banners: Sequence[Banner]) -> None:
        """What lasts now."""
        self._props["banners"] = [asdict(one) for one in banners]

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [one["sentence"] for one in self._props["banners"]]
