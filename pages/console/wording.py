"""What the command line takes and says: numbers in their range, and a sentence for what may well go wrong."""

from __future__ import annotations

import argparse
import errno
import ipaddress
from pathlib import Path

from storage.errors import StorageFault
from storage.keys import DATABASE_FILE

WANTING, WRONG_USE = 1, 2


class NoStudioHere(StorageFault):
    """A folder was named that holds no studio; looking at it must not make one."""


def there(folder: Path) -> None:
    """Raises NoStudioHere unless the folder holds a studio."""
    if not (folder / DATABASE_FILE).exists():
        raise NoStudioHere(f"There is no studio in {folder}.")


def days(typed: str) -> int:
    """From a day to ten years."""
    number = int(typed)
    if not 1 <= number <= 3650:
        raise argparse.ArgumentTypeError("a token lasts 1 to 3650 days")
    return number


def port(typed: str) -> int:
    """A port of this computer."""
    number = int(typed)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
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
        details = [text for texts in error.fields.values() for text in texts]
        return WRONG_USE, " ".join(dict.fromkeys([error.text(), *details]))
    return (WANTING, str(error)) if isinstance(error, StorageFault) else None
