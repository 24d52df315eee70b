"""Our own source files, as the architecture tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("storage", "studio", "components", "pages", "plugins")
VENDORED = {"vendor", "assets", "__pycache__", "migrations"}


def ours(*suffixes: str, under: tuple[str, ...] = FLOORS) -> list[Path]:
    """Files of ours below these folders, vendored ones left out; `run.py` belongs to the floors."""
    found = [path for folder in under for path in sorted((ROOT / folder).rglob("*")) if path.suffix in suffixes]
    if under == FLOORS and ".py" in suffixes:
        found.append(ROOT / "run.py")
    return [path for path in found if not VENDORED & set(path.relative_to(ROOT).parts)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def name(path: Path) -> str:
    """The path as people write it."""
    return path.relative_to(ROOT).as_posix()


def nobody(breaks_it: Iterable[object]) -> None:
    """Fails with all of them, a line each."""
    named = [str(one) for one in breaks_it]
    assert not named, "\n".join(["", *named])


def imported(path: Path) -> Iterator[str]:
    """Top-level names of what a file imports, anywhere in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0]
