"""The window's own process: shows the desk, asks before closing when it was told to, and goes when its input ends."""

from __future__ import annotations

import argparse
import json
import sys
import threading
from collections.abc import Sequence
from typing import Any

SIZE, LEAST = (1360, 860), (820, 600)


def main(words: Sequence[str]) -> int:
    """`--probe-gui`, or `--window URL --title T --storage DIR`."""
    if words[0] == "--probe-gui":
        return probe()
    telling = argparse.ArgumentParser()
    for option in ("--window", "--title", "--storage"):
        telling.add_argument(option)
    told = telling.parse_args(words)
    return show(told.window, told.title or "Linework", told.storage)


def probe() -> int:
    """0 when a window could open here; on Linux the attempt may end this process instead."""
    from webview.guilib import initialize

    library = initialize()
    if library.__name__.endswith(".qt"):
        from qtpy.QtWidgets import QApplication

        QApplication.instance() or QApplication(["probe"])
    return 0


def show(url: str, title: str, storage: str | None) -> int:
    """Run the window until it is closed."""
    import webview

    webview.settings["ALLOW_DOWNLOADS"] = True
    webview.settings["OPEN_EXTERNAL_LINKS_IN_BROWSER"] = True
    window = webview.create_window(title, url, width=SIZE[0], height=SIZE[1], min_size=LEAST, text_select=True)
    Asking(window, title)
    webview.start(private_mode=storage is None, storage_path=storage, debug=False)
    return 0


class Asking:
    """Between the window and whoever wants to close it."""

    def __init__(self, window: Any, title: str) -> None:
        self._window, self._title = window, title
        self._question = ""
        self._sure = False
        self._asked = threading.Lock()
        window.events.closing += self._closing
        if not sys.stdin.isatty():
            threading.Thread(target=self._listen, daemon=True).start()

    def _closing(self) -> bool:
        """False keeps the window. The question is asked on another thread: this one draws it."""
        if self._sure or not self._question:
            return True
        threading.Thread(target=self._ask, daemon=True).start()
        return False

    def _ask(self) -> None:
        if not self._asked.acquire(blocking=False):
            return
        try:
            if self._window.create_confirmation_dialog(self._title, self._question):
                self._close()
        finally:
            self._asked.release()

    def _listen(self) -> None:
        """Each line says what to ask from now on and whether to come to the front; the end of input ends the window."""
        heard = False
        for line in sys.stdin:
            told = json.loads(line)
            heard, self._question = True, str(told["ask"])
            if told["show"]:
                self._window.restore()
                self._window.show()
        if heard:
            self._close()

    def _close(self) -> None:
        self._sure = True
        self._window.destroy()
