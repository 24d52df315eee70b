"""Somebody is erased: words planted wherever a person has any are nowhere in the bytes, but for what the law keeps."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from storage import search
from studio.clients.actions import (
    accept_registration,
    create_client,
    edit_client,
    merge_clients,
    record_health,
    restore_client,
    set_photo,
)
from studio.clients.models import Client
from studio.clients.pictures import read_portrait
from studio.clients.queries import client_card
from studio.consent.actions import cancel_ceremony, withdraw_packet
from studio.consent.drawer import drawer
from studio.consent.queries import first_broken_packet, first_unrecorded, verify_packet
from studio.extension.opening import open_studio
from studio.kernel import journal
from studio.kernel.actor import CONSOLE, rule
from studio.kernel.house import House, close_house
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action, ask, perform
from studio.messages.models import Alert, Letter
from studio.privacy import refusals
from studio.privacy.actions import end_records, erase_again, erase_person, lift_hold, place_hold
from studio.privacy.erasing import LIST, family, outlook
from studio.privacy.queries import hold_of, requests
from studio.upkeep.recovering import note_put_back
from tests.conftest import rooms
from tests.factories import clock, consents
from tests.factories.clients import on_file, sent
from tests.factories.people import signed_in
from tests.studio.clients.test_pictures import photo
from tests.studio.privacy.bytewise import found_in, on_disk, pages

PLANTED = {
    "name": "Zefirelda Quonkamby",
    "preferred_name": "Quonkazefi",
    "pronouns": "quonk/quonks",
    "gender": "quonkambisch",
    "phone": "+44 7700 900461",
    "email": "quonkamby@canary.example",
    "address": "Canarygasse Vierundsiebzig",
    "guardian_name": "Mordibella Quonkimond",
    "guardian_relation": "canaryaunt",
    "guardian_phone": "+44 7700 900462",
    "emergency_name": "Tiburzia Emerquonk",
    "emergency_relation": "canaryneighbour",
    "emergency_phone": "+44 7700 900463",
    "id_kind": "canarypass",
    "id_issuer": "Quonkland",
    "id_number": "QX7740091",
    "brought_by": "Brunquilda Carriero",
    "notes": "afraid of pelicanneedles",
    "tags": ["canarytag"],
}
EDITED = {"name": "Earlier Quonkname", "address": "Oldcanarystrasse 9"}
ANSWER = "hemocanaritis simplex"
FORM = "Formulinda Quonkamby"


def planted(studio: House, **more: Any) -> Client:
    """Somebody with a word of their own in every field, put there by the verbs people use."""
    owner, artist = signed_in("owner"), signed_in("artist")
    client = perform(owner, create_client, {**PLANTED, **EDITED, "birth_date": consents.BORN.isoformat()})
    perform(owner, edit_client, client.id, {**PLANTED, **more}, client.version)
    perform(artist, record_health, client.id, {"allergies": {"answer": True, "detail": ANSWER}})
    return client


def words() -> list[str]:
    plain = [one if isinstance(one, str) else one[0] for one in PLANTED.values()]
    return [*plain, *EDITED.values(), ANSWER, "quonkamby", "zefirelda", "7700900461"]


def free_pages(studio: House) -> int:
    with studio.db.reading() as connection:
        return int(connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())


def test_nothing_of_them_is_left_in_any_byte(studio: House) -> None:
    client = planted(studio)
    assert set(found_in(pages(studio), words())) >= {"canarytag", "afraid of pelicanneedles"}
    request = perform(signed_in("owner"), erase_person, client.id, client.code, "asked by letter")
    raw = pages(studio)
    assert found_in(raw, words()) == []
    assert found_in(on_disk(studio), words()) == []
    assert free_pages(studio) == 0
    assert studio.db.path.with_name(f"{studio.db.path.name}-wal").stat().st_size < 500_000
    (line,), _ = ask(signed_in("owner"), requests)
    assert line.finished_at is not None
    assert request.result["kept"] == []
    holds(studio)
    card = ask(CONSOLE, client_card, client.code)
    assert (card.name, card.phone, list(card.tags), card.health_light) == (client.code, "", [], "unknown")
    with studio.db.reading() as connection:
        assert search.find(connection, "zefirelda", ("client", "archived client"), 5) == []


def holds(studio: House) -> None:
    with studio.db.reading() as connection:
        assert journal.verify(connection, studio.derive("journal"), []) is None
    assert first_broken_packet(studio) is None
    assert first_unrecorded(studio) is None


@action("test.privacy.write", needs="privacy.person.erase")
def write(work: Work, client_id: UUID) -> None:
    """What other rooms leave behind: a letter in the outbox, news at the bell."""
    letter = Letter(
        template="note", language="en", recipient="Quonkamby@Canary.example", subject="Canaryletter subject",
        body_text="Canaryletter body", body_html="<p>Canaryletter body</p>", message_id="m1",
    )  # fmt: skip
    work.add(letter)
    subject = Subject("client", client_id)
    alert = Alert(
        kind="k", subject_kind=subject.kind, subject_id=subject.id, params={"who": "Canarynews"}, urgency="info",
        raised_at=work.now,
    )  # fmt: skip
    work.add(alert)


def test_forms_pictures_letters_news_and_files_merged_go_as_well(studio: House) -> None:
    owner = signed_in("owner")
    client = planted(studio)
    form = sent({"name": FORM, "address": "canaryform"})
    other = perform(owner, accept_registration, form.id)
    perform(owner, set_photo, client.id, read_portrait(photo()))
    kept, twin = (ask(CONSOLE, client_card, code) for code in (client.code, other.code))
    perform(owner, merge_clients, kept.id, twin.id, {}, kept.version, twin.version)
    perform(owner, write, client.id)
    assert list(studio.files.ids()) != []
    perform(owner, erase_person, client.id, client.code)
    sought = [*words(), FORM, "canaryform", "Canaryletter", "Canarynews"]
    assert found_in(pages(studio), sought) == []
    assert list(studio.files.ids()) == [], "no portrait, no thumbnail"
    holds(studio)


def test_others_who_share_a_file_or_were_brought_keep_what_is_theirs(studio: House) -> None:
    owner = signed_in("owner")
    client, friend = planted(studio), on_file(owner, "Friend Fria", notes="likes tea")
    for one in (client, friend):
        perform(owner, set_photo, one.id, read_portrait(photo()))
    with_friend = perform(owner, edit_client, friend.id, {"brought_by": "Zefirelda", "brought_by_id": client.id}, 2)
    assert with_friend.brought_by_id == client.id
    perform(owner, erase_person, client.id, client.code)
    card = ask(CONSOLE, client_card, friend.code)
    assert (card.name, card.notes, card.brought_by) == ("Friend Fria", "likes tea", "")
    assert len(list(studio.files.ids())) == 2
    assert found_in(pages(studio), words()) == []


def test_what_was_signed_stays_as_long_as_the_law_says_and_then_goes(studio: House) -> None:
    client = planted(studio)
    perform(signed_in("owner"), place_hold, on_file(signed_in("owner"), "Nuno Ribeira").id, "Somebody else's claim")
    perform(signed_in("owner"), place_hold, client.id, "A claim")
    kept = consents.packet(client)
    perform(signed_in("artist"), withdraw_packet, kept.id, "canaryreason of hers")
    drawer.settle()
    with pytest.raises(refusals.ClientIsHeld) as held:
        perform(signed_in("owner"), erase_person, client.id, client.code)
    assert "A claim." in held.value.text()
    assert "else" not in held.value.text()
    hold = ask(signed_in("owner"), hold_of, client.id)
    assert hold is not None
    perform(signed_in("owner"), lift_hold, hold.id)
    perform(signed_in("owner"), erase_person, client.id, client.code)
    (line,), _ = ask(signed_in("owner"), requests)
    stays = {one["table"]: one["until"] for one in line.result["kept"]}
    assert {"consent_part", "consent_packet", "sealed_document"} <= set(stays)
    assert verify_packet_holds(kept.id)
    holds(studio)
    lasting = found_in(pages(studio), words())
    assert "canarytag" not in lasting
    assert "afraid of pelicanneedles" not in lasting
    assert "Quonkland" not in lasting
    assert found_in(pages(studio), ["canaryreason"]) == [], "why they took it back is nothing the law asks for"
    clock.later(studio).wait(days=366 * 11)
    perform(signed_in("owner"), end_records)
    assert found_in(pages(studio), words()) == []
    assert list(studio.files.ids()) == []
    holds(studio)


def verify_packet_holds(packet_id: UUID) -> bool:
    return ask(signed_in("artist"), verify_packet, packet_id).holds


def test_it_is_asked_for_by_code_once_and_never_in_the_middle_of_something(studio: House) -> None:
    client = consents.adult()
    owner = signed_in("owner")
    with pytest.raises(refusals.NameIsAnother):
        perform(owner, erase_person, client.id, "CL-9999")
    _, ceremony = consents.opened(client)
    with studio.db.reading() as connection:
        seen = outlook(studio, connection, family(connection, client.id))
    assert seen.under_way == ["Signings"]
    with pytest.raises(refusals.SomethingIsUnderWay):
        perform(owner, erase_person, client.id, client.code)
    perform(signed_in("artist"), cancel_ceremony, ceremony.id)
    perform(owner, erase_person, client.id, client.code.lower())
    with pytest.raises(refusals.ClientIsErased):
        perform(owner, erase_person, client.id, client.code)
    with pytest.raises(refusals.ClientIsErased):
        perform(owner, restore_client, client.id)


def test_an_old_copy_put_back_knows_them_no_more(studio: House, tmp_path: Path) -> None:
    client, other = planted(studio), on_file(signed_in("owner"), "Other Person")
    studio.db.checkpoint()
    before = tmp_path / "before.db"
    shutil.copyfile(studio.db.path, before)
    perform(signed_in("owner"), erase_person, client.id, client.code)
    assert len((studio.folder.path / LIST).read_text().split()) == 1
    assert str(client.id) not in (studio.folder.path / LIST).read_text()
    folder = studio.folder.path
    close_house()
    for part in ("-wal", "-shm"):
        Path(f"{studio.db.path}{part}").unlink(missing_ok=True)
    shutil.copyfile(before, studio.db.path)
    back = open_studio(folder, rooms())
    assert ask(CONSOLE, client_card, client.code).name == PLANTED["name"]
    perform(rule("recovery"), note_put_back, "copy", None)
    assert found_in(pages(back), words()) == []
    assert ask(CONSOLE, client_card, other.code).name == "Other Person"
    assert perform(rule("privacy"), erase_again) == []
