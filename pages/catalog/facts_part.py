"""What there is to know of a service, for its own page and for the pane beside the list."""

from __future__ import annotations

from nicegui import ui

from components.app.marks import status_mark
from components.app.text import text
from pages.catalog import showing
from studio.catalog.queries import Choices, Service
from studio.kernel.text import t


def draw_facts(one: Service, choices: Choices) -> None:
    """State, then every condition that says something."""
    if one.archived_at:
        status_mark("none", t("Archived"))
    elif not one.active:
        status_mark("wait", t("Paused: not offered now"))
    if one.description:
        text(one.description, "prose second", "p")
    with ui.element("dl").classes("facts"):
        for label, words in _told(one, choices):
            if words:
                text(label, "", "dt")
                text(words, "prose", "dd")
    _own(one, choices)


def _told(one: Service, choices: Choices) -> list[tuple[str, str]]:
    buffers = [
        t("{time} before", time=showing.minutes_text(one.buffer_before)) if one.buffer_before else "",
        t("{time} after", time=showing.minutes_text(one.buffer_after)) if one.buffer_after else "",
    ]
    return [
        (t("Kind"), showing.kind_text(one, choices)),
        (t("Duration"), showing.duration_text(one)),
        (t("Set-up and cleaning"), ", ".join(filter(None, buffers))),
        (t("Price"), showing.price_text(one)),
        (t("Tax rate"), one.tax_rate or (choices.taxes[0] if choices.taxes else "")),
        (t("Deposit"), showing.deposit_text(one)),
        (t("Minimum age"), showing.age_text(one)),
        (t("Consent text"), choices.consents.get(one.consent_template, one.consent_template)),
        (t("Aftercare sheet"), choices.aftercare.get(one.aftercare, one.aftercare)),
        (t("Days to heal"), showing.days_text(one.healing_days)),
        (t("Offered by"), showing.artists_text(one, choices)),
    ]


def _own(one: Service, choices: Choices) -> None:
    told = [(artist, showing.own_text(artist.minutes, artist.price)) for artist in one.artists]
    differing = [(showing.name_of(artist.artist_id, choices), words) for artist, words in told if words]
    if not differing:
        return
    text(t("Differently with"), "", "h3")
    with ui.element("dl").classes("facts"):
        for name, words in differing:
            text(name, "", "dt")
            text(words, "", "dd")
