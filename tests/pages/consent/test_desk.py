"""The desk's side of a signing: sent, looked on, witnessed, read, withdrawn."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from nicegui import ui

from components.files import FileField
from components.signature import SignaturePad
from pages.consent import documents_tab
from studio.clients.actions import accept_registration
from studio.clients.models import Client
from studio.clients.questions import QUESTIONS
from studio.consent.actions import cancel_ceremony, sign_ceremony
from studio.consent.drawer import drawer
from studio.consent.handwriting import write
from studio.consent.queries import PacketRow, ceremony_for_guest, open_ceremonies, packets_of_client
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.text import speaking
from studio.kernel.work import ask, perform
from studio.privacy.actions import end_records, erase_person
from tests.factories import clients, clock
from tests.factories.consents import adult, filled, opened, packet, signed
from tests.factories.handing import hand_in
from tests.factories.people import signed_in
from tests.factories.photos import jpeg
from tests.factories.texts import ANSWERS, publish_every_block
from tests.pages.desks import Open, buttons, field, press
from tests.patience import until
from tests.studio.messages.post_office import post_is_out, post_office, set_up_mail


async def test_a_birth_date_that_is_missing_is_added_in_the_dialog(studio: House, open_at: Open) -> None:
    artist = signed_in("artist")
    client = clients.on_file(artist, "Ana Pereira")
    desk = await open_at(artist, f"/clients/{client.code}")
    press(desk, "Consent")
    await desk.should_see("Not on file yet, and the rules in force want it: Birth date")
    press(desk, "Let them read and sign")
    await desk.should_see("The date of birth is not on file.")
    assert ask(artist, open_ceremonies) == []
    field(desk, "Birth date").value = "04/03/1995"
    press(desk, "Add to the file")
    await desk.should_see("years old on that day")
    await desk.should_not_see("Not on file yet")
    press(desk, "Let them read and sign")
    await until(lambda: len(ask(artist, open_ceremonies)) == 1)


async def test_a_signing_is_followed_live_to_the_end(studio: House, open_at: Open) -> None:
    artist, client = signed_in("artist"), adult()
    guest, ceremony = opened(client, place="phone")
    desk = await open_at(artist, f"/clients/{client.code}?tab=health")
    await desk.should_see("Waiting for the phone")
    perform(guest, sign_ceremony, ceremony.id, filled(ask(guest, ceremony_for_guest)))
    await desk.should_see("waiting for the artist")
    assert "Check ID and sign" in buttons(desk)
    perform(artist, cancel_ceremony, ceremony.id)
    await desk.should_see("Ended without a signature")


async def test_reception_sees_that_it_is_signed_and_an_artist_signs_next(studio: House, open_at: Open) -> None:
    client = adult()
    ceremony, _ = signed(client)
    desk = await open_at(signed_in("reception"), f"/consent/signing/{ceremony.id}")
    await desk.should_see("An artist or the manager checks the ID and signs.")
    assert "Sign and keep" not in buttons(desk)


async def test_the_artist_checks_the_id_signs_and_the_packet_is_kept(studio: House, open_at: Open) -> None:
    artist, client = signed_in("artist"), adult()
    ceremony, _ = signed(client, health={**filled_health(), "allergies": {"answer": "yes", "choices": ["latex"]}})
    desk = await open_at(artist, f"/consent/signing/{ceremony.id}")
    await desk.should_see("Allergy: Latex")
    press(desk, "Sign and keep")
    await desk.should_see("Write who issued the document")
    assert packets_of(client, artist) == []
    field(desk, "Issued by").value = "Portugal"
    field(desk, "Last four of its number").value = "77AB"
    field(desk, "Date of birth").value = "04/03/1995"
    field(desk, "Why you go on with these answers").value = "Nitrile gloves, no latex near them"
    next(iter(desk.find(SignaturePad).elements)).value = write(Random(3), 6, 740, 200)
    press(desk, "Sign and keep")
    await desk.should_see("Signed, and standing")
    kept = packets_of(client, artist)
    assert [one.state for one in kept] == ["signed"]


def filled_health() -> dict[str, object]:
    return {question.key: "no" for question in QUESTIONS}


def packets_of(client: Client, actor: Actor) -> list[PacketRow]:
    return ask(actor, packets_of_client, client.id)


async def test_a_packet_is_verified_withdrawn_and_stays_on_record(studio: House, open_at: Open) -> None:
    artist = signed_in("artist")
    kept = packet()
    desk = await open_at(artist, f"/consent/{kept.code}")
    press(desk, "Verify")
    await desk.should_see("Every digit is as it was signed.")
    press(desk, "Withdraw")
    await desk.should_see("What was signed stays on record as withdrawn.")
    next(iter(desk.find(ui.textarea).elements)).value = "Changed her mind."
    save = next(one for one in desk.find(ui.button).elements if one.text == "Withdraw" and "primary" in one.classes)
    save._handle_event({"listener_id": next(iter(save._event_listeners)), "args": {}})
    await desk.should_see("Changed her mind.")
    await desk.should_see("Withdrawn")


async def test_reception_sees_that_it_is_signed_and_no_answer(studio: House, open_at: Open) -> None:
    kept = packet()
    desk = await open_at(signed_in("reception"), f"/consent/{kept.code}")
    await desk.should_see("Artists and managers read what was answered.")
    await desk.should_not_see("Health answers")
    assert "Withdraw" not in buttons(desk)
    assert "PDF" not in buttons(desk)


async def test_the_list_has_every_packet_and_verifies_a_pdf(studio: House, open_at: Open) -> None:
    kept = packet()
    desk = await open_at(signed_in("artist"), "/consent")
    await desk.should_see(kept.code)
    press(desk, "Verify a PDF")
    await hand_in(next(iter(desk.find(FileField).elements)), b"%PDF-1.4 of somebody else", "x.pdf")
    await desk.should_see("Not from this studio")


async def test_a_kept_signing_leads_on_to_its_consent_and_an_ended_one_says_so(studio: House, open_at: Open) -> None:
    artist, kept = signed_in("artist"), packet()
    desk = await open_at(artist, f"/consent/signing/{kept.ceremony_id}")
    await desk.should_see(f"Signed and kept as {kept.code}")
    assert f"Open {kept.code}" in buttons(desk)
    _, left = opened()
    perform(artist, cancel_ceremony, left.id)
    desk = await open_at(artist, f"/consent/signing/{left.id}")
    await desk.should_see("Ended without a signature")
    desk = await open_at(artist, "/consent/signing/nobody's")
    await desk.should_see("There is no such signing.")


async def test_the_check_of_a_pdf_is_drawn_once(studio: House, open_at: Open) -> None:
    desk = await open_at(signed_in("artist"), "/consent")
    for _ in range(3):
        press(desk, "Verify a PDF")
    assert len(desk.find(FileField).elements) == 1


async def test_the_inbox_goes_straight_to_signing(studio: House, open_at: Open) -> None:
    reception = signed_in("reception")
    form = clients.sent()
    perform(reception, accept_registration, form.id)
    desk = await open_at(reception, f"/inbox/{form.id}")
    await desk.should_see("On file as a new client")
    assert "Consent" in buttons(desk)


async def test_today_shows_who_is_signing(studio: House, open_at: Open) -> None:
    desk = await open_at(signed_in("reception"), "/")
    signed(adult("Rita Sá"))
    await desk.should_see("Rita Sá")


async def test_the_desk_keeps_its_language_when_a_guest_signs_in_theirs(studio: House, open_at: Open) -> None:
    artist, client = signed_in("artist"), adult()
    guest, ceremony = opened(client, place="phone", language="pt-BR")
    desk = await open_at(artist, f"/clients/{client.code}?tab=health")
    await desk.should_see("Waiting for the phone")
    with speaking("pt-BR"):
        perform(guest, sign_ceremony, ceremony.id, filled(ask(guest, ceremony_for_guest)))
    await desk.should_see("waiting for the artist")


async def test_what_a_text_asked_besides_health_is_read_before_one_signs(studio: House, open_at: Open) -> None:
    publish_every_block()
    more: dict[str, Any] = {
        "questions": ANSWERS,
        "places": {"place": ["back.spine"]},
        "photos": {"skin": {"jpeg": jpeg()}},
    }
    ceremony, _ = signed(**more)
    desk = await open_at(signed_in("artist"), f"/consent/signing/{ceremony.id}")
    await desk.should_see("Yes, Monday")
    await desk.should_see("Drawn for me")
    await desk.should_see("Spine")


async def test_what_was_erased_is_said_plainly_and_the_seal_explained(studio: House, open_at: Open) -> None:
    owner, client = signed_in("owner"), adult("Rita Gone")
    kept = packet(client)
    drawer.settle()
    perform(owner, erase_person, client.id, client.code)
    clock.later(studio).wait(days=366 * 11)
    perform(signed_in("owner"), end_records)
    desk = await open_at(signed_in("owner"), f"/consent/{kept.code}")
    await desk.should_see("The person of this consent was erased")
    await desk.should_see("The seal still stands")
    assert "Rita" not in " ".join(str(one) for one in desk.client.elements.values())
    assert not {"PDF", "Withdraw", "Verify"} & set(buttons(desk))


async def test_documents_of_a_client_come_while_one_looks_and_older_ones_are_asked_for(
    studio: House, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents_tab, "SIZE", 1)
    client = adult()
    desk = await open_at(signed_in("artist"), f"/clients/{client.code}?tab=documents")
    await desk.should_see("No documents yet")
    packet(client)
    drawer.settle()
    await desk.should_see("CS-0001 · Consent")
    packet(client)
    drawer.settle()
    await desk.should_see("CS-0002 · Consent")
    await desk.should_not_see("CS-0001 · Consent")
    desk = await open_at(
        signed_in("artist"), f"/clients/{client.code}?tab=documents"
    )  # nothing comes live here any more
    press(desk, "Show older")
    await desk.should_see("CS-0001 · Consent")


async def test_a_consent_is_sent_by_email_after_one_question_that_names_the_address(
    studio: House, open_at: Open
) -> None:
    kept, artist = packet(adult(email="ana@example.com")), signed_in("artist")
    drawer.settle()
    desk = await open_at(artist, f"/consent/{kept.code}")
    assert "By e-mail" not in buttons(desk), "the studio sends none"
    with post_office() as office:
        set_up_mail(office)
        desk = await open_at(artist, f"/consent/{kept.code}")
        press(desk, "By e-mail")
        await desk.should_see("goes to ana@example.com")
        assert office.arrived == []
        press(desk, "Send")
        await desk.should_see("CS-0001 is on its way to ana@example.com.")
        post_is_out(studio)
    assert [one["To"] for one in office.arrived] == ["ana@example.com"]
