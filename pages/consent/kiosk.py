"""The waiting screen of a paired tablet: the studio's mark, nothing of anybody, and the signing it is sent."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui
from nicegui.element import Element

from components.app import assets, theme
from components.app.live import live
from components.app.perform import act, look
from components.app.who import current_actor
from pages.static_files import logo_address
from studio.clients.actions import take_registration
from studio.clients.facts import FormSent
from studio.clients.queries.invitations import form_of_device
from studio.consent.actions import take_ceremony
from studio.consent.facts import CeremonyOpened
from studio.consent.queries import ceremony_of_device
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import language, t

NEEDS = "consent.ceremony.take"

theme.also(Path(__file__).parent / "kiosk.css")


class Waiting(Element, component="kiosk.js"):
    """One element: mark, name, and what is said when the connection is lost."""

    def __init__(self, studio: str, tablet: str) -> None:
        super().__init__()
        self._props.update(
            {
                "studio": studio,
                "tablet": tablet,
                "art": assets.address("drawings.svg"),
                "logo": logo_address(),
                "words": {
                    "lang": language(),
                    "wait": t("Somebody of the studio sends you here what there is to read and sign."),
                    "lost": t("No connection to the studio's computer. Trying again…"),
                    "staff": t("Staff"),
                },
            }
        )


async def draw() -> None:
    """The screen `/kiosk`."""
    actor = current_actor()
    ui.page_title(house().settings["studio.name"] or "Linework")
    Waiting(house().settings["studio.name"] or "Linework", actor.name)
    here = ui.context.client
    # a page the tablet has left lives on for a while, and would take the signing away from the one that is open
    sent_here = lambda fact: fact.device_id == actor.device_id and here.has_socket_connection  # noqa: E731
    live((CeremonyOpened, FormSent), lambda _: show_what_was_sent(), when=sent_here)
    here.on_connect(show_what_was_sent)


async def show_what_was_sent() -> None:
    """Go to the signing or the form that was sent here, if one is: also after the tablet slept while it came."""
    try:
        signing = await look(ceremony_of_device)
        form = await look(form_of_device) if signing is None else None
    except Refusal:
        ui.navigate.reload()
        return
    if signing is not None:
        taken = await act(take_ceremony, signing.id)
        go_to("c", taken)
    elif form is not None:
        taken = await act(take_registration, form)
        go_to("r", taken)


def go_to(room: str, token: str | None) -> None:
    """Nothing of it stays in the browser's history."""
    if token:
        ui.run_javascript(f"location.replace('/{room}/{token}')")
