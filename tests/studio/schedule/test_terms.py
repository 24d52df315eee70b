"""What an artist works for: the terms of a contract, what a month adds up to, and days that were not said."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from studio.consent.handwriting import write
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.refusal import Denied, Invalid, Refusal
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import (
    add_absence,
    add_closure,
    check_in_booking,
    edit_artist,
    finish_session,
    keep_signature,
    start_session,
)
from studio.schedule.actions.taking_out import export_sessions
from studio.schedule.queries import artist
from studio.schedule.queries.months import months_of
from studio.schedule.queries.signature import kept_signature
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.clock import later
from tests.factories.people import id_of, signed_in
from tests.factories.schedule import booked, needle, soon

DAY = date(2027, 6, 16)
RENT = Money(9000, "GBP")


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_a_contract_keeps_its_own_terms_alone_and_tells_them_to_few(studio: House, owner: Actor) -> None:
    made = needle(owner, contract="split", share=60, rent=RENT)
    assert (made.share, made.rent, made.rent_per) == (60, None, "")
    perform(owner, edit_artist, made.id, {"contract": "booth_rent", "rent": RENT})
    seen = ask(owner, artist, made.id)
    assert (seen.share, seen.rent, seen.rent_per) == (None, RENT, "week")
    assert ask(signed_in("viewer"), artist, made.id).rent is None
    perform(owner, edit_artist, made.id, {"contract": "employee"})
    assert ask(owner, artist, made.id).rent is None
    perform(owner, undo_act, newest(studio))
    assert ask(owner, artist, made.id).rent == RENT
    for wrong in ({"share": 0}, {"share": 101}, {"rent": Money(5, "EUR")}):
        with pytest.raises(Invalid):
            needle(owner, contract="guest", guest_from=DAY, guest_until=DAY, **wrong)


def test_days_without_a_day_are_complained_of_once(owner: Actor) -> None:
    with pytest.raises(Invalid) as absence:
        perform(owner, add_absence, needle(owner).id, {"until_on": None})
    with pytest.raises(Invalid) as closure:
        perform(owner, add_closure, {"reason": "Floor"})
    assert set(absence.value.fields) == set(closure.value.fields) == {"from_on"}


def test_a_month_adds_up_and_who_takes_the_sessions_out_is_written_down(studio: House, owner: Actor) -> None:
    clock, made, me = later(studio), needle(owner), signed_in("artist")
    perform(owner, edit_artist, made.id, {"user_id": id_of(me)})
    price = Money(15000, "GBP")
    one = booked(owner, made.id, starts_local=None, starts_at=soon(5), minutes=30, price=price)
    booked(owner, made.id, starts_local=None, starts_at=soon(90), minutes=60, price=price)
    perform(owner, check_in_booking, one.id)
    perform(owner, start_session, one.id, "Known for years")
    clock.wait(minutes=40)
    perform(signed_in("owner"), finish_session, one.id)
    owner, now = signed_in("owner"), studio.clock.now()
    months = ask(owner, months_of, made.id, now - timedelta(days=40), now + timedelta(days=40))
    assert (sum(month.sessions for month in months), sum(month.worked_minutes for month in months)) == (1, 40)
    assert sum(money.minor for month in months for money in month.quoted) == 30000
    assert [month.earned for month in months if month.sessions] == [(price,)]
    assert len(perform(owner, export_sessions, made.id, form="csv")) == 2
    with pytest.raises(Denied):
        perform(signed_in("artist"), export_sessions, made.id, form="csv")


def test_nobody_draws_the_signature_of_somebody_else(studio: House, owner: Actor) -> None:
    me, made = signed_in("artist"), needle(owner)
    perform(owner, edit_artist, made.id, {"user_id": id_of(me)})
    for who, refused in ((owner, refusals.SignatureIsTheirs), (signed_in("artist"), Denied)):
        with pytest.raises(refused):
            perform(who, keep_signature, made.id, write(Random(1), 6, 740, 232))
    with pytest.raises(Refusal):
        perform(me, keep_signature, made.id, "data:image/png;base64,iVBORw0KGgo=")
    ink = write(Random(1), 6, 740, 232)
    kept = perform(me, keep_signature, made.id, ink).signature
    assert kept
    assert b"strokes" not in b"".join(one.read_bytes() for one in studio.folder.files.rglob("*") if one.is_file())
    assert ask(me, kept_signature, made.id) == ink
    assert ask(owner, kept_signature, made.id) is None
    perform(owner, keep_signature, made.id, None)
    assert (ask(me, kept_signature, made.id), studio.files.has(kept)) == (None, False)
