"""Files are read by processes that are ended in the middle of whatever they do."""

import pytest


@pytest.fixture(autouse=True)
def whoever_is_killed_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coverage is written down at the end, which they never reach: all it would do is start late."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
