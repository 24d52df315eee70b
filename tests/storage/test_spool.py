"""A file on its way in: whole when it is read, and nothing of it to be seen or left on the disk."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from storage.errors import DiskFull
from storage.spool import PIECE, Spool

CANARY = b"canary of a client "


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 17])
def test_what_was_added_is_read_as_often_as_wanted(tmp_path: Path, size: int) -> None:
    data, spool = os.urandom(size), Spool(tmp_path)
    for start in range(0, size, 70_001):
        spool.add(data[start : start + 70_001])
    assert spool.size == size
    assert [spool.read(), spool.read()] == [data, data]
    spool.close()
    spool.close()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into the open file through /proc")
def test_the_disk_never_sees_a_plain_byte_and_keeps_no_name(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.add(CANARY * 60_000)
    assert spool._file is not None
    laid = Path(f"/proc/self/fd/{spool._file.fileno()}").read_bytes()
    assert len(laid) > 1_000_000
    assert b"canary" not in laid
    assert list(tmp_path.iterdir()) == []
    spool.close()


def test_a_changed_piece_is_never_read(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool.add(bytes(2 * PIECE))
    assert spool._file is not None
    spool._file.seek(9)
    spool._file.write(b"x")
    with pytest.raises(InvalidTag):
        spool.read()
    spool.close()


def test_a_full_disk_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(DiskFull):
        Spool(tmp_path).add(bytes(PIECE))
