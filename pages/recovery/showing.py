"""Serving the recovery screen on this computer alone, with a window where there is one."""

from __future__ import annotations

import asyncio
import contextlib
import json
import webbrowser
from collections.abc import Callable

from pages.recovery.app import Recovery
from pages.server.door import Door
from pages.server.listener import Listener
from pages.server.note import noted
from pages.server.serving import signals
from pages.server.window import environment, has_display, ourselves, window_works
from storage.errors import StorageFault
from storage.folder import DataFolder
from studio.kernel.text import t

Shown = Callable[[str], None]


class Screens:
    """Shows one recovery screen after another, until the studio opens or somebody ends it."""

    def __init__(self, port: int, ready: Shown, *, window: bool) -> None:
        self._port, self._ready, self._window = port, ready, window
        self._rounds = 0

    def show(self, folder: DataFolder, fault: StorageFault) -> bool:
        """True when the studio is to be tried again, False when the program is to end. Raises PortIsBusy."""
        self._rounds += 1
        return asyncio.run(self._show(folder, fault))

    async def _show(self, folder: DataFolder, fault: StorageFault) -> bool:
        again, ended = asyncio.Event(), asyncio.Event()
        listener = Listener(Recovery(folder, fault, self._rounds, again.set), Door("desk", self._port), ("127.0.0.1",))
        await listener.open()
        url = f"http://127.0.0.1:{self._port}"
        self._ready(url)
        waiting = [asyncio.create_task(event.wait()) for event in (again, ended)]
        companion = asyncio.create_task(self._accompany(url, ended.set))
        try:
            with contextlib.ExitStack() as kept:
                kept.enter_context(signals(ended))
                with contextlib.suppress(OSError):  # a second start is led here, where a note can be left
                    kept.enter_context(noted(folder.path, url))
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            companion.cancel()
            await asyncio.gather(companion, listener.close(), return_exceptions=True)
            for task in waiting:
                task.cancel()
        return again.is_set()

    async def _accompany(self, url: str, end: Callable[[], None]) -> None:
        """A window whose closing ends the program; the browser where no window can open; nothing for a server."""
        if not self._window or not has_display():
            return
        if await asyncio.to_thread(window_works) and await _windowed(url):
            end()
        elif self._rounds == 1:
            await asyncio.to_thread(webbrowser.open, url)


async def _windowed(url: str) -> bool:
    """True when the window was closed by a person, False when it could not stay."""
    quiet = asyncio.subprocess.DEVNULL
    child = await asyncio.create_subprocess_exec(
        *ourselves("--window", url, "--title", t("Linework")),
        stdin=asyncio.subprocess.PIPE,
        stdout=quiet,
        stderr=quiet,
        env=environment(),
    )
    try:
        if child.stdin is not None:  # from its first line on, the end of its input closes the window
            child.stdin.write(json.dumps({"ask": "", "show": False}).encode() + b"\n")
        return await child.wait() == 0
    finally:
        await _closed(child)


async def _closed(child: asyncio.subprocess.Process) -> None:
    if child.returncode is not None:
        return
    if child.stdin is not None:
        child.stdin.close()
    try:
        await asyncio.wait_for(child.wait(), 5)
    except TimeoutError:
        child.kill()
        await child.wait()
