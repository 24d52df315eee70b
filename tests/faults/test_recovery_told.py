"""What was done on the recovery screen stands in the journal, before anything else that happens afterwards."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.recovery.acting import act
from pages.recovery.telling import NAME, noted, tell_the_journal
from storage.errors import Damaged, FilesGone, KeyMissing
from storage.folder import DataFolder
from storage.keys import data_key
from storage.putting_back import sources
from studio.extension.opening import open_studio
from studio.kernel.actor import CONSOLE, guest, verified
from studio.kernel.anchors import check_journal
from studio.kernel.house import House, close_house
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask, perform
from studio.staff.actions import give_code, invite_guest, issue_token, open_sign_in, use_code
from studio.staff.queries import actor_of_bearer, actor_of_session, guest_of_token
from studio.staff.queries.standing import forget
from studio.staff.rules import hash_password
from studio.upkeep.queries import list_journal
from tests.conftest import rooms
from tests.factories.people import id_of, signed_in
from tests.faults.hurting import HURTS, with_a_copy

pytestmark = pytest.mark.faults


@pytest.fixture
def shut(studio: House) -> Iterator[DataFolder]:
    """A studio that was closed well, with a copy."""
    folder = studio.folder
    signed_in("owner", email="ada@northquay.example")
    studio.db.checkpoint()
    close_house()
    with_a_copy(folder.path)
    yield folder
    close_house()


def reopened(folder: DataFolder) -> list[str]:
    """What the journal has, newest first, once the studio is open again."""
    house = open_studio(folder.path, rooms())
    tell_the_journal(folder)
    forget()
    assert check_journal(house) is None
    return [event.action for event in ask(CONSOLE, list_journal, size=5)[0]]


def test_a_database_that_was_put_back_is_the_first_thing_told(shut: DataFolder) -> None:
    key = data_key(shut.path)
    HURTS["page"](shut.path, random.Random(3))
    act(shut, Damaged(), key, sources(shut)[0].name)
    assert reopened(shut)[0] == "upkeep.recovery.put_back"
    close_house()
    assert reopened(shut).count("upkeep.recovery.put_back") == 1


def test_the_key_and_the_missing_files_are_told_too(shut: DataFolder) -> None:
    key = data_key(shut.path)
    shut.key.unlink()
    act(shut, KeyMissing(), key, "")
    shutil.rmtree(shut.files)
    act(shut, FilesGone(), key, "")
    assert reopened(shut)[:2] == ["upkeep.recovery.files", "upkeep.recovery.key"]


def test_what_could_not_be_done_is_not_told(shut: DataFolder) -> None:
    key = data_key(shut.path)
    HURTS["page"](shut.path, random.Random(3))
    HURTS["page"](Path(shut.path), random.Random(3))
    with pytest.raises(Refusal):
        act(shut, Damaged(), key, "copy:copies/not-there.db")
    assert not (shut.path / NAME).exists() or (shut.path / NAME).read_text() == "[]"


@pytest.mark.parametrize("notes", ["", "{", "[1]", '[{"what": 3}]', '[{"what": "x", "kind": [], "made": {}}]', "null"])
def test_notes_that_are_not_ours_are_passed_over(shut: DataFolder, notes: str) -> None:
    (shut.path / NAME).write_text(notes)
    assert not [one for one in reopened(shut) if one.startswith("upkeep.recovery")]
    assert not (shut.path / NAME).exists()


def test_who_was_signed_in_by_an_earlier_database_signs_in_again(studio: House) -> None:
    """What was ended, spent or revoked since then would count again."""
    ada = signed_in("owner", email="ada@northquay.example")
    bearer, _ = perform(verified(), issue_token, id_of(ada), 30)
    cookie, code = perform(verified(), open_sign_in, id_of(ada)), perform(CONSOLE, give_code, id_of(ada))
    qr, _ = perform(ada, invite_guest, "registration")
    with noted(studio.folder, "source", "copy"):
        pass
    tell_the_journal(studio.folder)
    forget()
    assert (actor_of_bearer(bearer), actor_of_session(cookie), guest_of_token(qr, "registration")) == (None,) * 3
    with pytest.raises(Refusal):
        perform(guest(), use_code, "ada@northquay.example", code, hash_password("four loose paper boats"))


def test_what_broke_off_leaves_the_notes_as_they_were(shut: DataFolder) -> None:
    with noted(shut, "files"):
        pass
    before = (shut.path / NAME).read_bytes()
    with pytest.raises(Damaged), noted(shut, "key"):
        raise Damaged
    assert (shut.path / NAME).read_bytes() == before
