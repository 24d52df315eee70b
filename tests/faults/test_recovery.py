"""A hurt data folder: the recovery screen, on this computer alone, and the way back with the key."""

from __future__ import annotations

import random
import re
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from storage.connecting import connect
from storage.keys import data_key
from tests.faults.hurting import COPY, HURTS, WITHOUT_ROOM, Recovering, overwrite, with_a_copy
from tests.faults.running import command
from tests.ports import free_port

pytestmark = pytest.mark.faults
TITLES = {
    "page": "data is damaged",
    "gone": "database is missing",
    "key_gone": "key is missing",
    "key_wrong": "not the right key",
    "files_gone": "Pictures and documents are missing",
    "a_file_in_the_way": "folder cannot be used",
    "a_log_of_another": "last changes are missing",
}


@pytest.fixture
def folder(migrated: Path, tmp_path: Path) -> Path:
    """A studio after a migration, closed."""
    data = tmp_path / "data"
    shutil.copytree(migrated, data)
    with_a_copy(data)
    return data


@pytest.fixture
def recovering() -> Iterator[Callable[..., Recovering]]:
    started: list[Recovering] = []

    def start(data: Path, **how: Any) -> Recovering:
        started.append(Recovering(data, **how))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
            each.process.communicate(timeout=10)


def refused(port: int) -> bool:
    with socket.socket() as knocking:
        return knocking.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.parametrize("kind", TITLES)
def test_the_screen_says_what_is_wrong_and_touches_nothing(
    folder: Path, recovering: Callable[..., Recovering], kind: str
) -> None:
    HURTS[kind](folder, random.Random(4))
    before = {path.name: path.read_bytes() for path in folder.glob("linework.*")}
    served = recovering(folder)
    page = httpx.get(served.url)
    assert page.status_code == 503
    assert TITLES[kind] in re.search("<h1>(.*)</h1>", page.text)[1].replace("&#39;", "'")  # type: ignore[index]
    assert refused(served.lan_port)
    assert served.end() == 0
    assert "Traceback" not in served.said
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_the_copy_before_the_migration_comes_back_and_what_was_there_is_kept(
    folder: Path, recovering: Callable[..., Recovering]
) -> None:
    overwrite(folder / "linework.db", 9000, b"x" * 64)
    hurt, key = (folder / "linework.db").read_bytes(), (folder / "linework.key").read_text()
    served = recovering(folder)
    first = re.search('name=source value="([^"]*)" checked', httpx.get(served.url).text)
    assert first is not None
    assert first[1] == f"copy:copies/{COPY}"
    for wrong in ("", "00", "ab" * 32):
        assert served.act(source=first[1], key=wrong).status_code == 422
    assert (folder / "linework.db").read_bytes() == hurt
    assert served.act(source=first[1], key=key).status_code == 200
    assert served.ready() == f"Linework is ready on {served.url}\n"
    assert httpx.get(f"{served.url}/healthz").json()["status"] == "ok"
    assert [path.read_bytes() for path in folder.glob("aside/*/linework.db")] == [hurt]
    assert served.end() == 0


def test_a_damaged_copy_is_never_put_back(folder: Path, recovering: Callable[..., Recovering]) -> None:
    overwrite(folder / "linework.db", 9000, b"x" * 64)
    overwrite(folder / "copies" / COPY, 9000, b"x" * 64)
    hurt, key = (folder / "linework.db").read_bytes(), (folder / "linework.key").read_text()
    served = recovering(folder)
    answer = served.act(source=f"copy:copies/{COPY}", key=key)
    assert answer.status_code == 422
    assert "damaged too" in answer.text
    assert (folder / "linework.db").read_bytes() == hurt


def test_the_right_key_opens_the_studio_again(folder: Path, recovering: Callable[..., Recovering]) -> None:
    key = (folder / "linework.key").read_text()
    (folder / "linework.key").write_text("ab" * 32)
    served = recovering(folder)
    assert served.act(key="cd" * 32).status_code == 422
    answer = httpx.post(f"{served.url}/act", files={"key_file": ("linework.key", f"{key}\n".encode())})
    assert answer.status_code == 200
    assert served.ready().startswith("Linework is ready")
    assert (folder / "linework.key").read_text() == key
    assert [path.read_text() for path in folder.glob("aside/*/linework.key")] == ["ab" * 32]


def test_data_of_a_newer_linework_waits_for_it_or_goes_back(
    folder: Path, recovering: Callable[..., Recovering]
) -> None:
    key = data_key(folder)
    newer = connect(folder / "linework.db", key)
    newer.execute("UPDATE schema_version_core SET version_num = '9999'")
    newer.close()
    served = recovering(folder)
    assert "newer than this Linework" in httpx.get(served.url).text
    assert served.act(source=f"copy:copies/{COPY}", key=key.hex()).status_code == 200
    assert served.ready().startswith("Linework is ready")


def test_trying_again_needs_no_key(folder: Path, recovering: Callable[..., Recovering]) -> None:
    (folder / "linework.key").rename(folder / "elsewhere")
    served = recovering(folder)
    assert served.again().status_code == 200
    (folder / "elsewhere").rename(folder / "linework.key")
    served.again()
    assert served.ready().startswith("Linework is ready")


def test_other_sites_and_names_get_nothing(folder: Path, recovering: Callable[..., Recovering]) -> None:
    (folder / "linework.key").unlink()
    served = recovering(folder)
    foreign = {"origin": "http://evil.example"}
    assert httpx.post(f"{served.url}/again", headers=foreign).status_code == 403
    assert httpx.get(served.url, headers={"host": f"evil.example:{served.port}"}).status_code == 403
    assert httpx.get(f"{served.url}/clients").headers["location"] == "/"


def test_behind_a_proxy_there_is_no_screen(folder: Path) -> None:
    (folder / "linework.key").unlink()
    ended = command(folder, "serve", "--port", str(free_port()), "--behind-proxy", "127.0.0.1")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "key file is missing" in ended.stderr


@pytest.mark.skipif(not shutil.which("sh"), reason="no sh here: its ulimit is what makes the disk full")
def test_a_full_disk_is_called_full_and_not_damage(folder: Path, recovering: Callable[..., Recovering]) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("linework.*")}
    served = recovering(folder, prefix=WITHOUT_ROOM)
    page = httpx.get(served.url).text
    assert "The disk is full" in page
    assert "key" not in re.sub("<link.*?>|<code>.*?</code>", "", page)
    assert served.end() == 0
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_a_second_start_is_led_to_the_screen(folder: Path, recovering: Callable[..., Recovering]) -> None:
    (folder / "linework.key").unlink()
    served = recovering(folder)
    second = command(folder)
    assert (second.returncode, second.stdout) == (0, "")
    assert served.url in second.stderr
