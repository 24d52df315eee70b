"""Series: booked whole, or with dates that lie elsewhere; moved, called off and planned again from one of them on."""

from __future__ import annotations

from typing import Any

import pytest

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import book_series, cancel_series, move_series, reopen_series
from studio.schedule.queries import booking, list_bookings, occasions
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_dates_of_a_series_are_looked_at_before_and_each_may_lie_elsewhere(studio: House, owner: Actor) -> None:
    artist, client = needle(owner), on_file(owner).id
    booked(owner, artist.id, "2027-10-24T10:30")
    details = {"artist_id": artist.id, "client_id": client}
    locals_ = ("2027-10-17T01:30", "2027-10-24T10:00", "2027-10-31T01:30")
    starts = [{"starts_local": local} for local in locals_]
    free, busy, twice = ask(owner, occasions, details, 120, starts)
    assert (free.trouble, free.choices) == ("", ())
    assert busy.trouble.startswith("Ines Duarte is busy with BK-0001")
    assert len(twice.choices) == 2
    elsewhere: list[dict[str, Any]] = [starts[0], {"starts_local": "2027-10-25T10:00"}, {"starts_at": twice.choices[1]}]
    made = perform(owner, book_series, {**details, "minutes": 120}, starts=elsewhere)
    assert [one.starts_local for one in made] == ["2027-10-17T01:30", "2027-10-25T10:00", "2027-10-31T01:30"]
    assert made[2].starts_at == twice.choices[1]


def test_this_booking_of_a_series_and_all_that_follow_are_moved_alike_or_none_is(studio: House, owner: Actor) -> None:
    artist, other = needle(owner), needle(owner, "Kofi Mensah")
    details = {"artist_id": artist.id, "client_id": on_file(owner).id, "starts_local": "2027-10-17T10:00"}
    made = perform(owner, book_series, {**details, "minutes": 120}, 4, 1)

    def stand() -> list[tuple[str, str]]:
        cards = [ask(owner, booking, one.id) for one in made]
        return [(card.booking.starts_local[5:], card.artist) for card in cards]

    before = stand()
    booked(owner, other.id, "2027-11-07T11:00")
    to = {"starts_local": "2027-10-24T11:00", "artist_id": other.id}
    with pytest.raises(refusals.SeriesDoesNotFit) as refused:
        perform(owner, move_series, made[1].id, to)
    assert "2027-11-07" in refused.value.text()
    assert stand() == before
    assert perform(owner, move_series, made[1].id, {"starts_local": "2027-10-31T10:00"}) == 3
    assert [when for when, _ in stand()] == ["10-17T10:00", "10-31T10:00", "11-07T10:00", "11-14T10:00"]
    assert perform(owner, move_series, made[1].id, {"starts_local": "2027-10-24T10:00"}) == 3
    assert stand() == before


def test_a_series_is_booked_whole_or_says_which_days_do_not_fit(studio: House, owner: Actor) -> None:
    artist, client = needle(owner), on_file(owner).id
    details = {"artist_id": artist.id, "client_id": client, "starts_local": "2027-10-17T10:00", "minutes": 120}
    booked(owner, artist.id, "2027-10-31T11:00")
    with pytest.raises(refusals.SeriesDoesNotFit) as refused:
        perform(owner, book_series, details, 4, 2)
    assert "2027-10-31" in refused.value.text()
    assert ask(owner, list_bookings).total == 1
    made = perform(owner, book_series, details, 4, 2, leave_out=True)
    assert [one.starts_local for one in made] == ["2027-10-17T10:00", "2027-11-14T10:00", "2027-11-28T10:00"]
    assert {one.series_id for one in made} == {made[0].series_id}
    assert [one.starts_at.hour for one in made] == [9, 10, 10]
    assert perform(owner, cancel_series, made[1].id, by="client") == 2
    assert ask(owner, list_bookings, status="planned").total == 2
    assert perform(owner, reopen_series, made[1].id) == 2
    assert ask(owner, list_bookings, status="planned").total == 4
    for times, weeks in ((1, 1), (53, 1), (2, 0), (2, 13)):
        with pytest.raises(refusals.SeriesIsUnclear):
            perform(owner, book_series, details, times, weeks)
