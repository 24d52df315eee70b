"""A picture of a document is drawn anew, encrypted, looked at by few and told, and gone when its time is over."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from studio.consent import guardian_refusals, refusals
from studio.consent.actions import (
    cancel_ceremony,
    keep_identity_picture,
    remove_identity_picture,
    view_identity_picture,
    witness_ceremony,
)
from studio.consent.housekeeping import expire_pictures
from studio.consent.identity_pictures import read_picture
from studio.consent.queries import identity_pictures, verify_packet
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy.actions import place_hold
from tests.factories.clock import later
from tests.factories.consents import adult, signed, witnessing
from tests.factories.guardians import both_signed, seen
from tests.factories.people import signed_in

CANARY = b"CANARY-CAMERA"
CLEANER = timer("consent.identity.expire")


def photo(colour: str = "navy") -> bytes:
    """As a phone takes it, drawn anew."""
    made, exif = BytesIO(), Image.Exif()
    exif[0x010F] = CANARY.decode()
    Image.new("RGB", (900, 600), colour).save(made, "JPEG", exif=exif)
    assert CANARY in made.getvalue()
    return read_picture(made.getvalue())


def taken(studio: House, ceremony_id: UUID, whose: str = "client", colour: str = "navy") -> tuple[UUID, str]:
    """The id of a picture, and of its file."""
    row = perform(signed_in("artist"), keep_identity_picture, ceremony_id, whose, photo(colour))
    assert row.file_id is not None
    return row.id, row.file_id


def test_a_picture_is_bare_encrypted_and_every_look_is_told(studio: House) -> None:
    opened, _ = signed()
    picture, file_id = taken(studio, opened.id)
    sealed = next(iter(studio.files.folder.rglob(file_id))).read_bytes()
    shown = perform(signed_in("manager"), view_identity_picture, picture)
    assert shown.startswith(b"\xff\xd8")
    assert CANARY not in shown
    assert shown[:64] not in sealed
    with studio.db.reading() as connection:
        told = connection.exec_driver_sql("SELECT count(*) FROM journal_entry WHERE action = 'consent.identity.view'")
        assert told.scalar() == 1


def test_the_packet_names_its_digest_and_holds_after_the_picture_is_gone(studio: House) -> None:
    both, _ = both_signed()
    for whose, colour in (("client", "navy"), ("guardian", "maroon")):
        taken(studio, both.id, whose, colour)
    kept = perform(signed_in("artist"), witness_ceremony, both.id, seen())
    body = kept.body or {}
    digests = {body["identity"]["picture"], body["guardian"]["identity"]["picture"]}
    assert len(digests) == 2
    for row in ask(signed_in("artist"), identity_pictures, both.id):
        perform(signed_in("artist"), remove_identity_picture, row.id)
        with pytest.raises(guardian_refusals.PictureIsGone):
            perform(signed_in("artist"), view_identity_picture, row.id)
    assert ask(signed_in("inspector"), verify_packet, kept.id).holds


def test_it_goes_when_the_rules_say_so_unless_the_client_is_under_a_hold(studio: House) -> None:
    clock, files = later(studio), []
    free, held = adult("Ana Free"), adult("Bea Held")
    for client, colour in ((free, "navy"), (held, "maroon")):
        opened, _ = signed(client)
        files.append(taken(studio, opened.id, colour=colour)[1])
        perform(signed_in("artist"), witness_ceremony, opened.id, witnessing())
    perform(signed_in("owner"), place_hold, held.id, "A claim is open")
    clock.wait(days=27)
    assert perform(CLEANER, expire_pictures) == 0
    clock.wait(days=8)
    assert perform(CLEANER, expire_pictures) == 1
    assert [studio.files.has(one) for one in files] == [False, True]
    assert perform(CLEANER, expire_pictures) == 0


def test_what_came_to_no_consent_keeps_no_picture_and_another_one_takes_its_place(studio: House) -> None:
    opened, _ = signed()
    _, first = taken(studio, opened.id)
    _, second = taken(studio, opened.id, colour="maroon")
    assert (studio.files.has(first), studio.files.has(second)) == (False, True)
    perform(signed_in("artist"), cancel_ceremony, opened.id)
    assert perform(CLEANER, expire_pictures) == 1
    assert not studio.files.has(second)
    with pytest.raises(refusals.CeremonyIsOver):
        taken(studio, opened.id)


def test_nobody_takes_the_picture_of_a_guardian_there_is_not(studio: House) -> None:
    opened, _ = signed()
    with pytest.raises(guardian_refusals.NobodyStandsIn):
        taken(studio, opened.id, "guardian")
