"""Each act waits for the disk exactly once. Counted by the system itself where strace is at hand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed; commits_in_log counts everywhere")
def test_one_commit_is_one_fsync(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=fsync,fdatasync,write", "-o", str(trace)]
    program = [sys.executable, "-m", "tests.storage.syncing", str(tmp_path / "linework.db")]
    done = subprocess.run([*command, *program], capture_output=True, text=True)
    if "ptrace" in done.stderr:
        pytest.skip("this machine does not let strace look")
    assert done.returncode == 0, done.stderr
    syncs = fsyncs_between_marks(trace.read_text())
    assert {name: count for name, count in syncs.items() if name.startswith("sale") and count != 1} == {}
    assert sum(name.startswith("sale") for name in syncs) == 150
    assert syncs["reading"] == 0
    assert syncs["first after checkpoint"] == 2  # the log begins anew: its header is made durable before the commit


def fsyncs_between_marks(trace: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    name = "start"
    for line in trace.splitlines():
        if found := re.search(r'"MARK ([\w ]+)', line):
            name = found[1]
            counts[name] = 0
        elif re.search(r"\bf(data)?sync\(", line):
            counts[name] += 1
    return counts
