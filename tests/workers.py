"""Tests shared out over several processes: file by file, and those that start programs of their own in one queue."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

QUEUES = ("tests/browser/", "tests/faults/")
"""They bring browsers, servers and windows along: two of a kind at once would fight over the machine."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """In the order they were found, so that the long queue begins early."""
    config.option.loadscopereorder = False
    scheduler = LoadFileScheduling(config, log)
    scheduler._split_scope = queue_of
    return scheduler


def queue_of(test: str) -> str:
    """What is run one after the other, by the same process."""
    file = test.split("::", 1)[0]
    return next((queue for queue in QUEUES if file.startswith(queue)), file)


@pytest.fixture(scope="module", autouse=True)
def what_lives_on_is_not_swept_again() -> None:
    """NiceGUI's simulation collects garbage twice a test, through all there is: it need only go through what is new."""
    gc.collect()
    gc.freeze()
