"""Which networks of this computer phones and tablets may come in by."""

from __future__ import annotations

from nicegui import ui

from components.app.feedback import toast
from components.app.perform import act
from components.app.text import text
from components.form.choices import check_field
from pages.upkeep.network_names import network_name
from studio.kernel.house import house
from studio.kernel.text import t
from studio.upkeep.actions import change_setting
from studio.upkeep.lan import LanAddress, chosen, lan_addresses

KEY = "lan.address"


class NetworkChoice:
    """Each network with a tick; without any tick the likeliest is open."""

    def __init__(self, *, may: bool) -> None:
        self.may = may
        with ui.element("div").classes("network-choice"):
            text(t("Open on"), "medium", "div")
            text(
                t("Only these and this computer itself. Without a tick Linework chooses the likeliest."),
                "second small",
                "div",
            )
            self.place = ui.element("div").classes("stack tight")
        self.show()

    def show(self) -> None:
        """As it is stored now."""
        stored = str(house().settings[KEY])
        present = lan_addresses()
        found = chosen(stored, present)
        self.place.clear()
        with self.place:
            for one in present:
                self._tick(one, stored, by_itself=not stored and one in found)
            if not present:
                text(t("This computer is in no network."), "second", "p")

    def _tick(self, one: LanAddress, stored: str, *, by_itself: bool) -> None:
        kept = stored.split(",")
        words = f"{network_name(one)} · {one.ip}"
        if by_itself:
            words = t("{network}, chosen by itself", network=words)
        tick = check_field(
            words, one.stored in kept or one.ip in kept, on_change=lambda event: self._set(one, event.value)
        )
        tick.set_enabled(self.may)

    async def _set(self, one: LanAddress, on: bool) -> None:
        before = str(house().settings[KEY])
        kept = [part for part in before.split(",") if part and part not in (one.stored, one.ip)]
        value = ",".join([*kept, one.stored] if on else kept)
        if value == before:
            return
        await act(change_setting, KEY, value)
        if house().settings[KEY] != before:
            toast(t("Saved: {what}", what=t("Open on")), lambda: act(change_setting, KEY, before))
        self.show()
