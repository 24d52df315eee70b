"""Letters: sent through a real mail server, tried again when it is gone, given up when it says never, sent once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.messages.actions import cancel_letter, resend_letter, take_due
from studio.messages.models import Letter
from studio.messages.postman import letter_to_try, postman, try_settings
from studio.messages.refusals import LetterIsGone, MailIsNotSetUp, RecipientIsWrong
from studio.privacy.clock import let_fade
from studio.upkeep.queries import list_journal
from tests.factories.people import signed_in
from tests.studio.messages.letters import ANA, alerts, later, letters, warn, write, written
from tests.studio.messages.post_office import Office, post_is_out, post_office, set_up_mail


def test_a_letter_leaves_after_the_act_with_text_and_html(studio: House, office: Office) -> None:
    letter = written()
    postman.settle()
    (arrived,) = office.arrived
    assert (arrived["To"], arrived["From"]) == (ANA, "Linework <studio@example.com>")
    assert arrived["Message-ID"] == letter.message_id
    plain, html = arrived.get_body(("plain",)), arrived.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert "4711-0815" in plain.get_content()
    assert "4711-0815" in html.get_content()
    (one,) = letters()
    assert (one.state, one.to, one.trouble) == ("sent", ANA, "")


def test_a_letter_with_a_code_is_forgotten_once_it_is_sent(studio: House, office: Office) -> None:
    letter = written()
    postman.settle()
    with studio.db.writing() as session:
        kept = session.get(Letter, letter.id)
        assert kept is not None
        assert (kept.body_text, kept.body_html) == ("", "")
    events, _ = ask(signed_in(), list_journal, size=200)
    told = "".join(str(event.facts) + str(event.changes) for event in events)
    assert "4711" not in told
    assert ANA not in told


def test_what_is_put_into_a_letter_stays_one_line_of_its_head_and_text_in_its_body(
    studio: House, office: Office
) -> None:
    perform(timer("test"), write, ANA, "alert", {"sentence": "Hi\r\nBcc: eve@example.com\r\n\r\n<script>x</script>"})
    postman.settle()
    (arrived,) = office.arrived
    assert arrived["Bcc"] is None
    assert "Bcc: eve@example.com" in arrived["Subject"]
    html = arrived.get_body(("html",))
    assert html is not None
    assert "<script>" not in html.get_content()
    assert office.commands == [f"RCPT {ANA}"]


@pytest.mark.parametrize("to", ["ana@example.com\nBcc: eve@example.com", "ana@example.com, eve@example.com", "ana", ""])
def test_only_one_address_is_an_address(studio: House, office: Office, to: str) -> None:
    with pytest.raises(RecipientIsWrong):
        written(to)


def test_without_settings_nothing_is_written_and_nothing_leaves(studio: House) -> None:
    with pytest.raises(MailIsNotSetUp):
        written()
    perform(timer("test"), warn)
    post_is_out(studio)
    assert letters() == []
    assert try_settings(studio, letter_to_try(studio, ANA, "en")) == MailIsNotSetUp.sentence


def test_a_server_that_is_gone_is_tried_again_and_the_owner_told_until_it_is_back(studio: House) -> None:
    with post_office() as office:
        set_up_mail(office)
    written()
    postman.settle()
    (one,) = letters("queued")
    assert "does not answer" in one.trouble
    assert alerts() == []
    post_is_out(studio)
    assert letters()[0].tries == 1, "not before its time"
    later(studio, timedelta(minutes=2))
    post_is_out(studio)
    assert (letters()[0].tries, alerts()) == (2, ["messages.mail.stuck"])
    later(studio, timedelta(minutes=6))
    with post_office(port=office.port) as again:
        post_is_out(studio)
        assert len(again.arrived) == 1
    assert (letters()[0].state, alerts()) == ("sent", [])


def test_after_the_last_try_it_is_given_up_and_can_be_sent_again(studio: House) -> None:
    with post_office() as office:
        set_up_mail(office)
    written()
    postman.settle()
    for _ in range(8):
        later(studio, timedelta(days=1, minutes=1))
        post_is_out(studio)
    (one,) = letters("failed")
    assert "messages.mail.failed" in alerts()
    with post_office(port=office.port) as again:
        perform(signed_in(), resend_letter, one.id)
        postman.settle()
        assert len(again.arrived) == 1
    assert alerts() == []


def test_a_recipient_nobody_knows_is_given_up_at_once(studio: House, office: Office) -> None:
    office.answer = "550 no such user here"
    written()
    postman.settle()
    (one,) = letters()
    assert (one.state, one.tries) == ("failed", 1)
    assert "550 no such user here" in one.trouble
    assert alerts() == ["messages.mail.failed"]
    perform(signed_in(), cancel_letter, one.id)
    assert (letters()[0].state, alerts()) == ("cancelled", [])


@pytest.mark.parametrize("every_alphabet", [True, False])
def test_an_address_in_another_alphabet_holds_up_nobody_elses_letter(studio: House, every_alphabet: bool) -> None:
    with post_office(every_alphabet=every_alphabet) as office:
        set_up_mail(office)
        written("josé@example.com")
        written()
        post_is_out(studio)
        ana, jose = letters()
        assert (ana.to, ana.state) == (ANA, "sent")
        assert jose.state == ("sent" if every_alphabet else "failed")
        assert every_alphabet or "another alphabet" in jose.trouble
        assert [str(one["To"]) for one in office.arrived] == ["josé@example.com", ANA][0 if every_alphabet else 1 :]


def test_a_server_that_asks_for_patience_gets_it(studio: House, office: Office) -> None:
    office.answer = "451 try later"
    written()
    postman.settle()
    office.answer = ""
    assert letters()[0].state == "queued"
    later(studio, timedelta(minutes=2))
    post_is_out(studio)
    assert len(office.arrived) == 1


def test_what_was_cut_off_is_sent_again_under_the_same_number(studio: House) -> None:
    with post_office() as office:
        set_up_mail(office)
    letter = written()
    postman.settle()
    later(studio, timedelta(minutes=2))
    ((taken, _),) = perform(timer("test"), take_due)  # and the program ends here
    assert (taken, letters()[0].state) == (letter.id, "sending")
    with pytest.raises(LetterIsGone):
        perform(signed_in(), cancel_letter, letter.id)
    with post_office(port=office.port) as again:
        post_is_out(studio)
        assert [one["Message-ID"] for one in again.arrived] == [letter.message_id]


def test_an_alert_goes_by_letter_in_the_language_of_whoever_gets_it(studio: House, office: Office) -> None:
    signed_in("artist")
    perform(timer("test"), warn)
    postman.settle()
    assert office.arrived
    assert all("disk is nearly full" in str(one["Subject"]) for one in office.arrived)
    assert not any("artist" in str(one["To"]) for one in office.arrived)


def test_letters_are_let_go_after_three_months(studio: House, office: Office) -> None:
    written()
    postman.settle()
    long_after = datetime.now(UTC) + timedelta(days=91)
    studio.clock.read = lambda: long_after
    assert perform(timer("tidy"), let_fade)["letter"] == 1
    assert letters() == []
