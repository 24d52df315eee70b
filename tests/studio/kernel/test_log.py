"""The log tells what happened, never about whom."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from studio.kernel.log import NAME, clean_trace, start_log

SECRETS = {
    "name": "Wilhelmina Canary",
    "phone": "+44 20 7946 0958",
    "email": "canary@studio.example",
    "password": "hunter2 canary",
    "token": "FScr6dIYVlVvPHLJ9nP9LHc0UYd-EcSRXR9UXOmQOqM",
    "health_answers": ["epilepsy canary"],
    "allergies": "latex canary",
}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    handler = start_log(tmp_path)
    yield tmp_path
    handler.close()
    root.handlers[:], root.level = before, level
    structlog.reset_defaults()


def written(folder: Path) -> str:
    return (folder / NAME).read_text("utf-8")


def test_what_is_about_people_is_blacked_out_by_its_name(folder: Path) -> None:
    structlog.get_logger("t").info("saved", client_id="7", **SECRETS)
    structlog.get_logger("t").info("nested", details={"who": {"name": SECRETS["name"]}, "n": 3})
    text = written(folder)
    assert "anary" not in text
    assert str(SECRETS["token"]) not in text
    assert json.loads(text.splitlines()[0])["client_id"] == "7"
    assert json.loads(text.splitlines()[1])["details"] == {"who": {"name": "…"}, "n": 3}


@pytest.mark.parametrize(
    "said",
    [
        "mail to canary@studio.example failed",
        "called +44 20 7946 0958 twice",
        "GET /r/Canary-token_123 404",
        "GET /clients?q=Canary 200",
        "used FScr6dIYVlVvPHLJ9nP9LHcCanary",
    ],
)
def test_what_is_about_people_is_blacked_out_by_its_shape(folder: Path, said: str) -> None:
    logging.getLogger("anything").warning(said)
    assert "anary" not in written(folder)
    assert "7946" not in written(folder)


def test_an_error_keeps_its_places_and_loses_what_it_quotes(folder: Path) -> None:
    try:
        int(str(SECRETS["name"]))
    except ValueError:
        structlog.get_logger("t").exception("incident", code="A1B2C3")
    line = json.loads(written(folder))
    assert "anary" not in line["exception"]
    assert "test_log.py" in line["exception"]
    assert "ValueError: invalid literal" in line["exception"]
    assert line["code"] == "A1B2C3"


def test_names_of_code_stay_readable() -> None:
    trace = "Traceback:\n  File \"x.py\", line 3, in f\n    draw('title')\n    ^^^^\nAttributeError: 'A' has no 'b'"
    assert clean_trace(trace) == trace


def test_times_and_numbers_are_no_phones(folder: Path) -> None:
    structlog.get_logger("t").info("took 2026-11-21 12:30:00 and 12345 bytes", port=8081)
    assert "12345 bytes" in written(folder)
    assert json.loads(written(folder))["port"] == 8081
