"""Rules every source file keeps; each names all that break it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import FLOORS, ROOT, name, nobody, ours, tree

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
MONEY = re.compile(r"money|till|finance|price|amount|payment|tax")
ADDRESS = re.compile(r"https?://[^\s)]*")
ALLOWED_ADDRESSES = re.compile(r"https?://(127\.0\.0\.1|localhost|\[|\{|www\.w3\.org/|'|\"|$)")
PYTHON = ours(".py")
TEXTS = ours(".py", ".js", ".css", ".html", ".svg")


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    """Everything every file of ours says."""
    return ((path, node) for path in PYTHON for node in ast.walk(tree(path)))


def test_a_file_is_short_enough_to_hold_in_the_head() -> None:
    files = PYTHON + ours(".py", under=("tests",))
    nobody(name(path) for path in files if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE)


def test_a_function_is_short_enough_too() -> None:
    functions = [(path, node) for path, node in nodes() if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [(path, node) for path, node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
    nobody(f"{name(path)}: {node.name}" for path, node in long)


def test_money_is_never_a_float() -> None:
    floats = [
        f"{name(path)}:{node.lineno}"
        for path, node in nodes()
        if MONEY.search(name(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    nobody(floats)


def test_nothing_is_fetched_from_elsewhere() -> None:
    addresses = [(path, address) for path in TEXTS for address in ADDRESS.findall(path.read_text("utf-8"))]
    away = [f"{name(path)}: {address}" for path, address in addresses if not ALLOWED_ADDRESSES.match(address)]
    nobody(away)


def test_nothing_is_evaluated_or_unpickled() -> None:
    unsafe = [
        f"{name(path)}:{node.lineno}"
        for path, node in nodes()
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec"})
        or (isinstance(node, ast.Import) and {one.name for one in node.names} & {"pickle", "marshal", "shelve"})
    ]
    nobody(unsafe)


def test_a_file_says_what_it_is_for() -> None:
    silent = [path for path in PYTHON if path.read_text("utf-8").strip() and not ast.get_docstring(tree(path))]
    nobody(name(path) for path in silent)


def test_our_words_live_on_the_floors_only() -> None:
    """No Python package lies beside the floors, where no contract would hold it."""
    known = {*FLOORS, "tests", "docs"}
    beside = {path.parent.name for path in ROOT.glob("*/*.py")} - known
    assert beside == set()
