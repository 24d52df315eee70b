"""The floors hold: what pyproject.toml says about imports is true of the code."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.sources import ROOT, imported, name, ours


def test_every_import_contract_is_kept() -> None:
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    linted = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout[-3000:] + linted.stderr[-2000:]


def test_nothing_imports_the_composition_root() -> None:
    assert [name(path) for path in ours(".py") if "run" in set(imported(path))] == []
