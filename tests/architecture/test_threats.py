"""What is promised about security is held by tests that exist."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
LEDGER = tomllib.loads((Path(__file__).parent / "threats.toml").read_text("utf-8"))
WANTED = {f"S{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 16, 17, 18, 19, 20, 22)}


@cache
def told(path: Path) -> frozenset[str]:
    """The tests in a file."""
    found = ast.walk(ast.parse(path.read_text("utf-8")))
    named = (node.name for node in found if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(name for name in named if name.startswith("test_"))


def test_every_promise_is_answered() -> None:
    assert set(LEDGER) == WANTED


@pytest.mark.parametrize("promise", LEDGER)
def test_a_promise_names_tests_that_exist(promise: str) -> None:
    entry = LEDGER[promise]
    assert entry["promise"].endswith(".")
    assert entry["tests"] or entry.get("besides")
    for test in entry["tests"]:
        file, _, name = test.partition("::")
        assert (TESTS / file).is_file(), test
        assert name in told(TESTS / file), test
