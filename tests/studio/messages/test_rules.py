"""Until when an alert is put off, when a letter is tried again, what a letter may say in its head."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from studio.kernel.house import House
from studio.messages.refusals import HostIsWrong, RecipientIsWrong, TextIsTooLong
from studio.messages.rules import mail
from studio.messages.rules.retry import MOST_TRIES, pause_after
from studio.messages.rules.snooze import snooze_until
from studio.messages.templates import TEMPLATES, write_letter
from studio.messages.words import address


@pytest.mark.parametrize(
    ("now", "choice", "then"),
    [
        ("2026-03-28 23:30", "hour", "2026-03-29 00:30"),
        ("2026-03-28 12:00", "tomorrow", "2026-03-29 09:00"),  # the clocks go forward in between
        ("2026-10-24 12:00", "tomorrow", "2026-10-25 09:00"),  # and back
        ("2026-11-23 08:00", "week", "2026-11-30 09:00"),  # from a Monday to the next
        ("2026-11-22 23:59", "week", "2026-11-23 09:00"),  # from a Sunday night
        ("2026-12-31 23:00", "tomorrow", "2027-01-01 09:00"),
    ],
)
def test_put_off_on_the_clock_of_the_studio(now: str, choice: str, then: str) -> None:
    london = ZoneInfo("Europe/London")
    until = snooze_until(choice, datetime.fromisoformat(now).replace(tzinfo=london), "Europe/London")
    assert until.astimezone(london) == datetime.fromisoformat(then).replace(tzinfo=london)


def test_tomorrow_is_the_studios_tomorrow() -> None:
    late = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)  # already the 22nd in Tokyo
    assert snooze_until("tomorrow", late, "Asia/Tokyo") == datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


def test_each_try_waits_longer_and_the_last_is_the_last() -> None:
    pauses = [pause_after(tries) for tries in range(1, MOST_TRIES)]
    known = [pause for pause in pauses if pause]
    assert len(known) == len(pauses)
    assert known == sorted(known)
    assert known[0] == timedelta(minutes=1)
    assert pause_after(MOST_TRIES) is None


@pytest.mark.parametrize("words", ["a\r\nBcc: eve@example.com", "a\x00b", "a\u2028b", "x" * 999])
def test_a_subject_is_one_line(words: str) -> None:
    line = mail.subject_line(words)
    assert line.isprintable()
    assert len(line) <= 200


@pytest.mark.parametrize(
    "typed", ["a@b.example\n", "a@b.example\r\nx", "\ta@b.example", "a@b.example,c@d.example", "a b"]
)
def test_a_recipient_is_one_address(typed: str) -> None:
    with pytest.raises(RecipientIsWrong):
        mail.recipient(typed)


def test_a_host_is_a_name_and_a_password_one_line() -> None:
    assert mail.host(" Mail.Example.com ") == "mail.example.com"
    for wrong in ("mail example", "mail/x", "-mail", "mail\nx", "http:mail", "x" * 300):
        with pytest.raises(HostIsWrong):
            mail.host(wrong)
    with pytest.raises(TextIsTooLong):
        mail.password("a\nb")


@pytest.mark.parametrize("language", ["en", "pt-BR"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_letter_can_be_written_in_every_language(name: str, language: str) -> None:
    values = {"studio": "N & T", "name": "Ana", "by": "Mara", "code": "<4711>", "until": "Monday", "minutes": 15}
    told = {"sentence": "The disk is full", "address": "/x", "title": "Tattoo aftercare", "body": "Keep it clean."}
    written = write_letter(name, language, {**values, **told})
    assert "N & T" in written.text + written.subject
    assert "<4711>" not in written.html
    assert f'lang="{language}"' in written.html


def test_an_alert_leads_to_a_page_of_ours_or_nowhere(studio: House) -> None:
    assert address("clients.registration.waiting", {}, None) == "/inbox"
    assert address("nobody.knows.this", {}, None) == ""
