"""Says which system packages this machine lacks, and which tests will skip without them."""

from __future__ import annotations

import ctypes.util
import importlib.util
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """Something the tests want from the machine, the Debian packages that bring it, and what is lost without."""

    package: str
    present: Callable[[], bool]
    skips: str


def _command(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def _library(name: str) -> Callable[[], bool]:
    return lambda: ctypes.util.find_library(name) is not None


NEEDS = (
    Need("chromium", _command("chromium", "chromium-browser", "google-chrome"), "browser tests (tests/browser)"),
    Need("xvfb", _command("Xvfb"), "window tests (tests/faults/test_window.py)"),
    Need("libgl1 libglib2.0-0", _library("GL"), "reading codes from pictures (OpenCV)"),
    Need("libegl1", _library("EGL"), "window tests (Qt)"),
    Need("libxcb-cursor0", _library("xcb-cursor"), "window tests (Qt)"),
    Need("libxcb-icccm4", _library("xcb-icccm"), "window tests (Qt)"),
    Need("libxcb-keysyms1", _library("xcb-keysyms"), "window tests (Qt)"),
    Need("libxkbcommon-x11-0", _library("xkbcommon-x11"), "window tests (Qt)"),
)


def lacking() -> list[Need]:
    """What is not here; nothing on systems where these packages do not exist."""
    return [need for need in NEEDS if not need.present()] if sys.platform.startswith("linux") else []


def main() -> None:
    missing = lacking()
    for need in missing:
        print(f"missing: {need.package} — skips {need.skips}")
    if missing:
        print(f"on Debian: apt-get install {' '.join(sorted({need.package for need in missing}))}")
    if importlib.util.find_spec("PySide6") is None:
        print("no Qt in this environment (make .venv/ready-qt) — skips window tests")


if __name__ == "__main__":
    main()
