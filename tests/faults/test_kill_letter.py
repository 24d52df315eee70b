"""The computer dies while a letter is handed over: it is sent again by itself, under the same number, and says so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from studio.extension.opening import open_studio
from studio.kernel.house import close_house
from studio.kernel.work import ask
from studio.messages.queries import list_letters
from tests.conftest import rooms
from tests.factories.people import signed_in
from tests.faults import posting
from tests.studio.messages.post_office import post_office

pytestmark = pytest.mark.faults


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is not known there")
def test_killed_while_the_server_reads_the_letter(migrated: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(migrated, folder)
    with post_office() as office:
        office.silent = reached = Event()
        first = begin(folder, office.port, "write")
        assert reached.wait(30)
        first.kill()
        message_id = first.communicate()[0].strip()
        assert (message_id != "", office.arrived) == (True, [])
        office.silent = None
        assert begin(folder, office.port, "send").wait(60) == 0
        assert [one["Message-ID"] for one in office.arrived] == [message_id]
        assert begin(folder, office.port, "send").wait(60) == 0
        assert len(office.arrived) == 1
    open_studio(folder, rooms())
    try:
        ((letter,), _) = ask(signed_in(), list_letters)
        assert (letter.state, letter.tries) == ("sent", 2)
    finally:
        close_house()


def begin(folder: Path, port: int, what: str) -> subprocess.Popen[str]:
    """A process of its own."""
    command = [sys.executable, "-m", posting.__name__, str(folder), str(port), what]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
