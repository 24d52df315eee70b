"""Showing pictures in public: only what the client agreed to, and no longer than they agree."""

from typing import Any

import pytest

from studio.clients.actions import merge_clients, record_consent
from studio.clients.models import ConsentTick
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from studio.photos import refusals
from studio.photos.actions import (
    delete_hidden,
    export_photos,
    hide_photos,
    keep_hidden,
    remove_photo,
    restore_photo,
    show_photos,
)
from studio.photos.housekeeping import tidy_photos
from studio.photos.queries import (
    gallery,
    hidden_photos,
    picture_bytes,
    portfolio,
    portfolio_choices,
    shown_bytes,
    undecided,
)
from studio.privacy.actions import lift_hold, place_hold
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.clock import later
from tests.factories.people import id_of, signed_in
from tests.factories.pictures import agreeing, kept


def test_publicity_waits_for_the_consent_and_then_names_nobody(studio: House) -> None:
    who, desk = signed_in("artist"), signed_in("reception")
    client = agreeing(who, "photo_record", name="Rita Lobo")
    photo = kept(who, client, caption="Rita's flower", place="Left arm", tags=["lines"], artist_id=id_of(who))
    with pytest.raises(refusals.PublicityConsentIsMissing, match=r"Rita Lobo.*photo release"):
        perform(who, show_photos, [photo.id])
    with pytest.raises(refusals.NotShown):
        perform(who, export_photos, [photo.id])
    perform(who, record_consent, client.id, "photo_publicity", True)
    assert perform(who, show_photos, [photo.id]) == [photo.id]
    assert perform(who, show_photos, [photo.id]) == []
    found = ask(desk, portfolio)
    assert "Rita" not in repr(found)
    assert [one.id for one in found.items] == [photo.id]
    assert ask(desk, shown_bytes, photo.id, "l") == perform(who, export_photos, [photo.id])[0]
    with pytest.raises(Denied):
        ask(desk, picture_bytes, photo.id)
    with studio.db.writing() as session:
        told: dict[str, Any] = {"kind": "photo_publicity", "given": False, "at": studio.clock.now()}
        session.add(ConsentTick(client_id=client.id, **told))  # by a way that told nobody
    with pytest.raises(refusals.PublicityConsentIsMissing):
        perform(who, export_photos, [photo.id])


def test_a_withdrawal_acts_in_the_same_act(studio: House) -> None:
    who, desk = signed_in("owner"), signed_in("reception")
    client = agreeing(who)
    photo = kept(who, client)
    perform(who, show_photos, [photo.id])
    before = newest(studio)
    perform(desk, record_consent, client.id, "photo_publicity", False)
    assert newest(studio) == before + 1
    assert ask(desk, portfolio).total == 0
    for refused in (lambda: ask(desk, shown_bytes, photo.id), lambda: perform(who, export_photos, [photo.id])):
        with pytest.raises((refusals.PhotoIsGone, refusals.NotShown)):
            refused()
    assert len(ask(who, gallery, client.id).photos) == 1, "the file keeps it"
    perform(desk, record_consent, client.id, "photo_publicity", True)
    assert ask(desk, portfolio).total == 0, "what was shown has to be marked anew"


def test_without_consent_to_the_file_pictures_are_hidden_and_the_office_decides(studio: House) -> None:
    owner, artist = signed_in("owner"), signed_in("artist")
    client = agreeing(owner)
    one, two, three = (kept(owner, client, colour) for colour in ("olive", "sienna", "navy"))
    perform(owner, show_photos, [one.id])
    perform(artist, record_consent, client.id, "photo_record", False)
    assert ask(artist, portfolio).total == 0
    assert ask(artist, gallery, client.id) == ask(artist, gallery, client.id).__class__((), False, False, 0)
    assert (ask(owner, gallery, client.id).hidden, ask(owner, undecided)) == (3, 3)
    with pytest.raises(refusals.PhotoIsGone):
        ask(artist, picture_bytes, one.id)
    with pytest.raises(refusals.PhotoIsHidden):
        perform(owner, remove_photo, one.id)
    with pytest.raises(refusals.ReasonIsMissing):
        perform(owner, keep_hidden, [one.id], " ")
    perform(owner, keep_hidden, [one.id], "Claim of 3 May")
    hold = perform(owner, place_hold, client.id, "Claim of 3 May")
    with pytest.raises(refusals.PhotoIsHeld):
        perform(owner, delete_hidden, [two.id])
    perform(owner, lift_hold, hold.id)
    assert perform(owner, delete_hidden, [two.id]) == 1
    assert not studio.files.has(two.file_id)
    assert studio.files.has(one.file_id)
    assert [told.id for told in ask(owner, hidden_photos)] == [three.id, one.id]
    perform(artist, record_consent, client.id, "photo_record", True)
    assert {told.id for told in ask(artist, gallery, client.id).photos} == {one.id, three.id}


