"""Letters: sent through a real mail server, tried again when it is gone, given up when it says never, sent once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.text import speaking
from studio.kernel.work import Work, action, ask, perform
from studio.messages.actions import cancel_letter, queue_mail, raise_alert, resend_letter, take_due
from studio.messages.models import Letter
from studio.messages.postman import letter_to_try, postman, try_settings
from studio.messages.queries import LetterView, list_letters, my_alerts
from studio.messages.refusals import LetterIsGone, MailIsNotSetUp, RecipientIsWrong
from studio.upkeep.actions import change_setting
from studio.upkeep.queries import list_journal
from tests.factories.people import signed_in
from tests.studio.messages.post_office import PASSWORD, USER, Office, certificate, post_is_out, post_office, set_up_mail

ANA = "ana@example.com"


@action("test.letter.write", needs="messages.letter.send")
def write(work: Work, to: str, template: str, values: dict[str, Any]) -> Letter:
    return queue_mail(work, template, to, "en", **values)


@action("test.letter.alert", needs="messages.letter.send")
def warn(work: Work) -> None:
    raise_alert(work, "upkeep.disk.full", free="1.0")


def written(to: str = ANA, template: str = "reset", **values: Any) -> Letter:
    filled = {"name": "Ana", "code": "4711-0815", "minutes": 15} if template == "reset" else {}
    return perform(timer("test"), write, to, template, filled | values)


def letters(state: str = "") -> list[LetterView]:
    return ask(signed_in(), list_letters, state=state)[0]


def alerts() -> list[str]:
    return [one.kind for one in ask(signed_in(), my_alerts)[0]]


@pytest.fixture
def office(studio: House) -> Iterator[Office]:
    with post_office() as opened:
        set_up_mail(opened)
        yield opened


def later(house: House, by: timedelta) -> None:
    now = house.clock.now() + by
    house.clock.read = lambda: now


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


def test_starttls_that_is_not_offered_sends_nothing_in_the_open(studio: House) -> None:
    with post_office() as office:
        set_up_mail(office, security="starttls", user=USER, password=PASSWORD)
        written()
        postman.settle()
        (one,) = letters()
        assert one.state == "queued"
        assert "offers no STARTTLS" in one.trouble
        assert (office.commands, office.arrived) == ([], [])


@pytest.mark.parametrize("way", ["tls", "starttls"])
def test_encrypted_with_a_password(studio: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    files = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(files[0]))
    with post_office(**{way: files}, auth=True) as office:  # type: ignore[arg-type]  # one of two names
        set_up_mail(office, security=way, user=USER, password=PASSWORD)
        written()
        postman.settle()
        assert [one.state for one in letters()] == ["sent"]
        assert len(office.arrived) == 1


def test_a_certificate_nobody_vouches_for_gets_nothing(studio: House, tmp_path: Path) -> None:
    with post_office(starttls=certificate(tmp_path)) as office:
        set_up_mail(office, security="starttls")
        said = try_settings(studio, letter_to_try(studio, ANA, "en"))
        assert "is not to be trusted" in said
        assert office.arrived == []


def test_a_refused_password_is_said_and_never_kept_in_the_clear(
    studio: House, caplog: pytest.LogCaptureFixture
) -> None:
    with post_office(auth=True) as office:
        set_up_mail(office, user=USER, password="wrong " + PASSWORD)
        written()
        postman.settle()
        (one,) = letters()
        assert "refuses user name and password" in one.trouble
    events, _ = ask(signed_in(), list_journal, action="upkeep.settings.change", size=50)
    assert PASSWORD not in str(events)
    assert PASSWORD not in str(studio.settings["mail.password"])
    assert PASSWORD not in caplog.text


def test_a_password_never_travels_in_the_open(studio: House) -> None:
    with post_office() as office:
        set_up_mail(office, host="mail.example.com", user=USER, password=PASSWORD)
        assert "travel in the open" in try_settings(studio, letter_to_try(studio, ANA, "en"))


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


def test_the_words_of_a_trouble_follow_the_reader(studio: House) -> None:
    with post_office() as office:
        set_up_mail(office)
    with speaking("pt-BR"):
        assert "não responde" in try_settings(studio, letter_to_try(studio, ANA, "pt-BR"))


def test_a_mail_setting_is_one_line(studio: House) -> None:
    for key, value in {
        "host": "a b",
        "from": "x\ny@example.com",
        "user": "a\nb",
        "security": "magic",
        "port": 0,
    }.items():
        with pytest.raises(Exception, match=r"\w"):
            perform(signed_in(), change_setting, f"mail.{key}", value)


def test_letters_are_let_go_after_three_months(studio: House, office: Office) -> None:
    from studio.messages.actions import tidy_letters

    written()
    postman.settle()
    long_after = datetime.now(UTC) + timedelta(days=91)
    studio.clock.read = lambda: long_after
    assert perform(timer("tidy"), tidy_letters) == 1
    assert letters() == []
