"""One Linework served for all stories that only look at it from outside, and one that is attacked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.running import Running
from tests.faults.threatened import Threatened, threatened


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Served from a new folder, with the network's door open."""
    served = Running(None, tmp_path_factory.mktemp("served") / "data", "--lan")
    yield served
    assert served.stop() == 0


@pytest.fixture(scope="session")
def studio_at_risk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Threatened]:
    """A studio with somebody of every role; whatever is tried on it, it ends cleanly and has said nothing."""
    made = threatened(tmp_path_factory.mktemp("at-risk") / "data")
    yield made
    assert made.served.stop() == 0
    assert (made.served.rest, made.served.complaints) == ("", "")
