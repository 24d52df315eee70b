"""A file on its way in: encrypted with a key that is nowhere else, and nameless, so that nothing of it stays."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path
from typing import IO

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import StorageFault, fault_in

PIECE = 256 * 1024
TAG = 16


class Spool:
    """Add bytes as they come, read them once all are there, close it to be rid of them. Holds one piece in memory."""

    def __init__(self, folder: Path) -> None:
        self._cipher = AESGCM(secrets.token_bytes(32))
        self._waiting = bytearray()
        self._sealed = 0
        self._file: IO[bytes] | None = None
        self._folder = folder
        self.size = 0

    def add(self, data: bytes) -> None:
        """One more piece; raises what is wrong with the disk."""
        self.size += len(data)
        self._waiting += data
        while len(self._waiting) >= PIECE:
            self._lay_down(bytes(self._waiting[:PIECE]))
            del self._waiting[:PIECE]

    def read(self) -> bytes:
        """All of it, any number of times."""
        made = bytearray()
        if self._file is not None:
            self._file.seek(0)
            for number in range(self._sealed):
                made += self._cipher.decrypt(_nonce(number), self._file.read(PIECE + TAG), None)
        return bytes(made + self._waiting)

    def close(self) -> None:
        """Gone; closing twice is no fault."""
        if self._file is not None:
            self._file.close()
        self._file, self._sealed = None, 0
        self._waiting.clear()

    def _lay_down(self, piece: bytes) -> None:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(dir=self._folder, buffering=0)  # noqa: SIM115  it outlives this call
            self._file.seek(0, 2)
            self._file.write(self._cipher.encrypt(_nonce(self._sealed), piece, None))
        except OSError as error:
            raise fault_in(error) or StorageFault(str(error)) from error
        self._sealed += 1


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")
