"""Hours and money of a piece, exact to the second and the cent; quotes, deposits, healing, free touch-ups."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from random import Random
from typing import Any
from uuid import uuid4

import pytest

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.refusal import Invalid, Refusal, Stale
from studio.kernel.work import ask, perform
from studio.tattoo import refusals
from studio.tattoo.actions import add_piece, ask_deposit, edit_piece, note_deposit, set_quote
from studio.tattoo.queries import piece
from studio.tattoo.rules.reckoning import Session, first_day, healing_of, hourly, quote_of, reckoned, touch_ups_of
from studio.upkeep.actions import change_setting
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest, on_file
from tests.factories.clock import later
from tests.factories.people import signed_in
from tests.factories.pieces import piece_for, sitting, worked
from tests.factories.schedule import needle
from tests.factories.services import pounds

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def session(status: str = "done", kind: str = "session", day: int = 0, **more: Any) -> Session:
    starts = NOW + timedelta(days=day)
    told = {"price": None, "worked": 0, "minutes": 60, **more}
    ends = starts + timedelta(minutes=told.pop("minutes"))
    return Session(uuid4(), "BK", kind, status, starts.date(), starts, ends, None, "", told["price"], told["worked"])


def by_hour(price: int, least: int | None = None, most: int | None = None) -> Any:
    return quote_of(
        "GBP", None, None, price, kind="hourly", minutes_least=least, minutes_most=most, until=None, quoted_at=None
    )


def fixed(price: int, most: int | None = None) -> Any:
    rest = {"minutes_least": None, "minutes_most": None, "until": None, "quoted_at": None}
    return quote_of("GBP", price, most or price, None, kind="range" if most else "fixed", **rest)


def test_time_at_a_price_by_the_hour_is_rounded_half_up_to_the_cent() -> None:
    random = Random(7)
    for price, seconds in [(150_00, 1), (99_99, 1800), (1, 1800), (1, 1799), (120_00, 3601), *(
        (random.randrange(1, 50_000), random.randrange(1, 40_000)) for _ in range(500)
    )]:  # fmt: skip
        exact = Fraction(price * seconds, 3600)
        assert hourly(price, seconds) == int(exact + Fraction(1, 2))


def test_done_booked_and_left_add_up(studio: House) -> None:
    sessions = [
        session(price=200_00, worked=7_000),
        session(price=100_01),
        session("in_progress", price=50_00, worked=60),
        session("planned", price=80_00, minutes=90),
        session("cancelled", price=999_00),
        session("no_show", price=999_00),
        session("done", "consult", price=20_00),
    ]
    told = reckoned(fixed(600_00), sessions, "GBP", 5, 600)
    assert (told.sessions_done, told.sessions_ahead, told.sessions_left) == (2, 1, 2)
    assert (told.minutes_done, told.minutes_ahead, told.minutes_left) == (
        (7_000 + 3_600 + 60) // 60,
        90,
        600 - 177 - 90,
    )
    assert (told.money_done, told.money_ahead) == (Money(370_01, "GBP"), Money(80_00, "GBP"))
    assert (told.money_left_least, told.money_left_most, told.over) == (Money(229_99, "GBP"),) * 2 + (None,)
    wide = reckoned(fixed(300_00, 500_00), sessions, "GBP", 1, None)
    assert (wide.money_left_least, wide.money_left_most, wide.over) == (pounds(0), Money(129_99, "GBP"), None)
    assert (wide.minutes_planned, wide.minutes_left, wide.sessions_left) == (None, None, 0)
    assert reckoned(fixed(300_00), sessions, "GBP", 1, None).over == Money(70_01, "GBP")


def test_by_the_hour_the_timer_counts_where_no_price_was_agreed() -> None:
    sessions = [session(worked=5_400), session(price=10_00, worked=5_400), session("planned", minutes=45)]
    told = reckoned(by_hour(99_99, 60, 240), sessions, "GBP", 3, None)
    assert told.money_done == Money(149_99 + 10_00, "GBP")  # 1.5 × 99.99 is 149.985
    assert told.money_ahead == Money(74_99, "GBP")  # 0.75 × 99.99 is 74.9925
    assert (told.money_left_least, told.money_left_most) == (pounds(0), Money(399_96 - 159_99, "GBP"))
    assert told.minutes_planned == 240


def test_healing_and_free_touch_ups_follow_from_what_was_done() -> None:
    sessions = [session(day=0), session(day=10), session("planned", day=40), session("done", "consult", day=20)]
    healing, today = healing_of(sessions, 21), date(2026, 5, 20)
    assert (healing.since, healing.until, healing.day(today)) == (date(2026, 5, 11), date(2026, 6, 1), 9)
    assert (healing.lasts(today), healing.lasts(date(2026, 6, 1))) == (True, False)
    assert first_day(sessions, 21, today) == date(2026, 7, 1)
    assert (first_day([], 21, today), healing_of([], 21).day(today)) == (today, None)
    touched = touch_ups_of([*sessions, session("planned", "touch_up"), session("cancelled", "touch_up")], 2, None, 90)
    assert (touched.left, touched.until) == (1, date(2026, 5, 11) + timedelta(days=90))
    assert touch_ups_of(sessions, 0, date(2027, 1, 1), 90).until == date(2027, 1, 1)


def test_the_whole_piece_from_its_bookings(studio: House, owner: Actor) -> None:
    clock, ines = later(studio), needle(owner).id
    one = piece_for(owner, healing_days=0, planned_sessions=3)
    perform(owner, set_quote, one.id, {
        "kind": "hourly", "hour_price": pounds(120), "minutes_least": 60, "minutes_most": 300,
    })  # fmt: skip
    worked(owner, clock, sitting(owner, one.id, ines, "2027-06-16T12:00").id, 5)
    worked(owner, clock, sitting(owner, one.id, ines, "2027-06-17T12:00", price=pounds(15)).id, 5)
    sitting(owner, one.id, ines, "2027-06-18T12:00", minutes=90)
    card = ask(owner, piece, one.id)
    timed = [one.worked for one in card.sessions]
    assert [seconds // 60 for seconds in timed] == [5, 5, 0]
    assert card.reckoning.money_done == Money(hourly(120_00, timed[0]) + 15_00, "GBP")
    assert card.reckoning.money_ahead == pounds(180)
    assert (card.piece.quote.least, card.piece.quote.most) == (pounds(120), pounds(600))
    assert card.reckoning.minutes_left == 300 - sum(timed) // 60 - 90


def test_a_quote_is_whole_or_none(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    for wrong, field in (
        ({"kind": "fixed"}, "least"),
        ({"kind": "range", "least": pounds(2)}, "most"),
        ({"kind": "range", "least": pounds(2), "most": pounds(1)}, "most"),
        ({"kind": "hourly", "minutes_least": 60, "minutes_most": 90}, "hour_price"),
        ({"kind": "hourly", "hour_price": pounds(9), "minutes_least": 60, "minutes_most": 30}, "minutes_most"),
        ({"kind": "fixed", "least": Money(100, "EUR")}, "least"),
        ({"kind": "barter"}, "kind"),
    ):
        with pytest.raises(Invalid) as told:
            perform(owner, set_quote, one.id, wrong)
        assert set(told.value.fields) == {field}
    perform(owner, set_quote, one.id, {"kind": "range", "least": pounds(200), "most": pounds(300)}, one.version)
    with pytest.raises(Stale):
        perform(owner, set_quote, one.id, {"kind": "fixed", "least": pounds(250)}, one.version)
    seen = ask(owner, piece, one.id).piece
    assert (seen.state, seen.quote.least, seen.quote.most) == ("quoted", pounds(200), pounds(300))
    perform(owner, undo_act, newest(studio))
    seen = ask(owner, piece, one.id).piece
    assert (seen.state, seen.quote.kind, seen.quote.least, seen.quote.quoted_at) == ("enquiry", "", None, None)


def test_a_deposit_is_asked_for_taken_or_waived(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    with pytest.raises(refusals.NoDepositIsDue):
        perform(owner, note_deposit, one.id, "recorded")
    perform(owner, ask_deposit, one.id, pounds(50))
    seen = ask(owner, piece, one.id).piece
    assert (seen.state, seen.deposit_due, seen.deposit_state) == ("deposit", pounds(50), "due")
    perform(owner, note_deposit, one.id, "recorded")
    assert ask(owner, piece, one.id).piece.deposit_state == "recorded"
    with pytest.raises(refusals.NoDepositIsDue):
        perform(owner, note_deposit, one.id, "none")
    perform(owner, ask_deposit, one.id, None)
    seen = ask(owner, piece, one.id).piece
    assert (seen.state, seen.deposit_due, seen.deposit_state) == ("deposit", None, "none")


def test_what_a_piece_does_not_say_the_studio_does(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    for key, value in (("tattoo.healing_days", 30), ("tattoo.touch_ups", 0)):
        perform(owner, change_setting, key, value)
    card = ask(owner, piece, one.id)
    assert (card.healing.days, card.touch_up.free) == (30, 0)
    perform(owner, edit_piece, one.id, {"healing_days": 5, "touch_ups": 2, "touch_up_until": date(2030, 1, 1)})
    card = ask(owner, piece, one.id)
    assert (card.healing.days, card.touch_up.free, card.touch_up.until) == (5, 2, date(2030, 1, 1))
    perform(owner, undo_act, newest(studio))
    card = ask(owner, piece, one.id)
    assert (card.healing.days, card.touch_up.until) == (30, None)


def test_what_cannot_be_is_refused_by_its_field(studio: House, owner: Actor) -> None:
    client = on_file(owner, "Bo Lind").id
    for wrong in (
        {"title": " "},
        {"title": "Koi", "places": ["front.wing"]},
        {"title": "Koi", "places": "front.face"},
        {"title": "Koi", "ink": "glitter"},
        {"title": "Koi", "wide_mm": 0},
        {"title": "Koi", "planned_sessions": 61},
        {"title": "Koi", "state": "closed"},
        {"title": "Koi", "lead_artist_id": uuid4()},
        {"title": "Koi", "service_id": uuid4()},
    ):
        with pytest.raises(Refusal) as told:
            perform(owner, add_piece, client, wrong)
        assert set(told.value.fields) == {list(wrong)[-1]}
    with pytest.raises(refusals.ClientIsUnknown):
        perform(owner, add_piece, uuid4(), {"title": "Koi"})
    made = piece_for(owner, client, places=["back.spine", "front.face", "back.spine"])
    assert ask(owner, piece, made.id).piece.places == ["front.face", "back.spine"]
