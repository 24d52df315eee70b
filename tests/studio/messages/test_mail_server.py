"""The way to the mail server: encrypted or not at all, trusted or not at all, the password never in the open."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.kernel.house import House
from studio.kernel.text import speaking
from studio.kernel.work import ask, perform
from studio.messages.postman import letter_to_try, postman, try_settings
from studio.upkeep.actions import change_setting
from studio.upkeep.queries import list_journal
from tests.factories.people import signed_in
from tests.studio.messages.letters import ANA, letters, written
from tests.studio.messages.post_office import PASSWORD, USER, certificate, post_office, set_up_mail


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
