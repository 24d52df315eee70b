"""Portfolios: in whose order, by whose hand, and no longer than the client agrees."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import delete, select
from sqlmodel import col

from studio.clients.actions import merge_clients, record_consent
from studio.kernel.actor import Actor, timer
from studio.kernel.house import House, house
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from studio.photos.actions import hide_photos, remove_photo, restore_photo, show_photos
from studio.photos.models import Photo, PhotoShowing
from studio.privacy.actions import erase_person
from studio.schedule.actions import edit_artist
from studio.schedule.portfolio import refusals
from studio.schedule.portfolio.actions import (
    add_drawing,
    choose_photos,
    describe_work,
    order_portfolio,
    remove_works,
    restore_works,
)
from studio.schedule.portfolio.ending import tidy_portfolios
from studio.schedule.portfolio.queries import portfolio_of, work_bytes
from studio.schedule.portfolio.reach import WORK
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest, on_file
from tests.factories.clock import later
from tests.factories.people import id_of, signed_in
from tests.factories.pictures import agreeing, drawn, kept
from tests.factories.schedule import needle


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_an_artist_draws_describes_and_orders_their_own_and_nobody_elses(owner: Actor) -> None:
    me, mine, theirs = signed_in("artist"), needle(owner), needle(owner, "Kofi Mensah")
    perform(owner, edit_artist, mine.id, {"user_id": id_of(me)})
    first, second, third = (
        perform(me, add_drawing, mine.id, drawn(colour), {"title": colour, "tags": ["Flash", "flash"]})
        for colour in ("sienna", "teal", "navy")
    )
    perform(me, order_portfolio, mine.id, [third.id, first.id, second.id])
    perform(me, describe_work, second.id, {"title": "A swan"})
    perform(me, describe_work, second.id, {"title": "A swallow", "tags": ["birds"]})
    assert perform(owner, undo_act, newest(house())) is True
    assert [one.title for one in ask(me, portfolio_of, mine.id).works][-1] == "A swan"
    perform(me, describe_work, second.id, {"title": "A swallow", "tags": ["birds"]})
    seen = ask(signed_in("viewer"), portfolio_of, mine.id)
    assert [one.title for one in seen.works] == ["navy", "sienna", "A swallow"]
    assert (seen.tags, seen.mine, ask(me, portfolio_of, mine.id).mine) == (("birds", "flash"), False, True)
    with pytest.raises(Denied):
        perform(me, add_drawing, theirs.id, drawn(), {})
    with pytest.raises(Denied):
        perform(me, order_portfolio, theirs.id, [])
    for ids in ([first.id], [first.id, perform(owner, add_drawing, theirs.id, drawn(), {}).id]):
        with pytest.raises(refusals.WorkIsGone):
            perform(owner, order_portfolio, theirs.id, ids)


def test_what_is_taken_out_comes_back_to_its_place_until_its_days_are_over(studio: House, owner: Actor) -> None:
    mine, clock = needle(owner), later(studio)
    first, second = (perform(owner, add_drawing, mine.id, drawn(one), {"title": one}) for one in ("sienna", "teal"))
    perform(owner, remove_works, [first.id])
    assert [one.title for one in ask(owner, portfolio_of, mine.id).works] == ["teal"]
    with pytest.raises(refusals.WorkIsGone):
        ask(owner, work_bytes, first.id)
    perform(owner, restore_works, [first.id])
    assert [one.title for one in ask(owner, portfolio_of, mine.id).works] == ["sienna", "teal"]
    perform(owner, remove_works, [first.id, second.id])
    clock.wait(hours=31 * 24)
    assert perform(timer("schedule.portfolio.tidy"), tidy_portfolios) == 2
    assert not studio.files.has(first.file_id or "")
    with pytest.raises(refusals.WorkIsGone):
        perform(signed_in("owner"), restore_works, [first.id])


def test_only_photos_that_may_be_shown_are_chosen_and_they_leave_with_the_consent(studio: House, owner: Actor) -> None:
    mine, ana = needle(owner), agreeing(owner)
    public, secret, gone = (kept(owner, ana, colour) for colour in ("sienna", "teal", "navy"))
    perform(owner, show_photos, [public.id, gone.id])
    with pytest.raises(refusals.PhotoCannotBeShown):
        perform(owner, choose_photos, mine.id, [public.id, secret.id])
    flash = perform(owner, add_drawing, mine.id, drawn("olive"), {"title": "Flash"})
    chosen = perform(owner, choose_photos, mine.id, [public.id, gone.id])
    assert perform(owner, choose_photos, mine.id, [public.id]) == []
    with pytest.raises(refusals.PhotoTellsItself):
        perform(owner, describe_work, chosen[0], {"title": "Ana"})
    assert "Ana" not in repr(ask(owner, portfolio_of, mine.id))
    perform(owner, remove_photo, gone.id)
    assert [one.photo_id for one in ask(owner, portfolio_of, mine.id).works] == [None, public.id]
    perform(owner, restore_photo, gone.id)
    perform(owner, hide_photos, [public.id])
    with pytest.raises(refusals.WorkIsGone):
        ask(owner, work_bytes, chosen[0])
    perform(owner, show_photos, [public.id])
    assert ask(owner, work_bytes, chosen[0], "l") == drawn("sienna").large
    perform(owner, remove_works, [chosen[1]])
    perform(owner, record_consent, ana.id, "photo_publicity", False)
    assert rows(studio) == [flash.id]
    with pytest.raises(refusals.WorkIsGone):
        perform(owner, restore_works, [chosen[1]])
    perform(owner, record_consent, ana.id, "photo_publicity", True)
    assert [one.id for one in ask(owner, portfolio_of, mine.id).works] == [flash.id]


def rows(studio: House) -> list[UUID]:
    """What is stored, whoever may see it."""
    with studio.db.reading() as connection:
        return list(connection.scalars(select(WORK.c.id).order_by(WORK.c.position)))


def test_joining_files_deleting_photos_and_erasing_a_client_empty_the_portfolio(studio: House, owner: Actor) -> None:
    mine, ana, bo = needle(owner), agreeing(owner), agreeing(owner, name="Bo Lind")
    photos = [kept(owner, who, colour) for who, colour in ((ana, "sienna"), (bo, "teal"), (bo, "navy"))]
    perform(owner, show_photos, [one.id for one in photos])
    chosen = perform(owner, choose_photos, mine.id, [one.id for one in photos])
    assert rows(studio) == chosen
    twice = on_file(owner, "Ana Pereira")
    perform(owner, record_consent, twice.id, "photo_publicity", False)
    perform(owner, merge_clients, ana.id, twice.id, {}, ana.version, twice.version)
    assert rows(studio) == chosen[1:]
    with studio.db.writing() as session:
        session.execute(delete(PhotoShowing).where(col(PhotoShowing.photo_id) == photos[1].id))
        session.execute(delete(Photo).where(col(Photo.id) == photos[1].id))
    assert rows(studio) == chosen[2:]
    perform(owner, erase_person, bo.id, bo.code)
    assert rows(studio) == []
