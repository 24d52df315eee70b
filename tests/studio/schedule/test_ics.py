"""What we write, calendar apps read: tried with the icalendar library, and with khal where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from studio.schedule.rules.ics import Event, calendar

START = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SAID = "Zoë; “sleeve”, 2nd pass \\ back\nБольшая татуировка на спине, очень длинная строка 🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉🐉"
EVENTS = [
    Event("a@linework", 3, START, START + timedelta(hours=2), START, "confirmed", SAID, "Long bench; left"),
    Event("b@linework", 1, START + timedelta(days=1), START + timedelta(days=1, hours=1), START, "planned", "Session"),
    Event("c@linework", 2, START, START + timedelta(hours=1), START, "cancelled", "Gone", busy=False),
]


def test_the_library_reads_back_what_was_written() -> None:
    told = calendar("Inês Duarte", EVENTS)
    assert all(len(line) <= 75 for line in told.encode().split(b"\r\n"))
    assert told.count("\n") == told.count("\r\n")
    read = Calendar.from_ical(told)
    first, second, third = read.walk("VEVENT")
    assert str(read["X-WR-CALNAME"]) == "Inês Duarte"
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (START, START + timedelta(hours=2))
    assert (str(first["summary"]), str(first["location"]), first["sequence"]) == (SAID, "Long bench; left", 2)
    assert [str(one["status"]) for one in (first, second, third)] == ["CONFIRMED", "TENTATIVE", "CANCELLED"]
    assert [str(one["transp"]) for one in (first, second, third)] == ["OPAQUE", "OPAQUE", "TRANSPARENT"]
    assert not read.errors
    assert not first.errors


@pytest.mark.skipif(shutil.which("khal") is None, reason="khal is not installed")
def test_a_calendar_app_reads_it(tmp_path: Path) -> None:
    file, config = tmp_path / "feed.ics", tmp_path / "khal.conf"
    file.write_bytes(calendar("Inês", EVENTS[:2]).encode())
    zone = "local_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d"
    config.write_text(
        f"[calendars]\n[[studio]]\npath = {tmp_path / 'khal'}\n[locale]\n{zone}\nlongdateformat = %Y-%m-%d\n"
        f"datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n",
        "utf-8",
    )
    (tmp_path / "khal").mkdir()

    def khal(*words: str) -> str:
        command = ["khal", "-c", str(config), *words]
        env = {**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=60).stdout

    khal("import", "--batch", "-a", "studio", str(file))
    told = khal("list", "--format", "{start-time} {end-time} {title}", "2026-10-25", "2d")
    assert "02:30 03:30 Zoë; “sleeve”, 2nd pass" in told  # the clocks go back between the two
    assert "01:30 02:30 Session" in told
