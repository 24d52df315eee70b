"""What a new studio sets first."""

from __future__ import annotations

from pages.clients.invite import SETTINGS
from studio.extension.screens import FirstStep
from studio.kernel.text import N_
from studio.upkeep import logo
from studio.upkeep.facts import SettingChanged
from studio.upkeep.first import chosen, phones_let_in
from studio.upkeep.premises import ADDRESS, HOURS, METHODS, TAXES

CHANGE = "upkeep.settings.change"


def _setting(order: int, words: str, why: str, act: str, *keys: str) -> FirstStep:
    """A step that is done once these are set."""
    return FirstStep(keys[0], words, why, act, f"/settings#{keys[0]}", order, CHANGE, chosen(*keys), (SettingChanged,))


STEPS = (
    FirstStep(
        "lan.enabled",
        N_("Let phones in"),
        N_("So that guests can register on their own phone, over the studio's Wi-Fi."),
        N_("Open the settings"),
        "/settings#phones",
        10,
        SETTINGS,
        phones_let_in,
        (SettingChanged,),
    ),
    _setting(
        70,
        N_("Say where the studio is"),
        N_("The address stands on consents and letters."),
        N_("Write the address"),
        ADDRESS,
    ),
    _setting(
        80,
        N_("Show your logo"),
        N_("On consents, on the waiting tablet and on guests' phones."),
        N_("Choose the logo"),
        logo.KEY,
    ),
    _setting(90, N_("Set the opening hours"), N_("For each day of the week."), N_("Write the hours"), HOURS),
    _setting(
        100,
        N_("Say how people pay, and what tax is in a price"),
        N_("Both are offered when something is paid."),
        N_("Choose"),
        METHODS,
        TAXES,
    ),
    _setting(
        150,
        N_("Choose the studio's colour"),
        N_("The accent on every screen and every phone form."),
        N_("Choose a colour"),
        "looks.accent",
    ),
)
