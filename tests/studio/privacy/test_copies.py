"""Older copies of the database still know who was erased: they are named, and go with them or some days later."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from storage.copies import copy_database
from storage.old_copies import old_copies
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy.actions import erase_person, remove_copies
from studio.privacy.clock import expire_copies
from studio.privacy.queries import erasure_outlook
from studio.upkeep.actions import change_setting
from tests.factories import clock
from tests.factories.clients import on_file
from tests.factories.people import signed_in


def copied(studio: House) -> Path:
    """What an update leaves behind."""
    made = studio.clock.now().strftime("%Y%m%dT%H%M%S%fZ")
    target = studio.folder.copies / f"before-core-0005-{made}.db"
    copy_database(studio.db.path, studio.key, target)
    return target


def put_aside(studio: House) -> Path:
    """What the recovery screen leaves behind."""
    folder = studio.folder.path / "aside" / studio.clock.now().strftime("%Y%m%dT%H%M%S%fZ")
    copy_database(studio.db.path, studio.key, folder / studio.db.path.name)
    return folder


def test_they_are_named_before_and_after_and_go_on_their_day(studio: House) -> None:
    time = clock.later(studio)
    client = on_file(signed_in("owner"))
    both = [copied(studio), put_aside(studio)]
    coming = ask(signed_in("owner"), erasure_outlook, client.id)
    assert [one.until for one in coming.copies] == [(studio.clock.now() + timedelta(days=30)).date()] * 2
    time.wait(minutes=1)
    perform(signed_in("owner"), erase_person, client.id, client.code)
    time.wait(days=2)
    younger = copied(studio)
    time.wait(days=27)
    assert perform(timer("privacy.copies.expire"), expire_copies) == 0
    assert len(ask(signed_in("owner"), erasure_outlook, client.id).copies) == 2
    time.wait(days=2)
    assert perform(timer("privacy.copies.expire"), expire_copies) == 2
    assert not any(path.exists() for path in both)
    assert younger.exists(), "it knows nobody who was erased"
    assert ask(signed_in("owner"), erasure_outlook, client.id).copies == ()


def test_they_go_with_the_person_where_the_owner_says_so_or_later_by_hand(studio: House) -> None:
    time = clock.later(studio)
    first, second = on_file(signed_in("owner"), "First"), on_file(signed_in("owner"), "Second")
    copied(studio)
    time.wait(minutes=1)
    perform(signed_in("owner"), erase_person, first.id, first.code, copies=True)
    assert old_copies(studio.folder) == []
    copied(studio)
    time.wait(minutes=1)
    perform(signed_in("owner"), change_setting, "privacy.copies.days", 365)
    perform(signed_in("owner"), erase_person, second.id, second.code)
    assert len(old_copies(studio.folder)) == 1
    assert perform(signed_in("owner"), remove_copies) == 1
    assert old_copies(studio.folder) == []
    assert perform(signed_in("owner"), remove_copies) == 0
