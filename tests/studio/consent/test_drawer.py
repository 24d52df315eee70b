"""The drawer, when the house closes while papers are being drawn."""

from __future__ import annotations

import threading
from uuid import UUID, uuid4

import pytest

from studio.consent.actions import open_paper
from studio.consent.drawer import Drawer, drawer
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.consents import packet
from tests.factories.people import signed_in


def test_a_house_that_closes_waits_for_its_papers(studio: House) -> None:
    kept = packet()
    drawer.stop()
    name, _ = perform(signed_in("artist"), open_paper, kept.code)
    assert name == "CS-0001.pdf"


def test_without_patience_only_what_is_begun_is_finished_and_the_rest_comes_another_time(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[UUID] = []
    begun, go_on = threading.Event(), threading.Event()

    def slowly(_: House, packet_id: UUID) -> None:
        begun.set()
        go_on.wait(30)
        drawn.append(packet_id)

    monkeypatch.setattr("studio.consent.drawer.draw_paper", slowly)
    slow, (first, second) = Drawer(), (uuid4(), uuid4())
    slow.soon(studio, first)
    slow.soon(studio, second)
    assert begun.wait(30)
    threading.Timer(0.05, go_on.set).start()
    slow.stop(patience=0)
    assert drawn == [first]
    slow.soon(studio, second)
    slow.settle()
    assert drawn == [first, second]
