"""A sealed consent sent to its client: it leaves encrypted store and house once, and who sent it is on record."""

from __future__ import annotations

import pytest

from studio.clients.actions import merge_clients
from studio.clients.queries import client_card, who_viewed
from studio.clients.refusals import ContactIsHidden
from studio.consent import refusals
from studio.consent.actions import open_paper, send_paper
from studio.consent.drawer import drawer
from studio.documents.sealing import verify
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from studio.messages.actions import resend_letter
from studio.messages.models import Letter
from studio.messages.refusals import MailIsNotSetUp
from studio.privacy.clock import let_fade
from tests.factories import clock
from tests.factories.consents import adult, packet
from tests.factories.people import signed_in
from tests.studio.messages.letters import letters
from tests.studio.messages.post_office import post_is_out, post_office, set_up_mail

ANA = "ana@example.com"


def test_the_sealed_pdf_arrives_as_it_is_kept_and_the_look_is_on_record(studio: House) -> None:
    client, artist = adult(email=ANA, language="pt-BR"), signed_in("artist", "Ines Duarte")
    kept = packet(client)
    drawer.settle()
    with pytest.raises(MailIsNotSetUp):
        perform(artist, send_paper, kept.code)
    with post_office() as office:
        set_up_mail(office)
        perform(artist, send_paper, kept.code.lower())
        post_is_out(studio)
    (letter,) = office.arrived
    (along,) = letter.iter_attachments()
    pdf = along.get_content()
    assert (letter["To"], along.get_filename(), along.get_content_type()) == (ANA, "CS-0001.pdf", "application/pdf")
    assert (pdf, verify(studio, pdf).state) == (perform(artist, open_paper, kept.code)[1], "valid")
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Ana" in body.get_content()
    looked, _ = ask(signed_in("owner"), who_viewed, client.id)
    assert ("Ines Duarte", "consent.paper.send") in [(event.who, event.action) for event in looked]
    (line,) = letters()
    assert (line.state, line.file_name) == ("sent", "CS-0001.pdf")


def test_what_is_merged_goes_to_whoever_stays(studio: House) -> None:
    twin, stays, owner = adult("Ana P", email="old@example.com"), adult(email=ANA), signed_in("owner")
    kept = packet(twin)
    drawer.settle()
    seen = [ask(owner, client_card, one.code).version for one in (stays, twin)]
    perform(owner, merge_clients, stays.id, twin.id, {}, *seen)
    with post_office() as office:
        set_up_mail(office)
        perform(owner, send_paper, kept.code)
        post_is_out(studio)
    assert [one["To"] for one in office.arrived] == [ANA]


def test_nobody_sends_what_is_not_theirs_or_nowhere(studio: House) -> None:
    kept, owner = packet(), signed_in("owner")
    drawer.settle()
    with post_office() as office:
        set_up_mail(office)
        with pytest.raises(refusals.EmailIsMissing):
            perform(owner, send_paper, kept.code)
        with pytest.raises(ContactIsHidden):
            perform(signed_in("guest_artist"), send_paper, kept.code)
        with pytest.raises(Denied):
            perform(signed_in("reception"), send_paper, kept.code)
        with pytest.raises(refusals.PacketIsUnknown):
            perform(owner, send_paper, "CS-9999")
    assert (letters(), office.arrived) == ([], [])


def test_a_letter_whose_file_is_gone_is_given_up_and_says_why(studio: House) -> None:
    client, owner = adult(email=ANA), signed_in("owner")
    kept = packet(client)
    drawer.settle()
    with post_office() as office:
        set_up_mail(office)
        office.answer = "451 later"
        letter: Letter = perform(owner, send_paper, kept.code)
        post_is_out(studio)
        assert letter.file_id
        studio.files.remove(letter.file_id)
        office.answer = ""
        perform(owner, resend_letter, letter.id)
        post_is_out(studio)
    (line,) = letters()
    assert (line.state, office.arrived) == ("failed", [])
    assert "CS-0001.pdf" in line.trouble


def test_the_letter_goes_in_its_time_and_takes_no_file_with_it(studio: House) -> None:
    client, owner = adult(email=ANA), signed_in("owner")
    kept = packet(client)
    drawer.settle()
    with post_office() as office:
        set_up_mail(office)
        perform(owner, send_paper, kept.code)
        post_is_out(studio)
    clock.later(studio).wait(days=91)
    assert perform(timer("privacy.fading.clock"), let_fade)["letter"] == 1
    assert letters() == []
    assert verify(studio, perform(signed_in("owner"), open_paper, kept.code)[1]).state == "valid"
