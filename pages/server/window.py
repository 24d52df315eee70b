"""The desk's own window: tried first in a process of its own, with the browser to fall back on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import time
import webbrowser
from pathlib import Path

import structlog

from pages.server import note
from pages.server.serving import Open
from studio.kernel.house import House
from studio.kernel.text import nearest, nt, speaking, t

log = structlog.get_logger(__name__)
TELL_EVERY = 1.0
TOO_SOON = 10.0
PROBE_SECONDS = 20.0


def has_display() -> bool:
    """Whether there is a screen at all; Windows and macOS always have one."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def window_works() -> bool:
    """Whether a native window can open here. Qt ends the process instead of raising, so another process asks."""
    if not has_display():
        return False
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        tried = subprocess.run(ourselves("--probe-gui"), timeout=PROBE_SECONDS, check=False, env=environment(), **quiet)  # type: ignore[call-overload]  # differs by system
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(tried.returncode == 0)


def ourselves(*arguments: str) -> list[str]:
    """The command line of another process of this program, bundled or not."""
    script = (
        [] if getattr(sys, "frozen", False) else [str(Path(sys.modules["__main__"].__file__ or "run.py").resolve())]
    )
    return [sys.executable, *script, *arguments]


def environment() -> dict[str, str]:
    """Qt on Linux, without asking for GTK first."""
    wanted = {"PYWEBVIEW_GUI": "qt"} if sys.platform.startswith("linux") else {}
    return {**os.environ, **wanted}


class Window:
    """Accompanies the server: closing the window ends it."""

    def __init__(self, house: House) -> None:
        self._house = house
        with speaking(nearest(str(house.settings["studio.locale"]))):
            self._title = str(house.settings["studio.name"]) or t("Linework")

    async def __call__(self, opened: Open) -> None:
        started = time.monotonic()
        if await self._show(opened) or time.monotonic() - started > TOO_SOON:
            opened.stop()
        else:
            log.warning("the window ended at once; opening the browser instead")
            await browser(opened)

    async def _show(self, opened: Open) -> bool:
        """True when the window ran and was closed by a person."""
        storage = self._house.folder.path / "window"
        storage.mkdir(mode=0o700, exist_ok=True)
        command = ourselves("--window", opened.url, "--title", self._title, "--storage", str(storage))
        child = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment(),
        )
        note.write(self._house.folder.path, opened.url, window=True)
        telling = asyncio.create_task(self._tell(child, opened))
        try:
            return await child.wait() == 0
        finally:
            telling.cancel()
            note.write(self._house.folder.path, opened.url, window=False)
            await _end(child)

    async def _tell(self, child: asyncio.subprocess.Process, opened: Open) -> None:
        """Keep the window knowing what to ask before it closes, and when somebody wishes to see it."""
        if child.stdin is None:
            return
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            while True:
                wished = note.wish_granted(self._house.folder.path)
                told = {"ask": self._question(opened.gate.guests_active()), "show": wished}
                child.stdin.write(json.dumps(told).encode() + b"\n")
                await child.stdin.drain()
                await asyncio.sleep(TELL_EVERY)

    def _question(self, phones: int) -> str:
        if not phones:
            return ""
        with speaking(nearest(str(self._house.settings["studio.locale"]))):
            who = nt("{n} phone is connected.", "{n} phones are connected.", phones)
            return f"{who} {t('Closing Linework ends what they are doing. Close it all the same?')}"


async def _end(child: asyncio.subprocess.Process) -> None:
    """The end of its input tells the window to close; one that does not listen is ended."""
    if child.returncode is not None:
        return
    if child.stdin is not None:
        child.stdin.close()
    try:
        await asyncio.wait_for(child.wait(), 5)
    except TimeoutError:
        child.kill()
        await child.wait()


async def browser(opened: Open) -> None:
    """Open the system's browser where there is one; the server goes on until it is told to stop."""
    if has_display():
        await asyncio.to_thread(webbrowser.open, opened.url)


async def nobody(_: Open) -> None:
    """Serve alone."""


def show_running(folder: Path) -> int:
    """A second start: bring what already serves this folder before the person, and leave."""
    url, window = note.read(folder)
    if url:
        sys.stderr.write(f"Linework is already running on {url}\n")
    if window:
        note.wish_to_see(folder)
    elif url and has_display():
        webbrowser.open(url)
    return 0
