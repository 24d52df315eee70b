"""An attachment comes back as it was given or not at all, stands once on the disk, and shows nothing to a thief."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import Damaged, DiskFull, StorageFault
from storage.files import FileStore

PHOTO = b"canary-photo" * 5000


@pytest.fixture
def files(tmp_path: Path, key: bytes) -> FileStore:
    (tmp_path / "files").mkdir()
    return FileStore(tmp_path / "files", key)


def on_disk(files: FileStore) -> list[Path]:
    return [path for path in files.folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("data", [b"", b"x", PHOTO, os.urandom(300_000)])
def test_what_was_put_is_read(files: FileStore, data: bytes) -> None:
    name = files.put(data)
    assert files.read(name) == data
    assert files.has(name)
    assert files.verify(name)


def test_the_same_bytes_stand_once(files: FileStore) -> None:
    names = {files.put(PHOTO), files.put(PHOTO), files.put(b"other")}
    assert len(names) == len(on_disk(files)) == 2
    assert sorted(names) == list(files.ids())


def test_the_disk_shows_neither_content_nor_a_name_one_could_guess(files: FileStore, tmp_path: Path) -> None:
    from hashlib import sha256

    name = files.put(PHOTO)
    raw = b"".join(path.read_bytes() for path in on_disk(files))
    assert b"canary" not in raw
    assert name != sha256(PHOTO).hexdigest()
    assert FileStore(tmp_path, b"\1" * 32).put(PHOTO) != name
    if os.name != "nt":
        assert {path.stat().st_mode & 0o777 for path in on_disk(files)} == {0o600}


@pytest.mark.parametrize("place", [0, 3, 4, 10, 16, 17, 5000, -17, -1])
def test_one_changed_bit_is_noticed_and_mended_by_putting_again(files: FileStore, place: int) -> None:
    name = files.put(PHOTO)
    (path,) = on_disk(files)
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    assert not files.verify(name)
    with pytest.raises(Damaged):
        files.read(name)
    assert files.put(PHOTO) == name
    assert files.read(name) == PHOTO


def test_cut_swapped_and_missing_files_are_noticed(files: FileStore) -> None:
    one, two = files.put(PHOTO), files.put(b"other")
    paths = {path.name: path for path in on_disk(files)}
    paths[one].write_bytes(paths[two].read_bytes())
    assert not files.verify(one)
    paths[two].write_bytes(paths[two].read_bytes()[:10])
    assert not files.verify(two)
    files.remove(two)
    files.remove(two)
    assert not files.has(two)
    with pytest.raises(Damaged, match="missing"):
        files.read(two)


@pytest.mark.parametrize("name", ["", "../../linework.key", "a" * 63, "A" * 64, "g" * 64, "a" * 64 + "\n"])
def test_only_our_own_names_reach_the_disk(files: FileStore, name: str) -> None:
    assert not files.has(name)
    for act in (files.read, files.remove):
        with pytest.raises(Damaged):
            act(name)


def _no_room(*args: object, **kwargs: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["os.open", "os.fsync", "pathlib.Path.replace"])
def test_a_full_disk_leaves_no_trace(files: FileStore, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(call, _no_room)
        with pytest.raises(DiskFull):
            files.put(PHOTO)
    assert on_disk(files) == []
    assert files.read(files.put(PHOTO)) == PHOTO


def test_the_file_is_durable_before_it_has_its_name(files: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def noting(name: str, act: Callable[..., object]) -> Callable[..., object]:
        def noted(*args: object) -> object:
            steps.append(name)
            return act(*args)

        return noted

    monkeypatch.setattr(os, "fsync", noting("sync", os.fsync))
    monkeypatch.setattr(Path, "replace", noting("name", Path.replace))
    files.put(PHOTO)
    assert steps[:2] == ["sync", "name"]
    assert os.name == "nt" or steps[2:] == ["sync"]


def test_an_attachment_that_cannot_be_read_is_named_and_the_others_are_looked_at(files: FileStore) -> None:
    good, bad = files.put(PHOTO), files.put(PHOTO + b"2")
    path = files.folder / bad[:2] / bad[2:4] / bad
    path.unlink()
    path.mkdir()
    assert [name for name in files.ids() if not files.verify(name)] == [bad]
    with pytest.raises(StorageFault):
        files.read(bad)
    assert files.read(good) == PHOTO
