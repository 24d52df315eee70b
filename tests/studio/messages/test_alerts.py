"""Alerts: raised once, seen by those they are for, read by each for themselves, put off and settled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from studio.extension.registry import Undeclared
from studio.extension.timers import run_due
from studio.kernel.actor import Actor, timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Missing
from studio.kernel.subject import Subject
from studio.kernel.text import speaking
from studio.kernel.work import Work, action, ask, perform
from studio.messages.actions import (
    change_route,
    raise_alert,
    read_alert,
    read_all_alerts,
    settle_alert,
    snooze_alert,
    unsnooze_alert,
    wake_alerts,
)
from studio.messages.queries import count_alerts, list_routes, my_alerts
from studio.messages.refusals import RouteIsClosed, SnoozeIsUnknown
from studio.privacy.clock import let_fade
from studio.staff.actions import add_role, change_rights, change_user
from tests.factories.people import id_of, signed_in

DISK, GUESS, FORMS = "upkeep.disk.full", "staff.sign_in.refused_often", "clients.registration.waiting"


@action("test.alert.raise", needs="messages.alert.wake")
def tell(work: Work, kind: str, subject: Subject | None, params: dict[str, Any]) -> None:
    raise_alert(work, kind, subject=subject, **params)


@action("test.alert.settle", needs="messages.alert.wake")
def over(work: Work, kind: str, key: str = "") -> bool:
    return settle_alert(work, kind, key)


def told(kind: str, subject: Subject | None = None, **params: object) -> None:
    perform(timer("test"), tell, kind, subject, params)


def seen(actor: Actor, state: str = "open") -> list[str]:
    return [one.sentence for one in ask(actor, my_alerts, state=state)[0]]


def test_an_alert_reaches_the_roles_it_is_for_and_nobody_else(studio: House) -> None:
    told(DISK, free="1.4")
    for role, count in (("owner", 1), ("manager", 1), ("reception", 1), ("artist", 0), ("viewer", 0)):
        who = signed_in(role)
        assert ask(who, count_alerts) == count
        assert len(seen(who)) == count


def test_raised_again_it_is_told_anew_and_not_doubled(studio: House) -> None:
    owner = signed_in()
    told(DISK, free="1.4")
    told(DISK, free="0.9")
    (sentence,) = seen(owner)
    assert "0.9 GB" in sentence


def test_what_one_has_read_is_still_new_to_others(studio: House) -> None:
    nell, maud = signed_in("owner"), signed_in("manager")
    told(DISK, free="1.4")
    told(FORMS, n=2, minutes=15)
    (first, *_), total = ask(nell, my_alerts)
    assert total == 2
    perform(nell, read_alert, first.id)
    assert (ask(nell, count_alerts), ask(maud, count_alerts)) == (1, 2)
    assert perform(nell, read_all_alerts) == 1
    assert (ask(nell, count_alerts), ask(maud, count_alerts)) == (0, 2)


def test_an_alert_names_its_subject_in_the_readers_language(studio: House) -> None:
    owner, mara = signed_in(), signed_in("artist", "Mara Lind")
    told(GUESS, Subject("user", id_of(mara)), n=7)
    assert seen(owner) == ["Somebody tries to sign in as Mara Lind and does not know the password: 7 tries so far."]
    with speaking("pt-BR"):
        (sentence,) = seen(owner)
    assert "Mara Lind" in sentence
    assert "Somebody" not in sentence


def test_what_is_put_off_comes_back_as_news(studio: House) -> None:
    owner = signed_in()
    told(DISK, free="1.4")
    ((alert,), _) = ask(owner, my_alerts)
    until = perform(owner, snooze_alert, alert.id, "hour")
    assert (ask(owner, count_alerts), seen(owner), len(seen(owner, "snoozed"))) == (0, [], 1)
    later = until + timedelta(seconds=1)
    studio.clock.read = lambda: later
    assert ask(owner, count_alerts) == 1
    assert perform(timer("wake"), wake_alerts) == 1


def test_taken_up_again_before_its_time(studio: House) -> None:
    owner = signed_in()
    told(DISK, free="1.4")
    ((alert,), _) = ask(owner, my_alerts)
    perform(owner, snooze_alert, alert.id, "week")
    perform(owner, unsnooze_alert, alert.id)
    assert ask(owner, count_alerts) == 1
    with pytest.raises(SnoozeIsUnknown):
        perform(owner, snooze_alert, alert.id, "never")


def test_what_is_over_leaves_the_list_and_can_happen_again(studio: House) -> None:
    owner = signed_in()
    told(DISK, free="1.4")
    perform(owner, read_all_alerts)
    assert perform(timer("test"), over, DISK)
    assert not perform(timer("test"), over, DISK)
    assert (seen(owner), len(seen(owner, "settled"))) == ([], 1)
    told(DISK, free="1.1")
    assert ask(owner, count_alerts) == 1


def test_an_alert_of_others_does_not_exist_for_me(studio: House) -> None:
    owner, artist = signed_in(), signed_in("artist")
    told(DISK, free="1.4")
    ((alert,), _) = ask(owner, my_alerts)
    for verb in (read_alert, unsnooze_alert):
        with pytest.raises(Missing):
            perform(artist, verb, alert.id)
    with pytest.raises(Missing):
        perform(artist, snooze_alert, alert.id, "hour")


def test_the_owner_decides_who_is_told(studio: House) -> None:
    owner, artist = signed_in(), signed_in("artist")
    told(DISK, free="1.4")
    perform(owner, change_route, DISK, "artist", "app", on=True)
    perform(owner, change_route, DISK, "owner", "app", on=False)
    assert (ask(owner, count_alerts), ask(artist, count_alerts)) == (0, 1)
    with pytest.raises(Denied):
        perform(artist, change_route, DISK, "artist", "app", on=False)


def test_nobody_is_routed_what_they_may_not_see(studio: House) -> None:
    owner = signed_in()
    with pytest.raises(RouteIsClosed):
        perform(owner, change_route, GUESS, "artist", "app", on=True)
    table = {(row.kind, row.role): row.ways for row in ask(owner, list_routes, ("owner", "artist"))}
    assert [way.possible for way in table[GUESS, "artist"]] == [False, False, False]
    assert all(way.on for way in table[GUESS, "owner"])


def test_a_kind_nobody_declared_is_a_mistake(studio: House) -> None:
    with pytest.raises(Undeclared):
        told("nobody.knows.this")


def test_settled_long_ago_it_is_let_go(studio: House) -> None:
    owner = signed_in()
    told(DISK, free="1.4")
    perform(owner, read_all_alerts)
    perform(timer("test"), over, DISK)
    later = datetime.now(UTC) + timedelta(days=91)
    studio.clock.read = lambda: later
    perform(timer("privacy.fading.clock"), let_fade)
    fresh = signed_in()
    assert seen(fresh, "settled") == []


def test_the_timers_of_the_room_run(studio: House) -> None:
    from studio.messages.area import AREA

    assert len(run_due(studio, list(AREA.timers))) == len(AREA.timers)


def test_a_role_of_ones_own_is_told_what_the_one_it_was_copied_from_is(studio: House) -> None:
    owner = signed_in()
    deputy = perform(owner, add_role, "Deputy", "manager").key
    maud = signed_in("manager")
    perform(owner, change_user, id_of(maud), None, role=deputy)
    told(DISK, free="1.4")
    assert ask(maud, count_alerts) == 1
    perform(owner, change_rights, deputy, {"staff.user.see": None})
    told(GUESS, Subject("user", id_of(maud)), n=5)
    assert ask(maud, count_alerts) == 1, "not what it may not see any more"
    perform(owner, change_route, DISK, deputy, "app", on=False)
    assert ask(maud, count_alerts) == 0
