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


def test_what_cannot_be_drawn_is_left_alone_for_longer_and_longer(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[float] = []
    seconds = 0.0

    def fails(_: House, __: UUID) -> None:
        tried.append(seconds)
        raise ValueError("no letter of it can be drawn")

    monkeypatch.setattr("studio.consent.drawer.draw_paper", fails)
    slow, broken = Drawer(clock=lambda: seconds), uuid4()
    for minute in range(40):  # as the timer asks
        seconds = minute * 60.0
        slow.soon(studio, broken)
        slow.settle()
    assert [second / 60 for second in tried] == [0, 1, 3, 7, 15, 31]
    for day in range(4, 8):
        seconds = day * 86400.0 + 1
        slow.soon(studio, broken)
        slow.settle()
    assert len(tried) == 10, "once a day at least"
    slow.stop()
