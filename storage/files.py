"""Attachments: encrypted, named by what they hold, and never half written."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.disk import write_durably
from storage.errors import Damaged, StorageFault
from storage.keys import derive

_MAGIC = b"LWF1"
_NONCE = 12
_ID = re.compile(r"[0-9a-f]{64}")


class FileStore:
    """Give it bytes, get an id; the same bytes get the same id. Ids tell nothing to whoever has no key."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        self._naming = derive(key, "file names")
        self._cipher = AESGCM(derive(key, "file contents"))

    def put(self, data: bytes) -> str:
        """Durable when it returns. Bytes that are already here are kept, and mended when they had rotted."""
        name = self._id_of(data)
        if self.verify(name):
            return name
        path = self._path(name)
        for folder in (self.folder, path.parent.parent, path.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        nonce = secrets.token_bytes(_NONCE)
        write_durably(path, _MAGIC + nonce + self._cipher.encrypt(nonce, data, name.encode()))
        return name

    def read(self, name: str) -> bytes:
        """The bytes as they were given, or Damaged: never anything else."""
        try:
            sealed = self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise Damaged(f"attachment {name} is missing") from error
        except OSError as error:
            raise StorageFault(f"attachment {name}: {error}") from error
        start = len(_MAGIC) + _NONCE
        try:
            data = self._cipher.decrypt(sealed[len(_MAGIC) : start], sealed[start:], name.encode())
        except (InvalidTag, ValueError) as error:
            raise Damaged(f"attachment {name} was altered") from error
        if not sealed.startswith(_MAGIC) or not hmac.compare_digest(self._id_of(data), name):
            raise Damaged(f"attachment {name} was altered")
        return data

    def has(self, name: str) -> bool:
        """Whether a file stands under this id, whole or not."""
        return bool(_ID.fullmatch(name)) and self._path(name).exists()

    def remove(self, name: str) -> None:
        """Gone; removing what is not there is no fault."""
        self._path(name).unlink(missing_ok=True)

    def ids(self) -> Iterator[str]:
        """Every id on the disk, in order."""
        return (path.name for path in sorted(self.folder.glob("??/??/*")) if _ID.fullmatch(path.name))

    def verify(self, name: str) -> bool:
        """Whether the file is there, can be read, and is whole."""
        if not self.has(name):
            return False
        try:
            self.read(name)
        except StorageFault:
            return False
        return True

    def _id_of(self, data: bytes) -> str:
        return hmac.new(self._naming, data, sha256).hexdigest()

    def _path(self, name: str) -> Path:
        if not _ID.fullmatch(name):
            raise Damaged("not the name of an attachment")
        return self.folder / name[:2] / name[2:4] / name
