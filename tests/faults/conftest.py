"""One Linework served for all stories that only look at it from outside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.running import Running


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Served from a new folder, with the network's door open."""
    served = Running(None, tmp_path_factory.mktemp("served") / "data", "--lan")
    yield served
    assert served.stop() == 0
