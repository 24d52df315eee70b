"""Let a client read and sign: on a tablet, at this computer or on their own phone, and look on while they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.dialogs import answer, show
from components.app.marks import status_mark
from components.app.perform import attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, choice_field, text_field
from pages.consent.following import Following
from pages.consent.tablets import SEE as TABLETS
from pages.consent.tablets import standing, waiting_now
from pages.consent.what_is_done import WhatIsDone
from studio.clients.queries import ClientCard, health_changes
from studio.consent.actions import open_ceremony
from studio.consent.queries import open_ceremonies
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, nearest, nt, t
from studio.staff.queries import DeviceView, list_devices
from studio.upkeep.lan import lan_enabled, phone_url

OPEN = "consent.ceremony.open"


@dataclass(frozen=True)
class Place:
    """Somewhere to sign. `note` says what is special about it now."""

    key: str
    title: str
    note: str
    ready: bool = True


def places(tablets: list[DeviceView]) -> list[Place]:
    """Every place there is, the likeliest first."""
    open_now, phones = waiting_now(), lan_enabled()
    found = [
        Place(f"tablet:{one.id}", one.name, standing(one, open_now), phones and one.id in open_now) for one in tablets
    ]
    found.sort(key=lambda place: not place.ready)
    desk = Place("desk", t("This computer"), t("Turn the screen to the client"))
    note = t("They scan a code") if phones else t("Phones cannot reach this computer yet.")
    return [*found, desk, Place("phone", t("Their own phone"), note, phones)]


def _say_changed(changed: int) -> None:
    """Before somebody signs: that their health is not what it was."""
    if changed:
        words = nt("{n} health answer changed since last time.", "{n} health answers changed since last time.", changed)
        status_mark("warn", words).classes("long")


async def ask_to_sign(card: ClientCard) -> None:
    """The dialog, from wherever a client is shown; a signing under way is shown as it stands."""
    await Sending(card).show()


class Sending:
    """One dialog: what to sign and where, then how far it has come."""

    def __init__(self, card: ClientCard) -> None:
        self.card = card
        self.chosen = ""
        self.buttons: dict[str, Element] = {}

    async def show(self) -> None:
        """Until it is closed."""
        running = [row for row in await look(open_ceremonies, self.card.id) if row.stage != "expired"]
        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose send-sheet"):
            text(t("Consent of {name}", name=self.card.name), "", "h2")
            self.place = ui.element("div").classes("stack loose")
            with ui.element("div").classes("acts"):
                button(t("Close"), dialog.close)
        dialog.props["aria-label"] = t("Consent of {name}", name=self.card.name)
        show(dialog)
        if running:
            await self._follow(running[-1].id)
        else:
            await self._choose()
        await answer(dialog)

    async def _choose(self) -> None:
        may_see = may(current_actor(), TABLETS, house().rights)
        offered = places(await look(list_devices) if may_see else [])
        changed = await look(health_changes, self.card.id)
        self.place.clear()
        with self.place:
            _say_changed(changed)
        with self.place, Form(self._send) as self.form:
            text(t("Where does {name} sign?", name=self.card.preferred_name or self.card.name), "medium").props(
                "id=where"
            )
            with ui.element("div").classes("candidates").props('role=radiogroup aria-labelledby="where"'):
                for place in offered:
                    self._place(place)
            self._pick(next(place.key for place in offered if place.ready))  # this computer always is
            self.what = WhatIsDone(self.form, self.card)
            await self.what.draw()
            tongue = nearest(self.card.language or house().settings["studio.locale"])
            self.form.field("language", choice_field(t("Language of the text"), LANGUAGES, tongue))
            about = text_field(t("What is done today"), hint=t("For example: tide sleeve, session 3, with Mara."))
            self.form.field("about", about)
            text(t("The text is kept word for word with the signature."), "small quiet", "p")
            self.form.acts(t("Let them read and sign"))

    def _place(self, place: Place) -> None:
        made = ui.element("button").classes("candidate").on("click", lambda: self._pick(place.key))
        made.props.update({"type": "button", "role": "radio"})
        with made, ui.element("span").classes("grow"):
            text(place.title, "strong")
            text(place.note, "second small")
        self.buttons[place.key] = made

    def _pick(self, key: str) -> None:
        self.chosen = key
        for each, made in self.buttons.items():
            made.props["aria-checked"] = "true" if each == key else "false"

    async def _send(self, values: dict[str, Any]) -> object:
        kind, _, device = self.chosen.partition(":")
        made = await attempt(
            open_ceremony,
            self.form,
            self.card.id,
            place=kind,
            device_id=UUID(device) if device else None,
            language=values["language"],
            about=values["about"],
            **self.what.read(values),
        )
        if made is None:
            return None
        self.form.settled()
        if kind == "desk":
            ui.navigate.to(f"/c/{made[0]}")
            return made
        await self._follow(made[1].id, phone_url(f"/c/{made[0]}") if kind == "phone" else "")
        return made

    async def _follow(self, ceremony_id: UUID, url: str = "") -> None:
        self.place.clear()
        with self.place:
            await Following(ceremony_id, url).draw()
