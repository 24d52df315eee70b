"""A page listens before it reads: what happens in between would be missed until something else happens."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import name, ours, tree

READS = {"load", "_load", "_show", "_draw_table", "_draw_side"}


@pytest.mark.parametrize("path", ours(".py", under=("pages",)), ids=name)
def test_a_page_listens_before_it_reads(path: Path) -> None:
    for function in ast.walk(tree(path)):
        if isinstance(function, ast.AsyncFunctionDef):
            read = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Await) and _reads(node)]
            heard = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Call) and _listens(node)]
            late = [line for line in heard if read and line > min(read)]
            assert not late, f"{name(path)}:{late[0]}: live(…) stands below the first read"


def _reads(node: ast.Await) -> bool:
    called = node.value.func if isinstance(node.value, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in READS


def _listens(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "live"
