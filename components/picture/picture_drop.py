"""A place for one picture; large ones are made smaller in the browser, so that they arrive at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui
from nicegui.events import UploadEventArguments

from components.app import icons
from studio.kernel.text import t

Take = Callable[[bytes], Awaitable[Any]]


class PictureDrop(ui.upload, component="picture_drop.js"):
    """`PictureDrop(take)`: `take(bytes)` gets whatever arrived; what it is has to be checked there.

    `side` is the longest side in pixels that is kept, 0 sends it as it is; `facing` is `user` for faces, `environment`
    for things.
    """

    def __init__(self, take: Take, *, label: str = "", side: int = 2000, facing: str = "environment") -> None:
        super().__init__(on_upload=self._arrived)
        self._take = take
        self._props.update(
            {
                "side": side,
                "facing": facing,
                "busy": False,
                "icons": icons.sprite_address(),
                "words": _words() | {"title": label or t("Drop a picture here, or paste it")},
            }
        )

    def say(self, text: str) -> None:
        """A line below the place, such as what was wrong with the picture; empty takes it away."""
        self._props["said"] = text

    async def _arrived(self, event: UploadEventArguments) -> None:
        self._props["busy"] = True
        self.say("")
        try:
            await self._take(await event.file.read())
        finally:
            if not self.is_deleted:
                self._props["busy"] = False

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [*self._props["words"].values(), self._props.get("said", "")]


def _words() -> dict[str, str]:
    return {
        "choose": t("Choose a picture"),
        "take": t("Take a photo"),
        "snap": t("Take it"),
        "stop": t("Cancel"),
        "sending": t("Sending, {n} %"),
        "working": t("Looking at the picture…"),
        "none": t("That is not a picture. Choose a JPEG or PNG photo."),
        "lost": t("The picture did not arrive. Try again."),
        "camera": t("The camera does not answer. Choose a picture instead."),
    }
