"""The program is killed in the middle of an import: nobody is half on file, and it goes on from there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studio.clients.importing.queries import list_imports
from studio.clients.importing.running import begin_import, wait
from studio.clients.queries import find_clients, list_clients
from studio.extension.opening import open_studio
from studio.kernel.house import close_house
from studio.kernel.work import ask
from tests.architecture.sources import ROOT
from tests.conftest import rooms
from tests.factories.people import signed_in

LINES = 6_000
CHILD = f"""
import sys, pathlib
from tests.conftest import rooms
from studio.extension.opening import open_studio
from studio.clients.importing.actions import import_clients, start_import
from studio.kernel.work import perform
from tests.factories.imports import checked, made_findable
from tests.factories.people import signed_in

if __name__ == "__main__":
    open_studio(pathlib.Path(sys.argv[1]), rooms())
    owner = signed_in("owner")
    data = "Name,E-mail\\n" + "\\n".join(f"Person {{n}},p{{n}}@example.com" for n in range({LINES}))
    file = checked(owner, data.encode())
    perform(owner, start_import, file.id, "skip")
    for done, _ in enumerate(made_findable(owner, file.id), start=1):
        if done == int(sys.argv[2]):
            print("now", flush=True)
    perform(owner, import_clients, file.id)
    print("done", flush=True)
"""


@pytest.mark.faults
@pytest.mark.parametrize("portions", [1, 11])
def test_an_import_that_is_killed_leaves_nobody_half_on_file(migrated: Path, tmp_path: Path, portions: int) -> None:
    folder, script = tmp_path / "data", tmp_path / "child.py"
    shutil.copytree(migrated, folder)
    script.write_text(CHILD)
    told = [sys.executable, str(script), str(folder), str(portions)]
    with subprocess.Popen(told, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "now\n"
        child.kill()
    open_studio(folder, rooms())
    try:
        owner = signed_in("owner", email="again@example.com")
        [left] = ask(owner, list_imports)
        assert left.state == "running" or ask(owner, list_clients).total == LINES
        if left.state == "running":
            assert ask(owner, list_clients).total == 0
            assert ask(owner, find_clients, "person 12") == []
            begin_import(owner, left.id)
            wait(left.id)
        assert ask(owner, list_clients).total == LINES
        assert ask(owner, find_clients, "CL-6000")[0].title == "Person 5999"
        assert ask(owner, list_imports)[0].state == "done"
    finally:
        close_house()
