"""The dialog that opens a signing says which text is usual, and lets another one be signed."""

from __future__ import annotations

from nicegui import ui
from nicegui.testing import User
from sqlmodel import select

from studio.consent.models import Ceremony
from studio.kernel.house import House
from tests.factories.consents import adult
from tests.factories.people import signed_in
from tests.pages.desks import Open, press
from tests.patience import until


def choice(user: User, label: str) -> ui.select:
    """The field of that name, starred or not."""
    return next(one for one in user.find(ui.select).elements if str(one.props.get("label", "")).rstrip(" *") == label)


async def test_the_photo_release_is_chosen_at_the_desk(studio: House, open_at: Open) -> None:
    def opened() -> list[str]:
        with studio.db.writing() as session:
            return list(session.exec(select(Ceremony.template)))

    artist, client = signed_in("artist"), adult()
    desk = await open_at(artist, f"/clients/{client.code}")
    press(desk, "Consent")
    await desk.should_see("As usual: Consent to a tattoo")
    choice(desk, "Service").value = "kind:removal"
    await desk.should_see("Choose a text")
    press(desk, "Let them read and sign")
    await desk.should_see("No consent text is meant for this yet.")
    choice(desk, "Text").value = "photo-release"
    press(desk, "Let them read and sign")
    await until(lambda: opened() == ["photo-release"])
