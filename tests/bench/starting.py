"""W1a: from starting the program to the first answer of its login page, files in the page cache."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure
from tests.bench.served import bare, product
from tests.bench.studio import Studio
from tests.browser.served import ROOT, clean

GOAL = 2
LIBRARIES = {"nicegui", "sqlmodel", "fastapi", "sqlalchemy", "limits", "jinja2", "cryptography", "structlog"}


def starting(studio: Studio, rounds: int) -> Iterator[Figure]:
    """The product on a data folder in use, and a bare NiceGUI, in turns."""
    ours, theirs = [], []
    for turn in range(rounds + 1):
        with product(studio.folder) as served:
            mine = served.seconds
        with bare() as beside:
            base = beside.seconds
        if turn:
            ours.append(mine)
            theirs.append(base)
    ratio = statistics.median(mine / base for mine, base in zip(ours, theirs, strict=True))
    value = statistics.median(ours)
    yield Figure("W1a cold start, beside bare NiceGUI", value, "s", GOAL, value / ratio).explained(_imports)


def _imports() -> str:
    """The heaviest imports, each with all it brings along."""
    code = "import run; run.rooms(); import pages.server.application, pages.server.serving"
    words = [sys.executable, "-X", "importtime", "-c", code]
    told = subprocess.run(words, cwd=ROOT, env=clean(), capture_output=True, text=True).stderr
    rows = [line.split("|") for line in told.splitlines() if line.count("|") == 2]
    heavy = sorted(((int(row[1]), row[2].strip()) for row in rows if row[2].strip() in LIBRARIES), reverse=True)
    return ", ".join(f"import {name} {micro / 1e6:.2f} s" for micro, name in heavy[:3])
