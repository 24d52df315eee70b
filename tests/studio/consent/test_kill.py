"""Killed at any instant, what was said to be signed is there, whole, and nothing is there by half."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from storage.table import columns_of
from studio.consent.models import Ceremony, Packet, SignedPart
from studio.consent.queries import first_broken_packet, first_unrecorded
from studio.consent.rules.sealing import part_digest
from studio.extension.opening import open_studio
from studio.kernel.anchors import check_journal
from studio.kernel.house import House, close_house
from tests.conftest import rooms

KILLS = 15


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="signers are forked")
def test_no_signed_consent_is_lost_and_none_is_half_there(migrated: Path, tmp_path: Path) -> None:
    folder, rng = tmp_path / "data", random.Random(7)
    signed: set[UUID] = set()
    kept: set[str] = set()
    shutil.copytree(migrated, folder)
    command = [sys.executable, "-m", "tests.studio.consent.signer", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as killer:
        assert killer.stdin
        assert killer.stdout
        for _ in range(KILLS):
            killer.stdin.write(f"{rng.randint(1, 6)} {rng.uniform(0, 40)}\n")
            for step in killer.stdout.readline().split():
                if step.startswith("s:"):
                    signed.add(UUID(step[2:]))
                else:
                    kept.add(step[2:])
            look(folder, signed, kept)
        killer.stdin.close()
    assert len(signed) > KILLS
    assert kept


def look(folder: Path, signed: set[UUID], kept: set[str]) -> None:
    """Open the studio as after a crash and compare every ceremony with what is stored of it."""
    studio = open_studio(folder, rooms())
    try:
        parts, packets = rows(studio, SignedPart), rows(studio, Packet)
        assert signed <= {part["ceremony_id"] for part in parts}, "a signing that was acknowledged is gone"
        assert kept <= {packet["code"] for packet in packets}, "a packet that was acknowledged is gone"
        assert all(part["digest"] == part_digest(part) for part in parts)
        assert sorted(packet["number"] for packet in packets) == list(range(1, len(packets) + 1))
        states = {row["id"]: row["state"] for row in rows(studio, Ceremony)}
        whole = {packet["ceremony_id"] for packet in packets}
        for ceremony, state in states.items():
            has_part = any(part["ceremony_id"] == ceremony for part in parts)
            assert (has_part, ceremony in whole) == {
                "open": (False, False),
                "cancelled": (False, False),
                "signed": (True, False),
                "kept": (True, True),
            }[state]
        assert first_broken_packet(studio) is None
        assert first_unrecorded(studio) is None
        assert check_journal(studio) is None
    finally:
        close_house()


def rows(studio: House, model: type) -> list[dict[str, Any]]:
    with studio.db.reading() as connection:
        return [dict(row) for row in connection.execute(select(columns_of(model))).mappings()]
