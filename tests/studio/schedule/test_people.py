"""Artists, stations, and days that are not as usual."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from storage import search
from studio.kernel.actor import Actor, timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Invalid
from studio.kernel.work import ask, perform
from studio.messages.queries.alerts import my_alerts
from studio.schedule import refusals
from studio.schedule.actions import (
    add_absence,
    add_artist,
    add_certificate,
    add_closure,
    add_station,
    archive_artist,
    archive_station,
    edit_artist,
    edit_certificate,
    edit_station,
    end_certificate,
    order_artists,
    order_stations,
    remove_absence,
    remove_closure,
    restore_artist,
    watch_schedule,
)
from studio.schedule.queries import (
    absences,
    artist,
    artist_by_code,
    artists,
    certificates,
    closures,
    list_artists,
    list_stations,
    station_by_code,
    stations,
)
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.clock import later
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import booked, chair, needle, soon

HOURS = {"mon": [["10:00", "13:00"], ["14:00", "18:00"]]}
DAY = date(2027, 6, 16)


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_a_name_is_enough_and_everything_else_can_be_said(owner: Actor) -> None:
    person = signed_in("artist")
    made = needle(owner)
    seen = ask(owner, artist, made.id)
    assert (seen.code, seen.name, seen.contract, seen.colour, seen.hours) == (
        "AR-0001",
        "Ines Duarte",
        "employee",
        1,
        {},
    )
    told = {"user_id": id_of(person), "styles": ["Fine line", "fine line", "Blackwork"], "hours": HOURS, "phone": ""}
    changed = perform(owner, edit_artist, made.id, told, 1)
    assert (changed.styles, changed.hours, changed.version) == (["blackwork", "fine line"], HOURS, 2)
    assert ask(owner, list_artists, q="black").total == 1
    assert ask(person, artist_by_code, "ar-0001").note == ""


BAD: list[tuple[dict[str, Any], str]] = [
    ({"name": " "}, "name"),
    ({"colour": 7}, "colour"),
    ({"contract": "slave"}, "contract"),
    ({"email": "nobody"}, "email"),
    ({"hours": {"mon": [["18:00", "10:00"]]}}, "hours"),
    ({"hours": "always"}, "hours"),
    ({"styles": "blackwork"}, "styles"),
    ({"position": 3}, "position"),
]


def test_what_does_not_fit_is_named_by_its_field(owner: Actor) -> None:
    for wrong, field in BAD:
        with pytest.raises(Invalid) as refused:
            needle(owner, **{"name": "Kim", **wrong})
        assert set(refused.value.fields) == {field}
    with pytest.raises(refusals.StayIsNeeded):
        needle(owner, contract="guest")
    with pytest.raises(refusals.DaysAreReversed):
        needle(owner, contract="guest", guest_from="2027-05-02", guest_until="2027-05-01")
    assert ask(owner, list_artists).total == 0


def test_an_account_belongs_to_one_artist(owner: Actor) -> None:
    person = signed_in("artist")
    needle(owner, user_id=id_of(person))
    with pytest.raises(refusals.AccountIsTaken):
        needle(owner, "Kim", user_id=id_of(person))


def test_an_artist_leaves_comes_back_and_an_edit_is_taken_back(studio: House, owner: Actor) -> None:
    made = needle(owner)
    perform(owner, edit_artist, made.id, {"name": "Ines D."})
    perform(owner, undo_act, newest(studio))
    assert ask(owner, artist, made.id).name == "Ines Duarte"
    perform(owner, archive_artist, made.id)
    assert ask(owner, artists) == []
    assert ask(owner, list_artists, state="archived").total == 1
    with pytest.raises(refusals.ArtistIsArchived):
        perform(owner, edit_artist, made.id, {"name": "Kim"})
    perform(owner, restore_artist, made.id)
    with studio.db.reading() as connection:
        assert [hit.code for hit in search.find(connection, "ines", ["artist"])] == ["AR-0001"]


def test_artists_and_stations_stand_in_the_order_they_are_put_in(owner: Actor) -> None:
    three = [needle(owner, name).id for name in ("Ana", "Bo", "Cai")]
    perform(owner, order_artists, [three[2], three[0]])
    assert [one.name for one in ask(owner, artists)] == ["Cai", "Bo", "Ana"]
    places = [chair(owner, name).id for name in ("One", "Two")]
    perform(owner, order_stations, places[::-1])
    assert [one.code for one in ask(owner, stations)] == ["ST-02", "ST-01"]
    with pytest.raises(refusals.OrderIsUnclear):
        perform(owner, order_artists, [three[0], three[0]])


def test_a_station_is_set_up_changed_and_put_away(owner: Actor) -> None:
    made = chair(owner, kind="room", equipment="Two lamps")
    perform(owner, edit_station, made.id, {"name": "Back room"}, 1)
    assert ask(owner, station_by_code, "st-01").name == "Back room"
    booked(owner, None, station_id=made.id)
    with pytest.raises(refusals.HasBookingsAhead):
        perform(owner, archive_station, made.id)
    assert ask(owner, list_stations, q="back").total == 1


def test_days_away_and_closures_come_and_go_and_sickness_is_nobody_elses_business(studio: House, owner: Actor) -> None:
    made, viewer = needle(owner), signed_in("viewer")
    away = perform(owner, add_absence, made.id, {"kind": "sick", "from_on": DAY, "note": "Flu"})
    assert [(one.kind, one.note) for one in ask(owner, absences, DAY, DAY)] == [("sick", "Flu")]
    assert [(one.kind, one.note) for one in ask(viewer, absences, DAY, DAY)] == [("off", "")]
    perform(owner, remove_absence, away.id)
    perform(owner, undo_act, newest(studio))
    assert len(ask(owner, absences, DAY, DAY, made.id)) == 1
    with pytest.raises(refusals.ExtraHoursAreNeeded):
        perform(owner, add_absence, made.id, {"kind": "extra", "from_on": DAY})
    with pytest.raises(refusals.SpanIsTooLong):
        perform(owner, add_closure, {"from_on": DAY, "until_on": DAY + timedelta(days=500), "reason": "Moving"})
    shut = perform(owner, add_closure, {"from_on": DAY, "reason": "Holiday"})
    assert [one.reason for one in ask(viewer, closures, DAY, DAY)] == ["Holiday"]
    perform(owner, remove_closure, shut.id)
    assert ask(viewer, closures, DAY, DAY) == []


def test_certificates_are_for_the_office_and_whoever_they_are_of(owner: Actor) -> None:
    me, desk, inspector = (signed_in(role) for role in ("artist", "reception", "inspector"))
    made, other = needle(owner, user_id=id_of(me)), needle(owner, "Kim")
    perform(owner, add_certificate, made.id, {"kind": "hepatitis_b", "state": "immune"})
    first = perform(owner, add_certificate, other.id, {"kind": "licence", "expires_on": "2027-01-01"})
    assert len(ask(inspector, certificates)) == 2
    assert [one.artist for one in ask(me, certificates)] == ["Ines Duarte"]
    with pytest.raises(Denied):
        ask(desk, certificates)
    perform(owner, add_certificate, other.id, {"kind": "licence", "expires_on": "2028-01-01"}, replaces=first.id)
    assert [str(one.expires_on) for one in ask(owner, certificates, other.id)] == ["2028-01-01"]
    with pytest.raises(refusals.DaysAreReversed):
        perform(
            owner, add_certificate, other.id, {"kind": "other", "issued_on": "2027-02-01", "expires_on": "2027-01-01"}
        )


def told(studio: House) -> dict[str, int]:
    """Kind → number of what a fresh owner is told about the schedule."""
    kinds = [one.kind for one in ask(signed_in("owner"), my_alerts)[0]]
    return {kind: kinds.count(kind) for kind in kinds if kind.startswith("schedule.")}


def test_the_timer_tells_what_is_pending_unconfirmed_and_about_to_end(studio: House, owner: Actor) -> None:
    clock, made, today = later(studio), needle(owner), studio.clock.today("Europe/London")
    row = perform(owner, add_certificate, made.id, {"kind": "licence", "expires_on": today + timedelta(days=9)})
    booked(owner, made.id, starts_local=None, starts_at=soon(5), minutes=5)
    perform(timer("schedule.watch"), watch_schedule)
    assert told(studio) == {"schedule.booking.unconfirmed": 1, "schedule.certificate.ends": 1}
    perform(owner, edit_certificate, row.id, {"expires_on": today + timedelta(days=400)})
    assert set(told(studio)) == {"schedule.booking.unconfirmed"}
    clock.wait(hours=3)
    perform(timer("schedule.watch"), watch_schedule)
    assert set(told(studio)) == {"schedule.session.pending"}
    perform(signed_in("owner"), end_certificate, row.id)


def test_papers_of_whoever_left_are_not_told(studio: House, owner: Actor) -> None:
    """Neither those that were about to end nor those that had ended; back again, both are."""
    made, today = needle(owner), studio.clock.today("Europe/London")
    for kind, days in (("licence", 9), ("first_aid", -9)):
        perform(owner, add_certificate, made.id, {"kind": kind, "expires_on": today + timedelta(days=days)})
    both = {"schedule.certificate.ends", "schedule.certificate.ended"}
    for verb, wanted in ((None, both), (archive_artist, set()), (restore_artist, both)):
        if verb:
            perform(owner, verb, made.id)
        perform(timer("schedule.watch"), watch_schedule)
        assert set(told(studio)) == wanted


def test_who_only_works_here_changes_nobody(owner: Actor) -> None:
    me = signed_in("artist")
    with pytest.raises(Denied):
        perform(me, add_artist, {"name": "Kim"})
    with pytest.raises(Denied):
        perform(me, add_station, {"name": "Kim"})
