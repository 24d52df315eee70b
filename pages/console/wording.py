"""What the command line takes and says: numbers in their range, and a sentence for what may well go wrong."""

from __future__ import annotations

import argparse
import errno
import ipaddress
from pathlib import Path

from storage.errors import StorageFault
from storage.keys import DATABASE_FILE

WANTING, WRONG_USE = 1, 2
ARGUMENTS = {"email": "EMAIL", "name": "--name", "role": "--role", "password": "password"}
"""What the command line calls the fields a refusal may name."""


class NoStudioHere(StorageFault):
    """A folder was named that holds no studio; looking at it must not make one."""


def there(folder: Path) -> None:
    """Raises NoStudioHere unless the folder holds a studio."""
    if not (folder / DATABASE_FILE).exists():
        raise NoStudioHere(f"There is no studio in {folder}.")


def days(typed: str) -> int:
    """From a day to ten years."""
    return _between(typed, 1, 3650, "a token lasts 1 to 3650 days")


def port(typed: str) -> int:
    """A port of this computer."""
    return _between(typed, 1, 65535, "a port is a number from 1 to 65535")


def _between(typed: str, least: int, most: int, rule: str) -> int:
    number = int(typed) if typed.isdecimal() else 0
    if not least <= number <= most:
        raise argparse.ArgumentTypeError(rule)
    return number


def address(typed: str) -> str:
    """An address of a computer, in numbers."""
    try:
        return str(ipaddress.ip_address(typed))
    except ValueError:
        raise argparse.ArgumentTypeError("an address is written in numbers, like 127.0.0.1 or 10.0.0.2") from None


def expected(error: Exception) -> tuple[int, str] | None:
    """Exit code and sentence for what may well happen; None for a surprise."""
    from studio.kernel.refusal import Refusal

    if isinstance(error, NoStudioHere):
        return WRONG_USE, error.detail
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return WRONG_USE, error.strerror or str(error)
    if isinstance(error, Refusal):
        details = [f"{ARGUMENTS.get(name, name)}: {text}" for name, texts in error.fields.items() for text in texts]
        return WRONG_USE, "\n".join(details) or error.text()
    return (WANTING, str(error)) if isinstance(error, StorageFault) else None
