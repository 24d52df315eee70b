"""Rules every source file keeps."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import FLOORS, ROOT, name, ours, tree

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
MONEY = re.compile(r"money|till|finance|price|amount|payment|tax")
ALLOWED_ADDRESSES = re.compile(r"https?://(127\.0\.0\.1|localhost|\[|\{|www\.w3\.org/|'|\"|$)")
PYTHON = ours(".py")
TEXTS = ours(".py", ".js", ".css", ".html", ".svg")


@pytest.mark.parametrize("path", ours(".py") + ours(".py", under=("tests",)), ids=name)
def test_a_file_is_short_enough_to_hold_in_the_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_a_function_is_short_enough_too(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    assert long == []


@pytest.mark.parametrize("path", [path for path in PYTHON if MONEY.search(name(path))], ids=name)
def test_money_is_never_a_float(path: Path) -> None:
    floats = [
        node
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert [node.lineno for node in floats] == []


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    addresses = re.findall(r"https?://[^\s)]*", path.read_text("utf-8"))
    assert [address for address in addresses if not ALLOWED_ADDRESSES.match(address)] == []


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_nothing_is_evaluated_or_unpickled(path: Path) -> None:
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    assert not {call.id for call in calls if isinstance(call, ast.Name)} & {"eval", "exec"}
    imports = {alias.name for node in ast.walk(tree(path)) if isinstance(node, ast.Import) for alias in node.names}
    assert not imports & {"pickle", "marshal", "shelve"}


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_a_file_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path)) or not path.read_text("utf-8").strip()


def test_our_words_live_on_the_floors_only() -> None:
    """No Python package lies beside the floors, where no contract would hold it."""
    known = {*FLOORS, "tests", "docs"}
    beside = {path.parent.name for path in ROOT.glob("*/*.py")} - known
    assert beside == set()
