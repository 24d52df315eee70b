"""A folder has one key, made once, kept to its owner, never replaced while data depends on it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from storage.errors import FolderInUse, KeyMissing, WrongKey
from storage.folder import DataFolder
from storage.keys import data_key, derive


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_key_is_made_once(tmp_path: Path) -> None:
    key = data_key(tmp_path / "data")
    assert len(key) == 32
    assert data_key(tmp_path / "data") == key
    assert data_key(tmp_path / "other") != key
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["linework.key"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in lists, not in modes")
def test_only_the_owner_may_look(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data").ensure()
    data_key(folder.path)
    assert mode(folder.key) == 0o600
    assert {mode(path) for path in [folder.path, *(p for p in folder.path.iterdir() if p.is_dir())]} == {0o700}


def test_no_new_key_beside_a_database_that_needs_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "linework.db").write_bytes(b"data")
    with pytest.raises(KeyMissing):
        data_key(tmp_path)
    assert not (tmp_path / "linework.key").exists()


@pytest.mark.parametrize("text", ["", "xyz", "ab" * 31, "ab" * 33])
def test_a_broken_key_is_said_to_be_broken(tmp_path: Path, text: str) -> None:
    (tmp_path / "linework.key").write_text(text)
    with pytest.raises(WrongKey):
        data_key(tmp_path)


def test_two_starts_at_once_agree_on_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other start names its key while ours is still being written."""
    theirs = "cd" * 32
    sync = os.fsync

    def slow_disk(handle: int) -> None:
        sync(handle)
        if not (tmp_path / "linework.key").exists():
            (tmp_path / "linework.key").write_text(theirs)

    monkeypatch.setattr(os, "fsync", slow_disk)
    assert data_key(tmp_path).hex() == theirs


def test_each_purpose_has_its_own_key() -> None:
    key = bytes(32)
    keys = [derive(key, "journal"), derive(key, "files"), derive(b"\1" * 32, "journal"), key]
    assert len(set(keys)) == 4
    assert derive(key, "journal") == keys[0]
    assert len(derive(key, "salt", 16)) == 16


def test_one_process_serves_a_folder(tmp_path: Path) -> None:
    first, second = DataFolder(tmp_path).ensure(), DataFolder(tmp_path)
    with first.lock(), pytest.raises(FolderInUse, match="already running"), second.lock():
        pass
    with second.lock():
        pass
