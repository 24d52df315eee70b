"""Ports for what tests serve. Those the system gives away by itself are passed over: between the asking and the serving
it may have given one to somebody's outgoing line, or to the tests that run beside these."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from itertools import cycle

LOWEST, HIGHEST = 10_000, 32_000
"""Below what Linux, macOS and Windows take for outgoing lines."""
_own = os.getpid() * 397 % (HIGHEST - LOWEST)
_turn: Iterator[int] = cycle([*range(LOWEST + _own, HIGHEST), *range(LOWEST, LOWEST + _own)])


def free_port() -> int:
    """A port nobody listens on; each is given once, from a place of this process's own."""
    return next(port for port in _turn if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("0.0.0.0", port))
        except OSError:
            return False
    return True
