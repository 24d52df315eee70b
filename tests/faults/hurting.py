"""Ways a data folder comes to harm, each repeatable from its seed; and the program started on one."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx

from storage.copies import copy_database
from storage.keys import data_key
from tests.faults.running import PATIENCE, ROOT, child_environment
from tests.ports import free_port

Hurt = Callable[[Path, random.Random], None]
COPY = "before-core-0005-20261001T090000000000Z.db"


def with_a_copy(folder: Path) -> None:
    """As after a migration: the copy made before it lies in the folder."""
    copy_database(folder / "linework.db", data_key(folder), folder / "copies" / COPY)


def overwrite(path: Path, start: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(start)
        file.write(data)


def _page(folder: Path, chance: random.Random) -> None:
    path = folder / "linework.db"
    overwrite(path, chance.randrange(16, path.stat().st_size - 64), chance.randbytes(64))


def _header(folder: Path, chance: random.Random) -> None:
    overwrite(folder / "linework.db", 0, chance.randbytes(chance.choice((4, 16, 100, 4096))))


def _zeroed(folder: Path, chance: random.Random) -> None:
    path = folder / "linework.db"
    overwrite(path, 4096 * chance.randrange(path.stat().st_size // 4096), bytes(4096))


def _cut(folder: Path, chance: random.Random) -> None:
    path = folder / "linework.db"
    path.write_bytes(path.read_bytes()[: chance.randrange(1, path.stat().st_size - 1)])


def _empty(folder: Path, _: random.Random) -> None:
    (folder / "linework.db").write_bytes(b"")


def _gone(folder: Path, _: random.Random) -> None:
    (folder / "linework.db").unlink()


def _foreign(folder: Path, chance: random.Random) -> None:
    (folder / "linework.db").write_bytes(b"SQLite format 3\0" + chance.randbytes(20000))


def _a_log_of_another(folder: Path, chance: random.Random) -> None:
    (folder / "linework.db-wal").write_bytes(chance.randbytes(chance.randrange(40, 9000)))


def _log_gone(folder: Path, _: random.Random) -> None:
    (folder / "linework.db-shm").write_bytes(bytes(32768))


def _key_gone(folder: Path, _: random.Random) -> None:
    (folder / "linework.key").unlink()


def _key_wrong(folder: Path, chance: random.Random) -> None:
    (folder / "linework.key").write_text(chance.randbytes(32).hex())


def _key_short(folder: Path, chance: random.Random) -> None:
    (folder / "linework.key").write_text(chance.randbytes(chance.randrange(31)).hex())


def _key_garbled(folder: Path, chance: random.Random) -> None:
    (folder / "linework.key").write_bytes(chance.randbytes(64))


def _files_gone(folder: Path, _: random.Random) -> None:
    shutil.rmtree(folder / "files")


def _a_file_in_the_way(folder: Path, chance: random.Random) -> None:
    place = folder / chance.choice(("copies", "backups", "logs", "files"))
    shutil.rmtree(place, ignore_errors=True)
    place.write_text("not a folder")


HURTS: dict[str, Hurt] = {
    hurt.__name__.strip("_"): hurt
    for hurt in (
        *(_page, _header, _zeroed, _cut, _empty, _gone, _foreign, _a_log_of_another, _log_gone),
        *(_key_gone, _key_wrong, _key_short, _key_garbled, _files_gone, _a_file_in_the_way),
    )
}


WITHOUT_ROOM = ("sh", "-c", 'ulimit -f 0; exec "$@"', "sh")
"""What is started behind this finds every disk full."""


class Recovering:
    """`run.py serve` on a folder that does not open, waited for until its recovery screen stands."""

    def __init__(self, data: Path, *words: str, prefix: tuple[str, ...] = ()) -> None:
        self.data, self.port, self.lan_port = data, free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        ports = ["--port", str(self.port), "--lan", "--lan-port", str(self.lan_port)]
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "run.py", "serve", *ports, *words],
            cwd=ROOT,
            env=child_environment(data),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stderr is not None
        self.said = ""
        while "Recovery screen" not in self.said:
            line = self.process.stderr.readline()
            assert line, f"it ended: {self.said}"
            self.said += line

    def act(self, **fields: str) -> httpx.Response:
        """What pressing the button with this in the form sends."""
        return httpx.post(f"{self.url}/act", files={name: (None, value) for name, value in fields.items()})

    def again(self) -> httpx.Response:
        """Once more: the screen shuts while it is looked whether the folder opens now, and may stand again after."""
        with httpx.Client(transport=httpx.HTTPTransport(retries=8), timeout=PATIENCE) as patient:
            return patient.post(f"{self.url}/again")

    def ready(self) -> str:
        """The line that says the studio is open."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def end(self) -> int:
        self.process.terminate()
        self.said += self.process.communicate(timeout=PATIENCE)[1]
        return self.process.returncode
