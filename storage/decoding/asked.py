"""What can be asked of a file from elsewhere, and how it can fail."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

PIXELS = 40_000_000
"""The most a picture may say it has; asked before one of them is unpacked."""
Form = Literal["jpeg", "png", "grey"]
Trouble = Literal["unclear", "large", "moves", "busy", "empty", "locked", "acts"]


class Unfit(Exception):
    """The file cannot be taken, and why: `large` pixels, a picture that `moves`, a paper that is `empty`, `locked` or
    `acts` by itself, anything else `unclear`. `busy` says nothing of the file: the process could not be had."""

    def __init__(self, why: Trouble) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Wish:
    """One drawing of a picture: never larger than `side`, upright, with nothing of its file but the colours.

    `png` keeps what is transparent, `jpeg` and `grey` (a PNG without colours) stand on white. A `square` is cut from
    the middle, a little above it; `trimmed` takes empty margins away first.
    """

    side: int
    form: Form = "jpeg"
    quality: int = 85
    square: bool = False
    trimmed: bool = False

    def told(self) -> dict[str, Any]:
        return asdict(self)
