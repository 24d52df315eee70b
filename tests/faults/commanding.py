"""As a module: runs commands as `run.py` does, each in a process forked from one that has imported everything.

In: a list of commands, each its words and what is typed. Out: for each its exit code, standard output and error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

import run
from tests.faults.running import PATIENCE, ROOT, child_environment

Told = tuple[int, str, str]


def commands(data: Path, asked: Sequence[tuple[list[str], str]]) -> list[Told]:
    """What comes of each, one after another."""
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        cwd=ROOT,
        env=child_environment(data),
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return [(code, said, complained) for code, said, complained in json.loads(done.stdout)]


def forked(words: Sequence[str], typed: str) -> Told:
    with TemporaryFile() as keys, TemporaryFile() as said, TemporaryFile() as complained:
        keys.write(typed.encode())
        keys.seek(0)
        child = os.fork()
        if not child:
            for end, file in enumerate((keys, said, complained)):
                os.dup2(file.fileno(), end)
            os._exit(answer(words))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        complained.seek(0)
        return code, said.read().decode(), complained.read().decode()


def answer(words: Sequence[str]) -> int:
    """Never returns to the loop below, whatever happens in it."""
    sys.stdin = os.fdopen(0)
    code: object = 1
    try:
        code = run.main(words)
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001  as an interpreter would end
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    return code if isinstance(code, int) else int(bool(code))


if __name__ == "__main__":
    run.rooms()
    print(json.dumps([forked(*one) for one in json.load(sys.stdin)]))
