"""The suite's own proof that nothing leaves the machine (reliability figure R28)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.offline.sitecustomize as offline

FOLDER = Path(offline.__file__).parent


@pytest.fixture(scope="session", autouse=True)
def nothing_leaves_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Watches this process and every Python process it starts; fails the run and names the caller."""
    report = tmp_path_factory.mktemp("offline") / "left.txt"
    os.environ[offline.REPORT] = str(report)
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join(part for part in (str(FOLDER), before) if part)
    offline.LEFT.clear()
    yield
    os.environ["PYTHONPATH"] = before
    left = report.read_text("utf-8") if report.exists() else ""
    assert not left, f"something tried to leave this machine:\n{left}"
