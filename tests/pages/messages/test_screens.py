"""Alerts on the screen: the bell, the list, the table of who is told, the outbox; live at every desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from nicegui.element import Element
from nicegui.testing import User

from components.alerts import AlertPanel, RouteTable
from components.app.frame import Frame
from components.table import DataTable
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.messages.models import Letter
from studio.messages.postman import postman
from studio.messages.queries import count_alerts
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, press
from tests.studio.messages.letters import written
from tests.studio.messages.post_office import Office, post_office, set_up_mail
from tests.studio.messages.test_alerts import DISK, over, told


def fire(user: User, kind: type[Element], event: str, args: Any = None) -> None:
    """What a browser would send."""
    element = found(user, kind)
    for listener in element._event_listeners.values():
        if listener.type == event:
            element._handle_event({"listener_id": listener.id, "args": args})


def bell(user: User) -> int:
    return int(found(user, Frame).props["bell"]["count"])


async def test_a_new_alert_rings_at_every_desk_it_is_for_and_falls_when_it_is_over(
    studio: House, open_at: Open
) -> None:
    owner, artist = await open_at(signed_in()), await open_at(signed_in("artist"))
    assert (bell(owner), bell(artist)) == (0, 0)
    told(DISK, free="1.4")
    await until(lambda: bell(owner) == 1)
    await owner.should_see("The disk is nearly full")
    assert bell(artist) == 0
    perform(timer("test"), over, DISK)
    await until(lambda: bell(owner) == 0)


async def test_the_panel_shows_the_latest_and_marks_them_read(studio: House, open_at: Open) -> None:
    me = signed_in()
    told(DISK, free="1.4")
    user = await open_at(me)
    fire(user, AlertPanel, "opened")
    await until(lambda: found(user, AlertPanel).props["rows"])
    (row,) = found(user, AlertPanel).props["rows"]
    assert (row["urgency"], row["fresh"]) == ("Urgent", True)
    fire(user, AlertPanel, "act", {"name": "read", "id": row["id"]})
    await until(lambda: bell(user) == 0)
    await until(lambda: not found(user, AlertPanel).props["rows"][0]["fresh"])


async def test_put_off_it_leaves_the_list_and_says_until_when(studio: House, open_at: Open) -> None:
    me = signed_in()
    told(DISK, free="1.4")
    user = await open_at(me, "/alerts")
    await until(lambda: len(found(user, DataTable).rows) == 1)
    alert_id = found(user, DataTable).rows[0]["id"]
    fire(user, DataTable, "act", {"name": "hour", "ids": [alert_id]})
    await user.should_see("Put off until")
    await until(lambda: found(user, DataTable).rows == [])
    assert ask(me, count_alerts) == 0
    press(user, "Undo")
    await until(lambda: len(found(user, DataTable).rows) == 1)


async def test_the_owner_decides_who_is_told(studio: House, open_at: Open) -> None:
    artist = signed_in("artist")
    told(DISK, free="1.4")
    user = await open_at(signed_in(), "/alerts/routes")
    await until(lambda: found(user, RouteTable).props["rows"])
    fire_tab(user, "artist")
    await until(lambda: found(user, RouteTable).props["label"] == "Artist")
    fire(user, RouteTable, "change", {"kind": DISK, "way": "app", "on": True})
    await until(lambda: ask(artist, count_alerts) == 1)
    row = next(row for row in found(user, RouteTable).props["rows"] if row["kind"] == "staff.sign_in.refused_often")
    assert [cell["possible"] for cell in row["cells"]] == [False, False, False]


async def test_others_do_not_reach_the_table(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("manager"), "/alerts/routes")
    await user.should_see("Your role does not allow this")


@pytest.fixture
def office(studio: House) -> Iterator[Office]:
    with post_office() as opened:
        set_up_mail(opened)
        yield opened


async def test_the_outbox_says_what_became_of_a_letter_and_never_what_stands_in_it(
    studio: House, office: Office, open_at: Open
) -> None:
    office.answer = "550 no such user"
    letter: Letter = written()
    postman.settle()
    user = await open_at(signed_in("manager"), "/outbox")
    await user.should_see("550 no such user")
    await user.should_not_see("4711-0815")
    office.answer = ""
    fire(user, DataTable, "act", {"name": "resend", "ids": [str(letter.id)]})
    await until(lambda: found(user, DataTable).rows[0]["state"]["word"] == "Sent")


async def test_the_settings_are_tried_with_a_letter_to_oneself(studio: House, office: Office, open_at: Open) -> None:
    user = await open_at(signed_in("owner", email="mara@example.com"), "/settings")
    press(user, "Send a letter to me")
    await user.should_see("The mail server took the letter. Look into mara@example.com.")
    assert [one["To"] for one in office.arrived] == ["mara@example.com"]


async def test_a_saved_password_is_not_shown_again(studio: House, open_at: Open) -> None:
    with post_office() as office:
        set_up_mail(office, password="a canary called Tweety")
    user = await open_at(signed_in(), "/settings")
    await user.should_see("Password at the mail server")
    assert user.client
    said = str([element.props for element in user.client.elements.values()])
    assert "Tweety" not in said
    assert studio.settings["mail.password"] not in said
    assert "Saved. Type to replace it" in said


def fire_tab(user: User, name: str) -> None:
    from nicegui import ui

    found(user, ui.tabs).set_value(name)
