"""Keeping pictures of clients: with their consent, bare of what a camera hides in them, for those who may look."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from studio.clients.actions import record_consent
from studio.clients.queries import who_viewed
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Invalid
from studio.kernel.work import ask, perform
from studio.photos import refusals
from studio.photos.actions import add_photo, edit_photo, remove_photo, restore_photo, view_photos
from studio.photos.queries import gallery, picture_bytes
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest, on_file
from tests.factories.people import id_of, signed_in
from tests.factories.pictures import SECRETS, agreeing, drawn, kept, with_secrets


def test_nothing_a_camera_hid_is_kept_and_nothing_lies_readable_on_the_disk(studio: House) -> None:
    who = signed_in("artist")
    photo = kept(who, agreeing(who), kind="healing", day=3)
    for size in ("s", "l"):
        stored = ask(who, picture_bytes, photo.id, size)
        with Image.open(BytesIO(stored)) as picture:
            assert picture.format == "JPEG"
            assert dict(picture.getexif()) == {}
            assert not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)
        assert not any(word.encode() in stored for word in SECRETS)
    assert any(word.encode() in with_secrets() for word in SECRETS), "the upload told them"
    on_disk = [path.read_bytes() for path in studio.files.folder.rglob("*") if path.is_file()]
    assert on_disk
    assert not any(b"JFIF" in data or b"\xff\xd8\xff" in data for data in on_disk)


def test_without_consent_no_picture_is_kept_and_the_next_step_is_said(studio: House) -> None:
    who = signed_in("artist")
    client = on_file(who, "Rui Nunes")
    with pytest.raises(refusals.RecordConsentIsMissing, match=r"Rui Nunes.*photo release"):
        kept(who, client)
    perform(who, record_consent, client.id, "photo_record", True)
    photo = kept(who, client)
    assert [one.id for one in ask(who, gallery, client.id).photos] == [photo.id]


def test_many_are_handed_out_a_page_at_a_time_and_counted_whole(studio: House) -> None:
    who, guest = signed_in("artist"), signed_in("guest_artist")
    client = agreeing(who)
    days = [date(2024, 5, day) for day in (3, 2, 1)]
    for day in days:
        kept(who, client, taken_on=day)
    first, rest = (ask(who, gallery, client.id, page, 2) for page in (1, 2))
    assert [[one.taken_on for one in page.photos] for page in (first, rest)] == [days[:2], days[2:]]
    assert (first.total, rest.total, ask(guest, gallery, client.id).total) == (3, 3, 0)


def test_what_is_written_beside_it_is_cleaned_and_what_is_wrong_is_said(studio: House) -> None:
    who = signed_in("artist")
    client = agreeing(who)
    told: dict[str, Any] = {
        "kind": "healing",
        "day": 12,
        "place": " Left  arm ",
        "tags": ["Lines", "Lines", " dots "],
        "caption": "a",
    }
    kept(who, client, taken_on=date(2020, 2, 29), artist_id=id_of(who), **told)
    (one,) = ask(who, gallery, client.id).photos
    assert (one.day, one.tags, one.artist, one.taken_on) == (12, ["Lines", "dots"], who.name, date(2020, 2, 29))
    perform(who, edit_photo, one.id, {"kind": "finished"}, one.version)
    assert ask(who, gallery, client.id).photos[0].day is None
    for field, value in (("kind", "selfie"), ("day", -1), ("taken_on", "2999-01-01"), ("caption", "x" * 301)):
        with pytest.raises(Invalid) as wrong:
            perform(who, add_photo, client.id, drawn(), {"kind": "healing", field: value})
        assert list(wrong.value.fields) == [field]


def test_a_removed_picture_can_be_brought_back_from_the_audit(studio: House) -> None:
    owner = signed_in("owner")
    client = agreeing(owner)
    photo = kept(owner, client)
    perform(owner, remove_photo, photo.id)
    assert ask(owner, gallery, client.id).photos == ()
    with pytest.raises(refusals.PhotoIsGone):
        ask(owner, picture_bytes, photo.id, "l")
    perform(owner, undo_act, newest(studio))
    assert len(ask(owner, gallery, client.id).photos) == 1
    with pytest.raises(refusals.PhotoIsGone):
        perform(owner, restore_photo, photo.id)


def test_each_look_is_on_record_and_reception_does_not_look(studio: House) -> None:
    owner, artist = signed_in("owner"), signed_in("artist", "Ines Duarte")
    client = agreeing(artist)
    perform(artist, view_photos, client.id)
    assert ask(owner, who_viewed, client.id)[1] == 0, "there was nothing to see"
    kept(artist, client)
    perform(artist, view_photos, client.id)
    (event,), total = ask(owner, who_viewed, client.id)
    assert (event.action, total) == ("photos.photo.view", 1)
    with pytest.raises(Denied):
        perform(signed_in("reception"), view_photos, client.id)


def test_a_guest_artist_sees_and_keeps_what_is_theirs_alone(studio: House) -> None:
    owner, guest = signed_in("owner"), signed_in("guest_artist")
    client = agreeing(owner)
    theirs, other = kept(owner, client, "olive", artist_id=id_of(guest)), kept(owner, client)
    assert [one.id for one in ask(guest, gallery, client.id).photos] == [theirs.id]
    assert ask(guest, picture_bytes, theirs.id)
    with pytest.raises(refusals.PhotoIsGone):
        ask(guest, picture_bytes, other.id)
    with pytest.raises(Denied):
        kept(guest, client)
    with pytest.raises(Denied):
        perform(guest, remove_photo, other.id)
    perform(guest, remove_photo, theirs.id)
