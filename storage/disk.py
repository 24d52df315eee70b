"""The few moves on the file system that make a written file stay written."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from storage.errors import StorageFault, fault_in


def write_durably(path: Path, data: bytes) -> None:
    """The file holds all of `data` or what it held before, even when the power goes."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """A new name in the folder survives a power cut. Windows keeps names durable by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
