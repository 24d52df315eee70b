"""Ages through the verb: the studio's own calendar decides, to the second, in every zone and on 29 February."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from studio.clients.models import Client
from studio.consent import refusals
from studio.consent.actions import open_ceremony
from studio.jurisdiction.rules import age_on
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.staff.queries.standing import forget
from tests.factories.consents import adult
from tests.factories.people import signed_in

ZONES = ("Pacific/Kiritimati", "Pacific/Auckland", "Asia/Kathmandu", "Europe/London", "America/Sao_Paulo",
         "America/Los_Angeles", "Pacific/Niue")  # fmt: skip
BIRTHDAYS = st.dates(date(2000, 1, 1), date(2004, 12, 31)) | st.just(date(2004, 2, 29)) | st.just(date(2000, 2, 29))


@pytest.fixture
def desk(studio: House) -> Iterator[tuple[House, Actor, Client]]:
    artist, client = signed_in("owner"), adult()
    read = studio.clock.read
    yield studio, artist, client
    studio.clock.read = read
    forget()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zone=st.sampled_from(ZONES), born=BIRTHDAYS, seconds=st.integers(-2, 2))
@example(zone="Europe/London", born=date(2004, 2, 29), seconds=-1)
@example(zone="Pacific/Kiritimati", born=date(2004, 2, 29), seconds=0)
@example(zone="Pacific/Niue", born=date(2000, 2, 29), seconds=-1)
def test_eighteen_begins_at_midnight_of_the_studio(
    desk: tuple[House, Actor, Client], zone: str, born: date, seconds: int
) -> None:
    studio, artist, client = desk
    turns = date(born.year + 18, 3, 1) if (born.month, born.day) == (2, 29) else born.replace(year=born.year + 18)
    at = datetime.combine(turns, datetime.min.time(), ZoneInfo(zone)).astimezone(UTC) + timedelta(seconds=seconds)
    studio.settings._values = {"studio.zone": zone, "staff.idle_minutes": 10**8}
    _born(studio, client, born)
    studio.clock.read = lambda: at
    forget()
    if seconds < 0:
        with pytest.raises(refusals.UnderAge):
            perform(artist, open_ceremony, client.id)
    else:
        _, opened = perform(artist, open_ceremony, client.id)
        assert opened.session_on == turns
        assert age_on(born, opened.session_on) == 18


def _born(studio: House, client: Client, born: date) -> None:
    with studio.db.writing() as session:
        row = session.get(Client, client.id)
        assert row is not None
        row.birth_date = born
        session.add(row)


def test_a_session_later_counts_the_age_of_its_day(studio: House) -> None:
    today = studio.clock.today("UTC")
    almost = adult(birth_date=(today.replace(day=1, year=today.year - 18) + timedelta(days=62)).isoformat(),
                   guardian_name="Eva")  # fmt: skip
    artist = signed_in("artist")
    with pytest.raises(refusals.UnderAge):
        perform(artist, open_ceremony, almost.id)
    _, opened = perform(artist, open_ceremony, almost.id, session_on=today + timedelta(days=70))
    assert opened.session_on == today + timedelta(days=70)
