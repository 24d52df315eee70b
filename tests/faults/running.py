"""Linework in a process of its own, as a person or a script starts it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def child_environment(data: Path) -> dict[str, str]:
    """This environment without what belongs to the tests' own process."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "NICEGUI", "LINEWORK_DATA"))
    }
    return {**kept, "LINEWORK_DATA": str(data)}
