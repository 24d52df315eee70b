"""Tests shared out over several processes, file by file: those first that bring programs of their own along."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from filelock import FileLock
from xdist.scheduler import LoadFileScheduling

LONG = ("tests/browser/", "tests/faults/")
"""They wait for browsers, servers and windows: begun last, one of them would be what everybody waits for."""

UNMEASURED = ("tests/browser/", "tests/architecture/")
"""They see our code or read it; which lines ran says nothing there, and finding out costs half as much again."""
MEASURING = Coverage.current()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Files in the order below, not by their number of tests."""
    config.option.loadscopereorder = False
    return FileByFile(config, log)


class FileByFile(LoadFileScheduling):  # type: ignore[misc]  # xdist tells mypy nothing
    """A test that took its process with it, or was ended with it, has had its turn: its file goes on after it."""

    def remove_node(self, node: Any) -> str | None:
        """The test during which the process ended, if one was running."""
        for tests in self.assigned_work[node].values():
            for test, is_over in tests.items():
                if not is_over:
                    tests[test] = True
                    super().remove_node(node)
                    return str(test)
        found: str | None = super().remove_node(node)
        return found


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """What is costly to make and only copied from: made by the process that wants it first, for all of them."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if base.name.startswith("popen-") else base) / name
    with FileLock(f"{place}.lock"):
        if not place.exists():
            make(fresh := tmp_path_factory.mktemp(name))
            fresh.rename(place)
    return place


@pytest.fixture(scope="module", autouse=True)
def what_lives_on_is_not_swept_again() -> None:
    """NiceGUI's simulation collects garbage twice a test, through all there is: it need only go through what is new."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def only_what_is_tried_is_measured(request: pytest.FixtureRequest) -> Iterator[None]:
    """Coverage rests while it has nothing to tell."""
    rests = MEASURING is not None and request.node.nodeid.startswith(UNMEASURED)
    if MEASURING and rests:
        MEASURING.stop()
    yield
    if MEASURING and rests:
        MEASURING.start()
