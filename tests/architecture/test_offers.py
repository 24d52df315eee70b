"""Rooms of a trade live on what the shared rooms offer, so that two more trades fit in later without favours."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

from run import rooms
from tests.architecture.sources import ROOT, name, tree

TRADES = ("tattoo", "consent", "hygiene")
FLOORS = ("studio", "pages")
COMMON = {"kernel", "extension"}
"""Parts of the studio that are no room: they are everybody's."""
REACHING = {"import_module", "__import__", "find_spec", "run_module"}
RELATIVE, WORKED_OUT = "a relative import", "an address worked out"
OFFERED = rooms().offers()


def sources() -> Iterator[tuple[str, Path]]:
    """Every file of a trade with its room, on both floors a room stands on."""
    for trade in TRADES:
        for floor in FLOORS:
            yield from ((trade, path) for path in sorted((ROOT / floor / trade).rglob("*.py")))


def said(node: ast.AST) -> Iterator[str]:
    """What this part of a file imports, however it says so; an address worked out as it runs is itself a favour."""
    match node:
        case ast.ImportFrom(level=0, module=str(module)):
            yield from (f"{module}.{alias.name}" for alias in node.names)
        case ast.ImportFrom():
            yield RELATIVE
        case ast.Import():
            yield from (alias.name for alias in node.names)
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=args) if called in REACHING:
            plain = [one.value for one in args[:1] if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield plain[0] if plain else WORKED_OUT
        case ast.Attribute(value=ast.Name(id="sys"), attr="modules"):
            yield WORKED_OUT


def favours(source: ast.Module, own: str) -> list[str]:
    """What a room of a trade takes of another room without being offered it."""
    taken = (one for node in ast.walk(source) for one in said(node))
    return [one for one in taken if _is_of_a_room(one, own) and one not in OFFERED]


def _is_of_a_room(one: str, own: str) -> bool:
    floor, _, rest = one.partition(".")
    room = rest.partition(".")[0]
    if floor not in FLOORS:
        return " " in one
    return room not in {own, *COMMON} and (floor == "studio" or (ROOT / "pages" / room).is_dir())


def test_a_trade_uses_of_shared_rooms_only_what_they_offer() -> None:
    found = {name(path): favours(tree(path), own) for own, path in sources()}
    assert {path: taken for path, taken in found.items() if taken} == {}
    assert {path.split("/")[0] for path in found} == set(FLOORS)


def test_what_is_offered_is_there() -> None:
    offers = [offer.rpartition(".") for offer in sorted(OFFERED)]
    assert [f"{at}.{thing}" for at, _, thing in offers if not hasattr(importlib.import_module(at), thing)] == []


def test_a_trade_offers_nothing_to_the_rooms_below_it() -> None:
    assert {offer.split(".")[1] for offer in OFFERED} & set(TRADES) == set()


def test_a_favour_would_be_noticed() -> None:
    plain = """
from studio.clients.filing import next_numbers, keep_answers
from studio.clients import filing
from pages.clients.showing import field_text
import studio.staff.sign_in as door
import studio
import pages.clients.forms
"""
    hidden = """
def later():
    from ..clients import models
    import_module("studio.staff.models")
    importlib.import_module(f"studio.{room}.models")
    __import__("studio.messages.mail")
    sys.modules["studio.clients.filing"]
"""
    allowed = """
from studio.consent import store
from studio.kernel import money
from pages.consent.seen import draw_seen
from pages.rendering import page
from components.app.text import text
import_module("studio.kernel.money")
"""
    assert sorted(favours(ast.parse(plain + hidden + allowed), "consent")) == [
        RELATIVE,
        WORKED_OUT,
        WORKED_OUT,
        "pages.clients.forms",
        "pages.clients.showing.field_text",
        "studio",
        "studio.clients.filing",
        "studio.clients.filing.next_numbers",
        "studio.messages.mail",
        "studio.staff.models",
        "studio.staff.sign_in",
    ]
