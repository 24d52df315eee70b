"""The portfolio on screen: put into order, narrowed, taken out and back; it follows a withdrawn consent."""

from __future__ import annotations

from components.gallery import Gallery
from pages.schedule.artist import draw as draw_artist
from studio.clients.actions import record_consent
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.photos.actions import show_photos
from studio.schedule.portfolio.actions import add_drawing, choose_photos, restore_works
from studio.schedule.portfolio.queries import portfolio_of
from tests.factories.people import signed_in
from tests.factories.pictures import agreeing, drawn, kept
from tests.factories.schedule import needle
from tests.pages.clients.looking import found, looking, until


async def test_pictures_are_ordered_taken_out_and_leave_with_the_consent(studio: House) -> None:
    owner = signed_in("owner")
    one, ana = needle(owner), agreeing(owner)
    moon = perform(owner, add_drawing, one.id, drawn("teal"), {"title": "Moon", "tags": ["flash"]})
    photo = kept(owner, ana)
    perform(owner, show_photos, [photo.id])
    (chosen,) = perform(owner, choose_photos, one.id, [photo.id])
    async with looking(owner, lambda: draw_artist("AR-0001", "portfolio"), "/artists/AR-0001") as user:
        await user.should_see("2 pictures")
        user.find(kind=Gallery).trigger("order", [str(chosen), str(moon.id)])
        await until(lambda: [work.id for work in ask(owner, portfolio_of, one.id).works] == [chosen, moon.id])
        user.find(kind=Gallery).trigger("order", [str(moon.id)])
        user.find(kind=Gallery).trigger("act", {"name": "remove", "ids": [str(moon.id)]})
        await user.should_see("1 picture is out of the portfolio.")
        perform(owner, restore_works, [moon.id])
        await until(lambda: len(found(user, Gallery).props["pictures"]) == 2)
        perform(owner, record_consent, ana.id, "photo_publicity", False)
        await until(lambda: [shot["title"] for shot in found(user, Gallery).props["pictures"]] == ["Moon"])
