"""What was kept long enough: shown first, then gone, but for what somebody holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from studio.clients.actions import decline_registration, record_consent, record_health
from studio.clients.queries import client_card
from studio.consent.queries import first_broken_packet, first_unrecorded
from studio.jurisdiction.rules import kept_until
from studio.jurisdiction.schema import Keeping, Majority
from studio.kernel import journal
from studio.kernel.actor import CONSOLE, timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy import refusals
from studio.privacy.actions import change_keeping, end_records, lift_hold, place_hold
from studio.privacy.clock import end_what_is_over
from studio.privacy.queries import due_lines, holds, over_lines, requests, times_kept
from studio.privacy.rules import last_day_over, of_age_since, stays_until
from studio.upkeep.actions import change_setting
from tests.factories import clock
from tests.factories.clients import on_file, sent
from tests.factories.consents import packet
from tests.factories.people import signed_in


def rule(months: int, since: str = "signed") -> Keeping:
    return Keeping(months=months, from_what=since, reason={"en": "why"})  # type: ignore[arg-type]  # one of the words


@pytest.mark.parametrize("since", ["signed", "year_end"])
@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1), date(2026, 3, 31)])
@pytest.mark.parametrize("months", [0, 1, 3, 36, 1200])
def test_the_last_day_over_is_the_last_whose_time_ended_before_today(since: str, today: date, months: int) -> None:
    keeping = rule(months, since)
    last = last_day_over(keeping, today)
    assert last is not None
    assert kept_until(keeping, last) < today
    assert kept_until(keeping, last + timedelta(days=1)) >= today


def test_what_a_minor_signed_is_counted_from_coming_of_age() -> None:
    adults, minors, majority = rule(24), rule(36, "adulthood"), Majority(age=18)
    born = date(2008, 2, 29)
    assert of_age_since(majority, born) == date(2026, 3, 1)
    assert stays_until(adults, minors, majority, date(2024, 5, 1), born) == date(2029, 3, 1)
    assert stays_until(adults, minors, majority, date(2027, 5, 1), born) == date(2029, 5, 1)
    assert stays_until(adults, minors, majority, date(2024, 5, 1), None) == date(2026, 5, 1)


def due() -> dict[str, int]:
    return {line.table: line.count for line in ask(signed_in("owner"), due_lines) if line.count}


def later(studio: House, years: int) -> None:
    """The clock of the house goes on; sign-ins of before are over then."""
    clock.later(studio).wait(days=366 * years)


def whole(studio: House) -> None:
    """Journal and packets hold, as `run.py check` would say."""
    with studio.db.reading() as connection:
        assert journal.verify(connection, studio.derive("journal"), []) is None
    assert first_broken_packet(studio) is None
    assert first_unrecorded(studio) is None


def test_a_dry_run_touches_nothing_and_what_is_over_then_goes(studio: House) -> None:
    declined = sent({"name": "Gone Guest"})
    perform(signed_in("owner"), decline_registration, declined.id, "joke")
    assert due() == {}
    later(studio, 3)
    assert due() == {"registration": 1}
    (line,) = ask(signed_in("owner"), over_lines, "registration")
    assert line.since == declined.submitted_at.date()
    assert due() == {"registration": 1}, "looking changes nothing"
    perform(signed_in("owner"), end_records)
    assert due() == {}
    (done,), _ = ask(signed_in("owner"), requests)
    assert done.result == {"rows": {"registration": 1}}
    assert done.finished_at is not None
    with studio.db.reading() as connection:
        told = connection.execute(text("SELECT facts, changes FROM journal_values")).all()
        assert not any("Gone Guest" in f"{row}" for row in told), "the journal forgot the name as well"
    whole(studio)


def test_signed_consents_go_after_their_years_and_the_chain_stays_whole(studio: House) -> None:
    kept = packet()
    later(studio, 12)
    assert {"consent_packet", "consent_part"} <= set(due())
    perform(signed_in("owner"), end_records)
    assert due() == {}
    with studio.db.reading() as connection:
        assert connection.execute(text("SELECT body FROM consent_packet")).scalar() is None
    whole(studio)
    assert ask(CONSOLE, client_card, "CL-0001").name == "Ana Pereira"
    assert kept.code


def test_a_hold_wins_over_every_rule_until_it_is_lifted(studio: House) -> None:
    client = on_file(signed_in("owner"))
    artist = signed_in("artist")
    perform(artist, record_consent, client.id, "health_data", True)
    perform(artist, record_health, client.id, {"allergies": {"answer": True, "detail": "latex"}})
    hold = perform(signed_in("manager"), place_hold, client.id, "A claim")
    later(studio, 40)
    assert due() == {}
    assert perform(signed_in("owner"), end_records) is None
    (shown,) = ask(signed_in("manager"), holds)
    assert (shown.name, shown.reason) == ("Ana Pereira", "A claim")
    perform(signed_in("manager"), lift_hold, hold.id)
    assert due() == {"health_answer": 1}
    perform(signed_in("owner"), end_records)
    assert ask(CONSOLE, client_card, "CL-0001").health_light == "unknown"


def test_a_hold_ends_with_its_day(studio: House) -> None:
    client = on_file(signed_in("owner"))
    today = studio.clock.today("Europe/London")
    with pytest.raises(refusals.DayIsPast):
        perform(signed_in("owner"), place_hold, client.id, "A claim", today - timedelta(days=1))
    with pytest.raises(refusals.ReasonIsMissing):
        perform(signed_in("owner"), place_hold, client.id, "  ")
    perform(signed_in("owner"), place_hold, client.id, "A claim", today)
    assert len(ask(signed_in("owner"), holds)) == 1
    later(studio, 3)
    assert ask(signed_in("owner"), holds) == ()


def test_the_owner_keeps_longer_or_shorter_with_a_reason(studio: House) -> None:
    owner = signed_in("owner")
    with pytest.raises(refusals.ReasonIsMissing):
        perform(owner, change_keeping, "registration", 24, "")
    with pytest.raises(refusals.MonthsAreOutOfRange):
        perform(owner, change_keeping, "registration", 1201, "insurer")
    with pytest.raises(refusals.RecordIsUnknown):
        perform(owner, change_keeping, "shoes", 12, "insurer")
    perform(owner, change_keeping, "registration", 48, "insurer")
    kept = {one.record: one for one in ask(owner, times_kept)}["registration"]
    assert (kept.months, kept.changed_why, kept.rule == 48) == (48, "insurer", False)
    declined = sent()
    perform(owner, decline_registration, declined.id, "joke")
    later(studio, 3)
    assert due() == {}
    perform(signed_in("owner"), change_keeping, "registration", None, "")
    assert due() == {"registration": 1}


def test_by_itself_only_where_the_owner_wants_it(studio: House) -> None:
    declined = sent()
    perform(signed_in("owner"), decline_registration, declined.id, "joke")
    later(studio, 3)
    perform(timer("privacy.retention.clock"), end_what_is_over)
    assert due() == {"registration": 1}
    perform(CONSOLE, change_setting, "privacy.retention.by_itself", True)
    perform(timer("privacy.retention.clock"), end_what_is_over)
    assert due() == {}
