"""A place for one file of any size; it arrives in slices, and is put together in memory."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui
from nicegui.events import UploadEventArguments

from components.app import icons
from studio.kernel.text import t

Take = Callable[[str, bytes], Awaitable[Any]]
MEGABYTE = 1_000_000


class FileDrop(ui.upload, component="file_drop.js"):
    """`FileDrop(take, most=30)`: `take(name, bytes)` gets whatever arrived; what it is has to be checked there.

    `most` is in megabytes; more is refused by the browser, and again here.
    """

    def __init__(self, take: Take, *, label: str, accept: str, most: int) -> None:
        super().__init__(on_upload=self._arrived)
        self._take, self._most = take, most * MEGABYTE
        self._mark, self._slices = "", dict[int, bytes]()
        words = {**_words(), "title": label, "large": t("This file is larger than {n} MB.", n=most)}
        self._props.update(
            {
                "busy": False,
                "icons": icons.sprite_address(),
                "words": words,
                "accept": accept,
                "most": self._most,
            }
        )

    def say(self, text: str) -> None:
        """A line below the place, such as what was wrong with the file; empty takes it away."""
        self._props["said"] = text

    async def _arrived(self, event: UploadEventArguments) -> None:
        mark, at, of, name = _told(event.file.name)
        if mark != self._mark:
            self._mark, self._slices = mark, {}
        if at:
            self._slices[at] = await event.file.read()
        if sum(map(len, self._slices.values())) > self._most:
            self._slices = {}
        elif at and len(self._slices) == of:
            await self._hand_over(name, b"".join(self._slices.pop(number) for number in range(1, of + 1)))

    async def _hand_over(self, name: str, data: bytes) -> None:
        self._props["busy"] = True
        self.say("")
        try:
            await self._take(name, data)
        finally:
            if not self.is_deleted:
                self._props["busy"] = False

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [*self._props["words"].values(), self._props.get("said", "")]


def _told(name: str) -> tuple[str, int, int, str]:
    """Mark, number, how many, name; number 0 for what no script of ours would say."""
    mark, _, rest = name.partition("~")
    at, _, rest = rest.partition("~")
    of, _, name = rest.partition("~")
    if at.isascii() and at.isdecimal() and of.isascii() and of.isdecimal() and 0 < int(at[:6]) <= int(of[:6]) <= 1_000:
        return mark, int(at[:6]), int(of[:6]), name
    return "", 0, 0, ""


def _words() -> dict[str, str]:
    return {
        "choose": t("Choose a file"),
        "sending": t("Sending, {n} %"),
        "working": t("Looking at the file…"),
        "lost": t("The file did not arrive. Try again."),
    }
