"""The window, for real: under a display server of the test's own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.running import PATIENCE, ROOT, child_environment, command
from tests.ports import free_port

MISSING = [
    *([] if shutil.which("Xvfb") else ["Xvfb"]),
    *(
        []
        if importlib.util.find_spec("PySide6") and importlib.util.find_spec("PySide6.QtWebEngineCore")
        else ["PySide6"]
    ),
    *([] if importlib.util.find_spec("Xlib") else ["python-xlib"]),
]
pytestmark = [
    pytest.mark.window,
    pytest.mark.faults,
    pytest.mark.skipif(bool(MISSING), reason=f"no {' and no '.join(MISSING)} here"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """A screen nobody looks at."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"], pass_fds=[writing]
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    screen.terminate()
    screen.wait(10)


class Desk:
    """The program started the way a person starts it, and its window as the display server sees it."""

    def __init__(self, display: str, data: Path) -> None:
        from Xlib.display import Display

        self.port, self.lan_port = free_port(), free_port()
        self.display, self.data = Display(display), data
        environment = child_environment(data) | {
            "DISPLAY": display,
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        words = [sys.executable, "run.py", "--port", str(self.port), "--lan", "--lan-port", str(self.lan_port)]
        self.process = subprocess.Popen(
            words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def titles(self) -> list[str]:
        return [name for name, _ in self.windows()]

    def windows(self) -> list[tuple[str, Any]]:
        """Every window that has a title."""
        found, waiting = [], [self.display.screen().root]
        while waiting:
            window = waiting.pop()
            try:
                name = window.get_full_text_property(self.display.intern_atom("_NET_WM_NAME")) or window.get_wm_name()
                waiting.extend(window.query_tree().children)
            except Exception:  # noqa: BLE001  a window may go while one looks
                continue
            if name:
                found.append((str(name), window))
        return found

    def close(self, title: str) -> None:
        """What a click on the window's cross sends."""
        from Xlib import X
        from Xlib.protocol import event

        window = next(window for name, window in self.windows() if name == title)
        data = (32, [self.display.intern_atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0])
        message = event.ClientMessage(window=window, client_type=self.display.intern_atom("WM_PROTOCOLS"), data=data)
        window.send_event(message)
        self.display.flush()


@pytest.fixture
def desk(display: str, migrated: Path, tmp_path: Path) -> Iterator[Desk]:
    data = tmp_path / "data"
    shutil.copytree(migrated, data)
    made = Desk(display, data)
    yield made
    if made.process.poll() is None:
        made.process.kill()
    made.process.communicate(timeout=10)


def until(true: Callable[[], Any], why: str) -> None:
    """Wait for something to come about."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, why
        time.sleep(0.1)


def test_the_window_opens_and_closing_it_ends_everything(desk: Desk) -> None:
    until(lambda: "Linework" in desk.titles(), "no window came up")
    time.sleep(1)
    desk.close("Linework")
    assert desk.process.wait(PATIENCE) == 0


def test_it_asks_first_while_a_phone_is_at_a_form(desk: Desk) -> None:
    until(lambda: "Linework" in desk.titles(), "no window came up")
    with urllib.request.urlopen(f"http://127.0.0.1:{desk.lan_port}/healthz") as answer:
        assert answer.status == 200
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"http://127.0.0.1:{desk.lan_port}/r/some-code")
    time.sleep(3)
    desk.close("Linework")
    until(lambda: desk.titles().count("Linework") == 2, "it did not ask")
    assert desk.process.poll() is None
    desk.process.terminate()
    assert desk.process.wait(PATIENCE) == 0


def test_a_second_start_brings_the_first_window_to_the_front(desk: Desk) -> None:
    until(lambda: "Linework" in desk.titles(), "no window came up")
    time.sleep(1)
    second = command(desk.data)
    assert (second.returncode, second.stdout) == (0, "")
    assert str(desk.port) in second.stderr
    until(lambda: not (desk.data / "show.wish").exists(), "the wish was not heard")
    assert desk.titles().count("Linework") == 1
    desk.close("Linework")
    assert desk.process.wait(PATIENCE) == 0
    assert not (desk.data / "serving.json").exists()


def test_without_a_display_it_serves_and_says_where(migrated: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(migrated, data)
    environment = {
        key: value for key, value in child_environment(data).items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    port = free_port()
    words = [sys.executable, "run.py", "--port", str(port)]
    process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == f"Linework is ready on http://127.0.0.1:{port}\n"
    process.terminate()
    assert process.wait(PATIENCE) == 0
