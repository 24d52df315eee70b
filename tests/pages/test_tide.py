"""Memory is given back when many pages have closed, and not before."""

from __future__ import annotations

import gc

import pytest
from nicegui import Client

from pages.server.tide import MANY, Tide


def test_clearing_up_waits_until_many_pages_have_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append(1))
    opened = {str(number): object() for number in range(MANY + 3)}
    monkeypatch.setattr(Client, "instances", opened)
    tide = Tide()
    assert not tide.turn()
    for number in range(MANY - 1):
        opened.pop(str(number))
    assert not tide.turn()
    opened.popitem()
    assert tide.turn()
    assert not tide.turn()
    assert collected == [1]
