"""Rooms of a trade live on what the shared rooms offer, so that two more trades fit in later without favours."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from run import rooms
from tests.architecture.sources import ROOT, name, tree

TRADES = ("tattoo", "consent", "hygiene")
COMMON = (["kernel"], ["extension"])
OFFERED = rooms(screens=False).offers()
SOURCES = [path for trade in TRADES for path in sorted((ROOT / "studio" / trade).rglob("*.py"))]


def used(source: ast.Module, own: str) -> Iterator[str]:
    """Every name a room takes from another one, as `room.module.name`."""
    for node in ast.walk(source):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "studio":
            said = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            said = [alias.name for alias in node.names if alias.name.split(".")[0] == "studio"]
        else:
            continue
        yield from (one.removeprefix("studio.") for one in said if one.split(".")[1:2] not in ([own], *COMMON))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_trade_uses_of_shared_rooms_only_what_they_offer(path: Path) -> None:
    own = path.relative_to(ROOT / "studio").parts[0]
    assert [one for one in used(tree(path), own) if one not in OFFERED] == []


@pytest.mark.parametrize("offer", sorted(OFFERED))
def test_what_is_offered_is_there(offer: str) -> None:
    module, _, thing = offer.rpartition(".")
    assert hasattr(importlib.import_module(f"studio.{module}"), thing)


def test_a_trade_offers_nothing_to_the_rooms_below_it() -> None:
    assert {offer.split(".")[0] for offer in OFFERED} & set(TRADES) == set()


def test_a_favour_would_be_noticed() -> None:
    source = (
        "from studio.clients.filing import next_numbers, keep_answers\nimport studio.staff.sign_in\nimport studio\n"
    )
    taken = list(
        used(ast.parse(source + "from studio.consent import store\nfrom studio.kernel import money"), "consent")
    )
    assert [one for one in taken if one not in OFFERED] == ["clients.filing.next_numbers", "staff.sign_in", "studio"]
