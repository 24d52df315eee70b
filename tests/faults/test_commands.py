"""The command line, as scripts use it: results on standard output, words on standard error, agreed exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from pages.version import VERSION
from tests.faults.commanding import commands
from tests.faults.running import Running, command

pytestmark = pytest.mark.faults
PASSWORD = "seven quiet needles"
WRONG = [
    (
        ["user", "add", "not an address", "--name", "X", "--role", "owner"],
        f"{PASSWORD}\n",
        "EMAIL: Write an e-mail",
    ),
    (["user", "add", "x@linework.example", "--name", " ", "--role", "owner"], f"{PASSWORD}\n", "--name: Write"),
    (["user", "add", "x@linework.example", "--name", "X", "--role", "owner"], "short\n", "password: A password"),
    (["user", "add", "x@linework.example", "--name", "X", "--role", "king"], f"{PASSWORD}\n", "--role"),
    (["token", "nobody@linework.example"], "", "EMAIL: Nobody signs in with this e-mail address."),
    (["token", "nobody"], "", "EMAIL: Write an e-mail"),
    (["token", "mara@linework.example", "--days", "-1"], "", "--days: a token lasts 1 to 3650 days"),
    (["token", "mara@linework.example", "--days", "soon"], "", "--days: a token lasts 1 to 3650 days"),
    (["token", "mara@linework.example", "--days", "99999999999"], "", "--days: a token lasts"),
    (["serve", "--port", "99999"], "", "--port: a port is a number"),
    (["check", "--data", "there-is-no-studio-here"], "", "there-is-no-studio-here"),
    (["no-such-command"], "", "no-such-command"),
]
"""What is asked for, what is typed, and what is said of it."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A demo studio and what the command printed."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    made = command(folder, "demo", "--clients", "12", "--seed", "3")
    assert (made.returncode, made.stderr) == (0, "")
    return folder, made.stdout


def test_a_demo_prints_a_line_for_each_role(demo: tuple[Path, str]) -> None:
    lines = [line.split(" ") for line in demo[1].splitlines()]
    assert [line[0] for line in lines] == ["owner", "manager", "artist", "reception"]
    assert all(len(line) == 3 and "@" in line[1] for line in lines)


def test_a_demo_never_goes_into_a_folder_in_use(demo: tuple[Path, str]) -> None:
    again = command(demo[0], "demo")
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.strip()


def test_somebody_added_at_the_console_signs_in_through_the_api(demo: tuple[Path, str]) -> None:
    added = command(
        demo[0], "user", "add", "zoe@linework.example", "--name", "Zoe", "--role", "manager", typed=f"{PASSWORD}\n"
    )
    assert (added.returncode, added.stderr) == (0, "")
    printed = command(demo[0], "token", "zoe@linework.example", "--days", "2").stdout
    served = Running(None, demo[0], "--no-lan")
    try:
        api = f"http://127.0.0.1:{served.port}/api/v1"
        told = httpx.post(f"{api}/auth/token", json={"email": "zoe@linework.example", "password": PASSWORD})
        assert told.status_code in {200, 201}
        for token in (printed.strip(), next(value for key, value in told.json().items() if "token" in key)):
            answer = httpx.get(f"{api}/clients", headers={"authorization": f"Bearer {token}"}, params={"size": 3})
            assert (answer.status_code, answer.json()["total"]) == (200, 11), "one of the twelve is erased"
        assert command(demo[0], "check").returncode == 0
    finally:
        assert served.stop() == 0


def test_wrong_use_is_two_and_says_why(demo: tuple[Path, str]) -> None:
    told = commands(demo[0], [(words, typed) for words, typed, _ in WRONG])
    for (words, _, named), (code, said, complained) in zip(WRONG, told, strict=True):
        assert (code, said) == (2, ""), (words, complained)
        assert named in complained, words
        assert "Traceback" not in complained, words


def test_it_says_which_linework_it_is(tmp_path: Path) -> None:
    said = command(tmp_path / "data", "--version")
    assert (said.returncode, said.stdout) == (0, f"Linework {VERSION}\n")
    assert not (tmp_path / "data").exists()


def test_a_command_leaves_the_journal_anchored(demo: tuple[Path, str]) -> None:
    before = (demo[0] / "journal.anchors").read_text().splitlines()
    command(demo[0], "token", "mara@linework.example")
    assert len((demo[0] / "journal.anchors").read_text().splitlines()) == len(before) + 1


def test_check_finds_a_damaged_page_and_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    command(folder, "demo", "--clients", "3")
    whole = command(folder, "check")
    assert whole.returncode == 0
    assert "linework.key" in whole.stdout
    pages = bytearray((folder / "linework.db").read_bytes())
    pages[9000:9064] = bytes(64)
    (folder / "linework.db").write_bytes(pages)
    found = command(folder, "check")
    assert found.returncode == 1
    assert found.stdout.strip() or found.stderr.strip()
    assert "Traceback" not in found.stderr


def test_the_api_describes_itself(tmp_path: Path) -> None:
    described = json.loads(command(tmp_path / "data", "openapi").stdout)
    assert described["openapi"].startswith("3.")
    assert "/clients" in described["paths"]
