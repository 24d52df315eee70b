"""What the commonest acts cost, counted instead of timed: one fsync, and few statements."""

from __future__ import annotations

import os

import pytest

from storage import search
from studio.clients.actions import create_client, submit_registration
from studio.clients.queries import find_clients
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import GAST, counted_statements, invited, on_file
from tests.factories.people import signed_in
from tests.storage.walog import commits_in_log

DETAILS = {"name": "Nova Pessoa", "phone": "11 8000 0001", "email": "nova@example.com"}


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every fsync of a file of our own, beside those of the database."""
    files: list[int] = []
    real = os.fsync

    def noted(file: int) -> None:
        files.append(file)
        real(file)

    monkeypatch.setattr(os, "fsync", noted)
    return files


def test_putting_a_client_on_file_is_one_fsync_and_few_statements(studio: House, synced: list[int]) -> None:
    owner = signed_in()
    on_file(owner)
    before = commits_in_log(studio.db.path)
    with counted_statements(studio) as statements:
        perform(owner, create_client, DETAILS)
    assert commits_in_log(studio.db.path) == before + 1
    assert not synced
    written = [one.split("(")[0].split()[-1] for one in statements if one.startswith("INSERT")]
    assert len(written) == len(set(written)), "each table is written once"
    assert len(statements) <= 10, statements


def test_sending_a_form_is_one_fsync(studio: House, synced: list[int]) -> None:
    guest, token_id = invited()
    before = commits_in_log(studio.db.path)
    perform(guest, submit_registration, token_id, "", "en", {**GAST, **DETAILS})
    assert commits_in_log(studio.db.path) == before + 1
    assert not synced


def test_what_is_refused_costs_no_fsync(studio: House) -> None:
    owner = signed_in()
    before = commits_in_log(studio.db.path)
    with pytest.raises(Exception, match="mark"):
        perform(owner, create_client, {"name": ""})
    assert commits_in_log(studio.db.path) == before


def test_finding_goes_past_the_statement_machinery(studio: House) -> None:
    owner = signed_in()
    on_file(owner)
    search.settle(studio.db)
    ask(owner, find_clients, "ana")
    with counted_statements(studio) as statements:
        assert ask(owner, find_clients, "ana")
    assert not statements, "neither the sign-in nor the search is asked through the ORM at every keystroke"
