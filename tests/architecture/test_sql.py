"""SQL is never made of what people type: no statement is put together from strings, no wildcard passes as a word."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studio.clients.actions import create_client
from studio.clients.queries import find_clients, list_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.upkeep.queries import list_journal
from tests.architecture.sources import name, ours, tree
from tests.factories.people import signed_in

BEGINS = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|PRAGMA|VACUUM|ATTACH|WITH|BEGIN|SAVEPOINT|ANALYZE)\s",
    re.IGNORECASE,
)
"""What a statement begins with, in a string of several words."""
OUR_OWN_NAMES = {
    "storage/connecting.py": "settings of the connection, and the key in hex: nothing else is written that way",
    "storage/exclusion.py": "names of our own tables, quoted, when migrations draw triggers",
    "storage/guard.py": "names of our own tables, quoted, when migrations draw triggers",
    "storage/doctor.py": "the two examinations SQLite knows",
    "storage/search.py": "our own search tables",
    "storage/wholesale.py": "names of our own columns, for many rows at once",
}
ASKS = {"like", "ilike", "not_like", "contains", "startswith", "endswith", "icontains", "istartswith", "iendswith"}
COLUMN = re.compile(r"(\.c\.\w+|\.c\[.*\]|^col\(.*\)|func\.\w+\(.*\)|^[A-Z_]{2,}\.\w+)$", re.DOTALL)
WILD = [
    "%",
    "_",
    "%a%",
    "____",
    "\\",
    "\\%",
    "'",
    '"',
    "''--",
    "*",
    "a*",
    "NEAR(a b)",
    "name:ana",
    "(",
    ") OR 1=1 --",
    "^a",
]


def statements(path: Path) -> Iterator[ast.expr]:
    """Strings of SQL into which something is put."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.JoinedStr) and any(isinstance(part, ast.FormattedValue) for part in node.values):
            first: ast.expr | None = node.values[0]
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            first = node.left
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            first = node.func.value
        else:
            continue
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and BEGINS.match(first.value):
            yield node


def test_no_statement_is_put_together_from_strings() -> None:
    found = [(name(path), node.lineno) for path in ours(".py") for node in statements(path)]
    assert [(file, line) for file, line in found if file not in OUR_OWN_NAMES] == []


def test_every_exception_is_still_one() -> None:
    assert [each for each in ours(".py") if name(each) in OUR_OWN_NAMES and not list(statements(each))] == []


def test_a_wildcard_somebody_types_is_a_letter() -> None:
    calls = [(name(path), node) for path in ours(".py") for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    bare = [
        (file, call.lineno)
        for file, call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ASKS
        and COLUMN.search(ast.unparse(call.func.value))
        and not {"autoescape", "escape"} & {word.arg for word in call.keywords}
    ]
    assert bare == []


@pytest.mark.parametrize("typed", WILD)
def test_a_wildcard_finds_no_more_than_any_mark_without_a_meaning(studio: House, typed: str) -> None:
    owner = signed_in("owner")
    for who in ("Ana Pereira", "Bo Lind", "Cai Ek"):
        perform(owner, create_client, {"name": who})
    for question in (find_clients, list_clients):
        assert found(owner, question, typed) == found(owner, question, re.sub(r"[^\w\s]|_", "@", typed)), typed
    assert ask(owner, list_clients, tag=typed).total == 0
    assert ask(owner, list_journal, action=typed)[1] == 0


def found(owner: Actor, question: Any, typed: str) -> list[str]:
    told: Any = ask(owner, question, q=typed) if question is list_clients else ask(owner, question, typed)
    return sorted(one.code for one in getattr(told, "items", told))
