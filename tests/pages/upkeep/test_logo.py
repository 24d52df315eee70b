"""The logo where guests see it, and where the owner changes it."""

from __future__ import annotations

from components.files import FileField
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from studio.upkeep.logo import KEY, keep_logo
from tests.factories.handing import hand_in
from tests.factories.people import signed_in
from tests.pages.clients.looking import until
from tests.pages.consent.signing import browser, sent
from tests.pages.desks import Open
from tests.pages.visiting import invitation, visitor
from tests.studio.upkeep.test_logo import picture


async def test_guests_see_the_studios_logo_where_our_mark_stood(studio: House) -> None:
    form, signing = invitation(), sent()[0]
    guest, phone = visitor(), browser()
    assert "<svg class=mark" in (await guest.get(f"/r/{form}")).text
    perform(signed_in("owner"), change_setting, KEY, keep_logo(studio, picture()))
    address = f"/static/logo-{studio.settings[KEY][:10]}.png"
    for page in (await guest.get(f"/r/{form}"), await phone.get(f"/c/{signing}")):
        assert f"<img class=logo src={address}" in page.text
        assert "<svg class=mark" not in page.text
    shown = await guest.get(address)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/png")
    assert "immutable" in shown.headers["cache-control"]
    perform(signed_in("owner"), change_setting, KEY, "")
    assert (await guest.get(address)).status_code == 404


async def test_the_owner_hands_in_a_logo_and_removes_it(studio: House, open_at: Open) -> None:
    desk = await open_at(signed_in("owner"), "/settings")
    await desk.should_see("None yet: the mark of Linework stands for it.")
    place = next(iter(desk.find(FileField).elements))
    assert "another kind of file" in (await hand_in(place, b"no picture", "x.png"))["said"]
    assert (await hand_in(place, picture(), "x.png")) == {"kind": "png"}
    await until(lambda: studio.settings[KEY])
    await desk.should_see("Remove")
    desk.find("Remove").click()
    await until(lambda: not studio.settings[KEY])


async def test_a_manager_sees_the_logo_and_changes_nothing(studio: House, open_at: Open) -> None:
    desk = await open_at(signed_in("manager"), "/settings")
    await desk.should_see("None yet: the mark of Linework stands for it.")
    await desk.should_not_see(FileField)
