"""What to do first in a studio that is still empty."""

from __future__ import annotations

from dataclasses import dataclass

from nicegui import ui

from components.app.button import button
from components.app.marks import status_mark
from components.app.text import text
from pages.clients.invite import SETTINGS
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.text import t
from studio.upkeep.lan import lan_enabled


@dataclass(frozen=True)
class Step:
    """One thing to do: words, why, where, and whether it is done."""

    words: str
    why: str
    act: str
    to: str
    needs: str
    done: bool = False


def draw_first_steps(actor: Actor) -> None:
    """The steps this person may take, in the order that makes sense."""
    with ui.element("section").classes("stack first-steps"):
        text(t("First steps"), "", "h2")
        with ui.element("ol"):
            for step in steps():
                if may(actor, step.needs, house().rights):
                    draw_step(step)


def steps() -> tuple[Step, ...]:
    """All of them, as the studio stands now."""
    return (
        Step(
            t("Let phones in"),
            t("So that guests can register on their own phone, over the studio's Wi-Fi."),
            t("Open the settings"),
            "/settings#phones",
            SETTINGS,
            lan_enabled(),
        ),
        Step(
            t("Put the first client on file"),
            t("By hand here, or with the code a guest scans."),
            t("New client"),
            "/clients/new",
            "clients.client.edit",
        ),
        Step(
            t("Bring the clients you have"),
            t("From another program or a spreadsheet, as a CSV file or an Excel workbook."),
            t("Import clients"),
            "/clients/import",
            "clients.client.import",
        ),
        Step(
            t("Add the people who work here"),
            t("Each with their own sign-in, so that the journal knows who did what."),
            t("Add people"),
            "/staff",
            "staff.user.add",
        ),
        Step(
            t("Choose the studio's colour"),
            t("The accent on every screen and every phone form."),
            t("Choose a colour"),
            "/settings#looks",
            "upkeep.settings.change",
        ),
    )


def draw_step(step: Step) -> None:
    """One line: what, why, and the way there."""
    with ui.element("li"):
        with ui.element("div").classes("grow"):
            text(step.words, "strong", "div")
            text(step.why, "second small", "div")
        if step.done:
            status_mark("ok", t("Done"))
        else:
            button(step.act, to=step.to)
