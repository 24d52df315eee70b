"""Photos on screen: a client's tab, the portfolio, and what becomes of both when a consent is taken back."""

from __future__ import annotations

from studio.clients.actions import record_consent
from studio.clients.queries import who_viewed
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.photos.actions import show_photos
from studio.photos.models import Photo
from studio.photos.queries import gallery, portfolio
from studio.photos.queries.gallery import LARGEST_PAGE
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.factories.pictures import agreeing, kept
from tests.pages.desks import Open, press


async def test_the_tab_shows_what_is_kept_says_what_is_missing_and_notes_one_look(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    client = agreeing(owner, "photo_record", name="Rita Lobo")
    photo = kept(owner, client, kind="healing", day=12)
    user = await open_at(owner, f"/clients/{client.code}?tab=photos")
    await user.should_see("Healing, day 12")
    await user.should_see("Rita Lobo has not agreed to photos in public")
    perform(owner, record_consent, client.id, "photo_publicity", True)
    await user.should_not_see("has not agreed")
    perform(owner, show_photos, [photo.id])
    await user.should_see("Public")
    perform(owner, record_consent, client.id, "photo_record", False)
    await user.should_see("1 photo is hidden since the consent was withdrawn.")
    await user.should_not_see("Healing, day 12")
    assert ask(owner, who_viewed, client.id)[1] == 1


async def test_older_ones_of_many_come_when_asked_for(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    client = agreeing(owner)
    told = kept(owner, client, caption="the first").model_dump(exclude={"id", "created_at", "updated_at", "version"})
    with studio.db.writing() as session:
        session.add_all(Photo(**{**told, "kind": "reference"}) for _ in range(LARGEST_PAGE))
    user = await open_at(owner, f"/clients/{client.code}?tab=photos")
    await user.should_see("Reference")
    await user.should_not_see("Finished work")
    press(user, "Show older")
    await user.should_see("Finished work")
    await user.should_not_see("Show older")


async def test_without_consent_nothing_can_be_added_and_reception_has_no_gallery(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    client = on_file(owner, "Rui Nunes")
    user = await open_at(owner, f"/clients/{client.code}?tab=photos")
    await user.should_see("Rui Nunes has not agreed to photos for the file")
    await user.should_not_see("Add photos")
    perform(owner, record_consent, client.id, "photo_record", True)
    await user.should_see("Add photos")
    desk = await open_at(signed_in("reception"), f"/clients/{client.code}?tab=photos")
    await desk.should_see("Drop a portrait here")
    await desk.should_not_see("Add photos")


async def test_the_portfolio_follows_at_once(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    client = agreeing(owner, name="Rita Lobo")
    one, two = kept(owner, client, "olive", tags=["lines"]), kept(owner, client, tags=["dots"])
    viewer = await open_at(signed_in("viewer"), "/photos")
    await viewer.should_see("Nothing to show yet")
    perform(owner, show_photos, [one.id, two.id])
    await viewer.should_see("2 photos")
    await viewer.should_not_see("Rita")
    narrowed = await open_at(owner, "/photos?tag=lines&artist=nobody")
    await narrowed.should_see("1 photo")
    perform(owner, record_consent, client.id, "photo_publicity", False)
    await viewer.should_see("Nothing to show yet")
    assert ask(owner, portfolio).total == 0


async def test_the_office_decides_on_what_was_withdrawn(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    client = agreeing(owner, name="Rita Lobo")
    kept(owner, client)
    perform(owner, record_consent, client.id, "photo_record", False)
    user = await open_at(owner, "/photos")
    await user.should_see("1 photo is hidden")
    user = await open_at(owner, "/photos/withdrawn")
    await user.should_see("Rita Lobo")
    assert ask(owner, gallery, client.id).hidden == 1
    perform(owner, record_consent, client.id, "photo_record", True)
    await user.should_see("Nothing to decide")
