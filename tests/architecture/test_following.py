"""A page listens before it reads: what happens in between would be missed until something else happens."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import name, nobody, ours, tree

READS = {"load", "_load", "_show", "_draw_table", "_draw_side"}


def test_a_page_listens_before_it_reads() -> None:
    """live(…) stands above the first read."""
    nobody(f"{name(path)}:{line}" for path in ours(".py", under=("pages",)) for line in _listening_late(path))


def _listening_late(path: Path) -> Iterator[int]:
    for function in ast.walk(tree(path)):
        if isinstance(function, ast.AsyncFunctionDef):
            read = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Await) and _reads(node)]
            heard = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Call) and _listens(node)]
            yield from (line for line in heard if read and line > min(read))


def _reads(node: ast.Await) -> bool:
    called = node.value.func if isinstance(node.value, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in READS


def _listens(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "live"
