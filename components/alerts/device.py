"""What this device does with news: a tone, a desktop notification. Each is switched on here, by whoever sits here."""

from __future__ import annotations

import json

from nicegui import ui
from nicegui.element import Element

from components.app.who import current_actor
from studio.kernel.text import t


class DeviceNews(Element, component="device.js"):
    """Two switches kept in this browser, for this person; both off until somebody wants them."""

    def __init__(self) -> None:
        super().__init__()
        self._props.update(
            {
                "who": str(current_actor().id),
                "words": {
                    "here": t("On this device"),
                    "sound": t("A tone for new alerts"),
                    "desktop": t("Desktop notifications"),
                    "cannot": t("This window cannot show desktop notifications; a browser on this computer can."),
                },
            }
        )


def tell_device(key: str, title: str, text: str, to: str, *, desktop: bool) -> None:
    """Sound and show one piece of news at the page that is being drawn, as far as that was switched on there."""
    told = {"who": str(current_actor().id), "id": key, "title": title, "text": text, "to": to, "desktop": desktop}
    ui.run_javascript(f"window.lineworkNews?.tell({json.dumps(told)})")
