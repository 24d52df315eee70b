"""A process apart gives up what it can, on every machine."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

resource = pytest.importorskip("resource", reason="Windows has no such limits; there the keeper watches alone")

STORY = """
import json, resource, sys
from storage.restraint import restrain
tight = 900_000_000
resource.setrlimit(resource.RLIMIT_AS, (tight, tight))  # as a machine may have it, or one that knows no such limit
restrain(1_500_000_000, 600)
names = ("AS", "CPU", "FSIZE", "CORE")
json.dump({name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[1] for name in names}, sys.stdout)
"""


def test_a_limit_that_cannot_be_set_keeps_no_other_from_being_set() -> None:
    told = subprocess.run([sys.executable, "-c", STORY], capture_output=True, check=True, text=True)
    assert json.loads(told.stdout) == {"AS": 900_000_000, "CPU": 600, "FSIZE": 0, "CORE": 0}
