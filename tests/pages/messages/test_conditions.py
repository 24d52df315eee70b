"""Conditions above every screen: there while they last, for whom they concern, and no longer."""

from __future__ import annotations

from nicegui.testing import User

from components.banners import Banners
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.messages.actions import read_all_alerts, snooze_alert
from studio.messages.queries import my_alerts
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open
from tests.studio.messages.test_alerts import DISK, over, told


def above(user: User) -> list[tuple[str, str]]:
    return [(one["kind"], one["sentence"]) for one in found(user, Banners).props["banners"]]


async def test_a_condition_comes_stays_though_read_and_goes(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    desk, artist = await open_at(owner), await open_at(signed_in("artist"))
    assert above(desk) == []
    told(DISK, free="0.4")
    await until(lambda: above(desk))
    ((kind, sentence),) = above(desk)
    assert kind == "stop"
    assert "0.4 GB" in sentence
    perform(owner, read_all_alerts)
    again = await open_at(owner, "/clients")
    assert above(again) == above(desk), "read is not over"
    assert above(artist) == [], "it goes to those it is for"
    perform(timer("test"), over, DISK)
    await until(lambda: not above(desk) and not above(again))


async def test_what_is_only_news_stands_under_the_bell_alone(studio: House, open_at: Open) -> None:
    desk = await open_at(signed_in("owner"))
    told("messages.mail.failed")
    told("messages.mail.stuck")
    await until(lambda: above(desk))
    assert [kind for kind, _ in above(desk)] == ["warn"]


async def test_who_puts_one_off_has_peace_until_then(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    told(DISK, free="0.4")
    desk, other = await open_at(owner), await open_at(signed_in("reception"))
    perform(owner, snooze_alert, ask(owner, my_alerts)[0][0].id, "hour")
    await until(lambda: not above(desk))
    assert above(other)
