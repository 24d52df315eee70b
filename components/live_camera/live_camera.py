"""A camera in the browser: it reads codes itself where it can, else hands in small pictures, one at a time."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import Any

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from components.app import icons
from studio.kernel.text import t

LARGEST = 400_000
"""Letters of one picture; the browser makes them a tenth of that."""


class LiveCamera(Element, component="live_camera.js"):
    """`LiveCamera(read, decode)`: `decode(picture)` gives the code in a picture or None, `read(code)` acts on it.

    Whatever arrives was sent by a browser: `read` gets text that may be anything.
    """

    def __init__(self, read: Callable[[str], Awaitable[Any]], decode: Callable[[bytes], Awaitable[str | None]]) -> None:
        super().__init__()
        self._read, self._decode = read, decode
        self._props.update({"icons": icons.sprite_address(), "words": _words(), "heard": 0})
        self.on("code", self._code)
        self.on("frame", self._frame)

    async def _code(self, event: GenericEventArguments) -> None:
        if isinstance(event.args, str) and event.args.strip():
            await self._read(event.args[:2000])

    async def _frame(self, event: GenericEventArguments) -> None:
        try:
            code = await self._decode(picture_of(event.args))
            if code:
                await self._read(code)
        finally:
            if not self.is_deleted:
                self._props["heard"] += 1

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [*self._props["words"].values()]


def picture_of(sent: Any) -> bytes:
    """The bytes of a picture as the browser writes them; none for anything else."""
    if not isinstance(sent, str) or len(sent) > LARGEST:
        return b""
    try:
        return base64.b64decode(sent.partition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        return b""


def _words() -> dict[str, str]:
    return {
        "start": t("Start camera"),
        "stop": t("Stop camera"),
        "looking": t("Looking for a code"),
        "plain": t("Browsers give the camera to encrypted pages alone. Take a photo of the code instead."),
        "denied": t("The camera was not allowed. Allow it in the browser's settings for this page, then start again."),
        "none": t("The camera does not answer. Choose a picture instead."),
        "view": t("What the camera sees"),
    }
