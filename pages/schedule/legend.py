"""What the looks of the calendar mean, and who is away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nicegui import ui

from components.app.text import text
from studio.kernel.text import N_, t
from studio.schedule.queries import Artist

LOOKS: Mapping[str, str] = {
    "planned": N_("Planned, not confirmed"),
    "confirmed": N_("Confirmed"),
    "here": N_("Checked in"),
    "chair": N_("In progress"),
    "done": N_("Done"),
    "buffer": N_("Set-up and cleaning"),
    "off": N_("Not working"),
    "fit": N_("Proposed time"),
}


def draw_legend(absent: Sequence[Artist]) -> None:
    """Each look beside its word."""
    if absent:
        names = ", ".join(one.name for one in absent)
        text(t("Not here: {names}", names=names), "second small prose calendar-absent", "p")
    with ui.element("ul").classes("legend"):
        for key, word in LOOKS.items():
            with ui.element("li"):
                ui.element("i").classes(f"k-{key}").props["aria-hidden"] = "true"
                text(t(word))
