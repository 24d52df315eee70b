"""Files on a client: what is taken and what is not, who sees which, and that they are gone when they are gone."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import select

from storage.decoding.keeper import keeper
from storage.table import columns_of
from studio.clients.actions import archive_client, merge_clients
from studio.clients.refusals import ClientIsArchived
from studio.documents.attachments import refusals
from studio.documents.attachments.actions import (
    bring_back_attachment,
    describe_attachment,
    open_attachment,
    remove_attachment,
)
from studio.documents.attachments.clearing import clear_removed
from studio.documents.attachments.models import Attachment
from studio.documents.attachments.queries import attachment, attachments_of, little_picture
from studio.documents.attachments.taking import saved_name, shown_name
from studio.extension import incoming
from studio.kernel.actor import Actor, timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Refusal, Stale
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from studio.privacy.actions import erase_person, lift_hold, make_person_file, place_hold, read_person_file
from studio.privacy.queries import views_of
from studio.upkeep.actions import change_setting
from studio.upkeep.undoing import undo_act
from tests.factories.attached import LETTER, attached, office
from tests.factories.clients import newest, on_file
from tests.factories.clock import later
from tests.factories.hostile import CANARIES, picture, placed
from tests.factories.hostile_papers import PAPERS, good_paper
from tests.factories.people import signed_in


@pytest.fixture(autouse=True, scope="module")
def rest() -> Iterator[None]:
    yield
    keeper.stop()


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_files_are_made_safe_kept_apart_by_content_and_read_back(owner: Actor, studio: House) -> None:
    ana = on_file(owner)
    photo = attached(owner, ana, "me.png", picture("JPEG", exif=placed()), note="  for   the arm ")
    paper = attached(owner, ana, "offer.jpg", good_paper(3))
    table, sheet = (
        attached(owner, ana, "colours.csv", b"a,b\n1,2\n"),
        attached(owner, ana, "x", office("xl/workbook.xml")),
    )
    letter, word = attached(owner, ana), attached(owner, ana, "cv", office("word/document.xml"))
    kinds = [one.kind for one in (photo, paper, table, sheet, letter, word)]
    assert kinds == ["jpeg", "pdf", "csv", "xlsx", "text", "docx"]
    found = ask(owner, attachments_of, Subject("client", ana.id))
    assert (found.total, found.bytes, found.removed) == (6, sum(one.size for one in found.items), 0)
    line = ask(owner, attachment, photo.id)
    assert (line.name, line.note, line.by_name, line.pictured) == ("me.png", "for the arm", owner.name, True)
    assert (ask(owner, attachment, paper.id).pages, ask(owner, little_picture, photo.id)[:2]) == (3, b"\xff\xd8")
    opened = perform(owner, open_attachment, photo.id)
    assert opened.name.startswith("me-")
    assert opened.name.endswith(".jpg")
    assert not [canary for canary in CANARIES if canary in opened.data]
    assert perform(owner, open_attachment, letter.id).data == LETTER
    raw = b"".join(file.read_bytes() for file in studio.folder.files.rglob("*") if file.is_file())
    assert b"allergy" not in raw


def test_bad_names_are_shown_as_one_plain_line_and_saved_under_our_own() -> None:
    number = uuid4()
    for told, shown, saved in (
        ("../../etc/passwd", "passwd", "passwd"),
        ("..\\..\\x.exe", "x.exe", "x"),
        ("C:\\x", "x", "x"),
        ("CON", "CON", "con"),
        ("a:b", "a:b", "a-b"),
        ("é" * 300 + ".txt", "é" * 150, "e" * 40),
        ("dot.", "dot.", "dot"),
        ("in\u202egpj.exe\nSet-Cookie: a", "ingpj.exeSet-Cookie: a", "ingpj"),
        ('quo"te.pdf', 'quo"te.pdf', "quo-te"),
        ("刺青.png", "刺青.png", "file"),
        ("", "", "file"),
    ):
        assert shown_name(told) == shown, told
        assert saved_name(shown, "pdf", number) == f"{saved}-{number.hex[-8:]}.pdf", told


def test_what_lies_about_itself_acts_by_itself_or_is_no_file_of_ours_is_refused(owner: Actor, studio: House) -> None:
    ana = on_file(owner)
    bad: dict[str, bytes] = {
        "program.jpg": b"MZ\x90\x00" + bytes(99),
        "polyglot.gif": b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)",
        "half.jpg": picture()[:200],
        "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "bomb.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>',
        "page.txt": b"<html><script>alert(1)</script>",
        "script.txt": b"#!/bin/sh\nrm -rf ~\n",
        "old.xls": b"\xd0\xcf\x11\xe0" + bytes(600),
        "any.docx": office("readme.txt"),
        "macro.docx": office("word/document.xml", "word/vbaProject.bin"),
        "nothing.pdf": b"",
        "phone.heic": b"\x00\x00\x00\x18ftypheic" + bytes(50),
        **{f"{name}.pdf": make() for name, (_, make) in PAPERS.items() if name != "a picture"},
    }
    for name, data in bad.items():
        with pytest.raises(Refusal):
            pytest.fail(f"{name} was taken as {attached(owner, ana, name, data).kind}")
    perform(owner, change_setting, "documents.attachments.megabytes", 1)
    with pytest.raises(incoming.FileIsTooHeavy):
        attached(owner, ana, "large.txt", b"a" * 1_000_001)
    assert ask(owner, attachments_of, Subject("client", ana.id)).total == 0
    assert list(studio.files.ids()) == []


def test_a_client_has_room_for_so_much_and_for_each_file_once(owner: Actor, studio: House) -> None:
    ana = on_file(owner)
    perform(owner, change_setting, "documents.attachments.room", 10)
    small = attached(owner, ana, "small.txt", b"small")
    with pytest.raises(refusals.FileIsThereAlready, match=r"small\.txt"):
        attached(owner, ana, "two.txt", b"small")
    with pytest.raises(refusals.NoteIsTooLong):
        attached(owner, ana, note="a" * 501)
    first = attached(owner, ana, "one.txt", b"a" * 9_000_000)
    with pytest.raises(refusals.FilesTakeTooMuchRoom):
        attached(owner, ana, "two.txt", b"b" * 2_000_000)
    perform(owner, remove_attachment, first.id)
    assert set(studio.files.ids()) == {small.file_id, first.file_id}
    with pytest.raises(refusals.FilesTakeTooMuchRoom):  # it could be brought back
        attached(owner, ana, "two.txt", b"b" * 2_000_000)
    assert attached(owner, on_file(owner, "Ben"), "one.txt", b"a" * 9_000_000).file_id == first.file_id


def test_only_what_a_room_declares_carries_files_and_only_while_it_is_on_file(owner: Actor) -> None:
    ana = on_file(owner)
    with pytest.raises(refusals.CarriesNoFiles):
        ask(owner, attachments_of, Subject("boat", ana.id))
    perform(owner, archive_client, ana.id)
    with pytest.raises(ClientIsArchived):
        attached(owner, ana)


def test_private_files_are_for_those_who_read_health_answers(owner: Actor, studio: House) -> None:
    ana, desk, viewer = on_file(owner), signed_in("reception"), signed_in("viewer")
    about = Subject("client", ana.id)
    kept = attached(owner, ana, "blood test.jpg", picture(), note="HIV", private=True)
    [line] = ask(desk, attachments_of, about).items
    assert (line.name, line.note, line.pictured, line.readable) == ("", "", False, False)
    assert ask(desk, attachments_of, about, q="blood").total == 0
    assert ask(signed_in("artist"), attachments_of, about, q="blood").total == 1
    for refused in (
        lambda: perform(desk, open_attachment, kept.id),
        lambda: ask(desk, little_picture, kept.id),
        lambda: perform(desk, describe_attachment, kept.id, "mine", "", private=False),
        lambda: ask(viewer, attachments_of, about),
        lambda: perform(viewer, open_attachment, kept.id),
    ):
        with pytest.raises(Denied):
            refused()


def test_names_and_notes_change_for_whoever_saw_the_newest(owner: Actor, studio: House) -> None:
    kept = attached(owner, on_file(owner))
    version = ask(owner, attachment, kept.id).version
    perform(owner, describe_attachment, kept.id, "Test of allergy", "negative", private=True, seen_version=version)
    with pytest.raises(Stale):
        perform(owner, describe_attachment, kept.id, "x", "", private=False, seen_version=version)
    with pytest.raises(refusals.FileNeedsAName):
        perform(owner, describe_attachment, kept.id, " \u200b", "", private=False)
    line = ask(owner, attachment, kept.id)
    assert (line.name, line.note, line.private) == ("Test of allergy", "negative", True)
    undo_act_of(owner, studio)
    line = ask(owner, attachment, kept.id)
    assert (line.name, line.note, line.private) == ("letter.txt", "", False)


def test_one_removes_ones_own_and_it_can_come_back_until_its_days_are_over(owner: Actor, studio: House) -> None:
    clock, ana, artist = later(studio), on_file(owner), signed_in("artist")
    about = Subject("client", ana.id)
    theirs, own = attached(owner, ana), attached(artist, ana, "sketch.png", picture("PNG"))
    with pytest.raises(Denied):
        perform(artist, remove_attachment, theirs.id)
    perform(artist, remove_attachment, own.id)
    with pytest.raises(refusals.FileIsMissing):
        perform(artist, open_attachment, own.id)
    assert [one.name for one in ask(artist, attachments_of, about, removed=True).items] == ["sketch.png"]
    perform(artist, bring_back_attachment, own.id)
    assert ask(artist, attachments_of, about).total == 2
    perform(artist, remove_attachment, own.id)
    clock.wait(days=29)
    assert perform(timer("any"), clear_removed) == 0
    hold = perform(signed_in("owner"), place_hold, ana.id, "A claim")
    clock.wait(days=2)
    assert perform(timer("any"), clear_removed) == 0
    assert studio.files.has(own.file_id)
    perform(signed_in("owner"), lift_hold, hold.id)
    assert perform(timer("any"), clear_removed) == 1
    assert not studio.files.has(own.file_id)
    assert not studio.files.has(own.small_id or "")
    assert studio.files.has(theirs.file_id)


def test_bytes_that_another_client_has_as_well_stay_for_them(owner: Actor, studio: House) -> None:
    clock, ana, ben = later(studio), on_file(owner), on_file(owner, "Ben")
    mine, other = attached(owner, ana), attached(owner, ben)
    perform(owner, remove_attachment, mine.id)
    clock.wait(days=31)
    assert perform(timer("any"), clear_removed) == 1
    assert perform(signed_in("owner"), open_attachment, other.id).data == LETTER


def test_attaching_is_taken_back_and_every_look_is_told(owner: Actor, studio: House) -> None:
    ana = on_file(owner)
    kept = attached(owner, ana)
    perform(owner, open_attachment, kept.id)
    assert [(one.what, one.times) for one in ask(owner, views_of, ana.id)] == [("Attached file", 1)]
    attached(owner, ana, "other.txt", b"other")
    undo_act_of(owner, studio)
    assert [one.name for one in ask(owner, attachments_of, Subject("client", ana.id)).items] == ["letter.txt"]


def test_a_merged_file_shows_what_both_had_and_the_person_takes_all_away_or_with_them(
    owner: Actor, studio: House
) -> None:
    ana, twice = on_file(owner), on_file(owner, "Ana P.")
    one, other = attached(owner, ana), attached(owner, twice, "me.jpg", picture())
    perform(owner, merge_clients, ana.id, twice.id, {}, ana.version, twice.version)
    assert {line.id for line in ask(owner, attachments_of, Subject("client", ana.id)).items} == {one.id, other.id}
    request = perform(owner, make_person_file, ana.id)
    parts = {part.table: part for part in perform(owner, read_person_file, request.id)[1]}
    assert {file for _, file in parts["attachment"].files} == {one.file_id, other.file_id, other.small_id}
    perform(owner, erase_person, ana.id, ana.code)
    assert [file for file in (one.file_id, other.file_id, other.small_id) if studio.files.has(file or "")] == []
    with studio.db.reading() as connection:
        assert connection.execute(select(columns_of(Attachment).c.id)).all() == []


def undo_act_of(actor: Actor, studio: House) -> None:
    """Take the newest act back."""
    perform(actor, undo_act, newest(studio))
