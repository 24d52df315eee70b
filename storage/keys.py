"""The one random key of a data folder, and the keys derived from it for each purpose."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.disk import sync_folder
from storage.errors import KeyMissing, WrongKey

KEY_FILE = "linework.key"
DATABASE_FILE = "linework.db"


def data_key(folder: Path) -> bytes:
    """The folder's 32-byte key, made on first use. Never a new one beside a database that needs the old one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    path = folder / KEY_FILE
    if not path.exists():
        if (folder / DATABASE_FILE).exists():
            raise KeyMissing(str(path))
        _make(path)
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except ValueError:
        key = b""
    if len(key) != 32:
        raise WrongKey(f"{path.name} is not a key")
    return key


def derive(key: bytes, purpose: str, length: int = 32) -> bytes:
    """A key for one purpose: knowing it tells nothing about the data key or its sisters."""
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=f"linework/{purpose}".encode()).derive(key)


def _make(path: Path) -> None:
    """Written beside, made durable, then named: no half-written key is ever read, no existing one ever replaced."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        if os.name == "nt":
            draft.rename(path)
        else:
            os.link(draft, path)
    except FileExistsError:
        pass  # another start of Linework made it in the same moment: theirs counts
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)