def test_two_files_of_one_person_follow_their_newest_word(studio: House) -> None:
    owner = signed_in("owner")
    kept_file, other = agreeing(owner), agreeing(owner, name="Ana P.")
    photo = kept(owner, other)
    perform(owner, show_photos, [photo.id])
    perform(owner, record_consent, kept_file.id, "photo_publicity", False)
    assert ask(owner, portfolio).total == 1
    merge = perform(owner, merge_clients, kept_file.id, other.id, {}, kept_file.version, other.version)
    assert ask(owner, portfolio).total == 0
    assert [one.id for one in ask(owner, gallery, kept_file.id).photos] == [photo.id]
    perform(owner, record_consent, kept_file.id, "photo_record", False)
    assert ask(owner, gallery, kept_file.id).hidden == 1, "of the other file, too"
    assert merge.other_id == other.id


def test_marking_and_removing_are_taken_back_whole(studio: House) -> None:
    owner = signed_in("owner")
    client = agreeing(owner)
    photo = kept(owner, client)
    perform(owner, show_photos, [photo.id])
    perform(owner, undo_act, newest(studio))
    assert ask(owner, portfolio).total == 0
    perform(owner, show_photos, [photo.id])
    perform(owner, remove_photo, photo.id)
    assert ask(owner, portfolio).total == 0
    perform(owner, restore_photo, photo.id)
    assert ask(owner, portfolio).total == 1
    perform(owner, hide_photos, [photo.id])
    perform(owner, remove_photo, photo.id)
    perform(owner, restore_photo, photo.id)
    assert ask(owner, portfolio).total == 0


def test_a_picture_removed_before_a_withdrawal_does_not_come_back_into_public(studio: House) -> None:
    owner = signed_in("owner")
    client = agreeing(owner)
    photo = kept(owner, client)
    for consent in ("photo_publicity", "photo_record"):
        perform(owner, show_photos, [photo.id])
        perform(owner, remove_photo, photo.id)
        perform(owner, record_consent, client.id, consent, False)
        perform(owner, record_consent, client.id, consent, True)
        perform(owner, restore_photo, photo.id)
        assert ask(owner, portfolio).total == 0, "what was shown has to be marked anew"
        assert len(ask(owner, gallery, client.id).photos) == 1


def test_the_portfolio_is_narrowed_and_paged(studio: House) -> None:
    owner, ines = signed_in("owner"), signed_in("artist", "Ines Duarte")
    client = agreeing(owner)
    colours = ("olive", "sienna", "navy")
    lines = [kept(owner, client, colour, tags=["lines"], place="Back") for colour in colours]
    dots = kept(owner, client, "plum", tags=["fine lines", "dots"], artist_id=id_of(ines))
    perform(owner, show_photos, [one.id for one in (*lines, dots)])
    assert ask(owner, portfolio, tag="lines").total == 3
    assert [one.id for one in ask(owner, portfolio, artist=id_of(ines)).items] == [dots.id]
    assert ask(owner, portfolio, place="Back", size=2, page=2).total == 3
    assert len(ask(owner, portfolio, place="Back", size=2, page=2).items) == 1
    choices = ask(owner, portfolio_choices)
    assert (choices.places, choices.tags) == (["Back"], ["dots", "fine lines", "lines"])
    assert choices.artists == {id_of(ines): "Ines Duarte"}


def test_removed_pictures_go_for_good_in_time(studio: House) -> None:
    owner, clock = signed_in("owner"), later(studio)
    client = agreeing(owner)
    photo = kept(owner, client)
    perform(owner, remove_photo, photo.id)
    clock.wait(days=29)
    assert perform(timer("photos"), tidy_photos) == 0
    assert studio.files.has(photo.file_id)
    clock.wait(days=2)
    owner = signed_in("owner")
    hold = perform(owner, place_hold, client.id, "A claim of the insurer")
    assert perform(timer("photos"), tidy_photos) == 0
    perform(owner, lift_hold, hold.id)
    assert perform(timer("photos"), tidy_photos) == 1
    assert not studio.files.has(photo.file_id)
    assert not studio.files.has(photo.small_id)
