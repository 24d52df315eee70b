"""What a process apart gives up before it opens what others sent."""

from __future__ import annotations

import os
from contextlib import suppress


def restrain(memory: int, seconds: int) -> None:
    """Let everything else go first, write no file, and end after so many bytes of addresses or seconds of computing.

    Each limit is set by itself: macOS knows one less, a machine may have lower ones already, and Windows has none, so
    whoever began the process watches it as well.
    """
    with suppress(OSError, AttributeError):
        os.nice(5)
    with suppress(ImportError):
        import resource

        limits = {"AS": memory, "CPU": seconds, "FSIZE": 0, "CORE": 0}
        for name, most in limits.items():
            with suppress(AttributeError, ValueError, OSError):
                resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))
