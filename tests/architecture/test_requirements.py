"""The lists of what to install agree with what is imported and with each other."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.sources import FLOORS, ROOT, imported, name, nobody, ours

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LISTS = ("requirements.txt", "requirements-qt.txt", "requirements-dev.txt")
QT = {"qtpy", "PySide6", "uvloop"}


def plain(requirement: str) -> str:
    return re.split(r"[\[<>=!;~ ]", requirement)[0].lower().replace("_", "-").removesuffix("-headless")


BROUGHT_BY = packages_distributions()
DECLARED = {plain(requirement) for requirement in PROJECT["project"]["dependencies"]}


def test_what_is_imported_is_declared() -> None:
    known = {*sys.stdlib_module_names, *FLOORS, *QT}
    foreign = [(name(path), top) for path in ours(".py") for top in imported(path) if top not in known]
    missing = [one for one in foreign if not DECLARED & {plain(dist) for dist in BROUGHT_BY.get(one[1], [one[1]])}]
    nobody(missing)


@pytest.mark.parametrize("listed", LISTS)
def test_a_pinned_list_holds_hashes_and_no_address(listed: str) -> None:
    text = (ROOT / listed).read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "find-links" not in text
    pins = re.findall(r"^[a-z0-9].*", text, re.MULTILINE | re.IGNORECASE)
    assert pins
    assert all("==" in pin and pin.endswith("\\") for pin in pins)


def test_everything_declared_is_pinned() -> None:
    pinned = {plain(pin) for pin in re.findall(r"^[a-z0-9][^=]*==", (ROOT / LISTS[0]).read_text("utf-8"), re.MULTILINE)}
    assert pinned >= DECLARED


def versions(listed: str) -> dict[str, set[str]]:
    """Each package's pins; more than one where systems or Pythons differ."""
    pins: dict[str, set[str]] = {}
    text = (ROOT / listed).read_text("utf-8")
    for package, version in re.findall(r"^([a-z0-9][\w.-]*)==([^ ]+)", text, re.MULTILINE):
        pins.setdefault(package, set()).add(version)
    return pins


@pytest.mark.parametrize("listed", LISTS[1:])
def test_the_lists_never_disagree_on_a_version(listed: str) -> None:
    first, other = versions(LISTS[0]), versions(listed)
    assert {package for package in first.keys() & other.keys() if not other[package] <= first[package]} == set()
