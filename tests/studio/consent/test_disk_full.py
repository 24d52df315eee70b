"""The disk fills up at any point of a signing: it is said, nothing is there by half, and later it works."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog
from sqlalchemy import func, select, text

from studio.consent.actions import sign_ceremony, witness_ceremony
from studio.consent.actions.paper import keep_paper
from studio.consent.drawer import DRAWER, drawer
from studio.consent.models import ConsentPaper, Packet, SignedPart
from studio.consent.paper import document_of
from studio.consent.queries import ceremony_for_guest, first_broken_packet, first_unrecorded, packets_without_paper
from studio.consent.queries.packets import packet_to_draw
from studio.documents.drawing import draw
from studio.documents.sealing import seal
from studio.kernel.anchors import check_journal
from studio.kernel.house import House
from studio.kernel.log import NAME, start_log
from studio.kernel.refusal import OutOfOrder
from studio.kernel.work import ask, perform
from tests.factories.consents import filled, opened, witnessing
from tests.factories.people import signed_in

MOST = 60


TOLD = "canary-arrhythmia"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    handler = start_log(tmp_path)
    yield tmp_path / NAME
    handler.close()
    root.handlers[:], root.level = before, level
    structlog.reset_defaults()


def test_a_signing_fits_whole_or_not_at_all(studio: House, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawer, "soon", lambda *_: None)  # the paper is drawn below, where room is counted
    guest, ceremony = opened()
    payload, artist = filled(ask(guest, ceremony_for_guest)), signed_in("artist")
    payload["health"]["heart"] = {"answer": "yes", "detail": TOLD}
    full = 0
    full += squeezed(studio, lambda: perform(guest, sign_ceremony, ceremony.id, payload), (0, 0, 0))
    assert stored(studio) == (1, 0, 0)
    full += squeezed(studio, lambda: perform(artist, witness_ceremony, ceremony.id, witnessing()), (1, 0, 0))
    assert stored(studio) == (1, 1, 0)
    (packet_id,) = ask(DRAWER, packets_without_paper)
    pdf = seal(studio, draw(document_of(studio, ask(DRAWER, packet_to_draw, packet_id))), "CS-0001")
    full += squeezed(studio, lambda: perform(DRAWER, keep_paper, packet_id, pdf), (1, 1, 0))
    assert stored(studio) == (1, 1, 1)
    assert full > 3, "the disk was never full"
    assert check_journal(studio) is None
    assert "storage fault" in log.read_text("utf-8")
    assert TOLD not in log.read_text("utf-8")


def squeezed(studio: House, act: Callable[[], object], before: tuple[int, int, int]) -> int:
    """Try with no page to spare, one, two …; how often it was refused until it fitted."""
    for spare in range(MOST):
        room(studio, spare)
        try:
            act()
        except OutOfOrder:
            room(studio, None)
            assert stored(studio) == before
            assert first_broken_packet(studio) is None
            assert first_unrecorded(studio) is None
        else:
            room(studio, None)
            return spare
    raise AssertionError("it never fitted")


def room(studio: House, spare: int | None) -> None:
    """The database may grow by so many pages; None for as many as it likes."""
    with studio.db.writing() as session:
        connection = session.connection()
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {1_000_000_000 if spare is None else pages + spare}")


def stored(studio: House) -> tuple[int, ...]:
    with studio.db.writing() as session:
        return tuple(
            session.exec(select(func.count()).select_from(model)).scalar_one()  # type: ignore[call-overload]
            for model in (SignedPart, Packet, ConsentPaper)
        )
