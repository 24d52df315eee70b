"""What the jurisdiction room declares."""

from __future__ import annotations

import re

from studio.extension.area import Area, DemoPlan
from studio.jurisdiction import shelf
from studio.jurisdiction.facts import ProfileChanged, ProfileCopied, ProfileRemoved
from studio.jurisdiction.holding import HOLDS
from studio.jurisdiction.names import copy_names
from studio.jurisdiction.offers import OFFERS
from studio.jurisdiction.refusals import ProfileIsUnknown
from studio.kernel.facts import Fact
from studio.kernel.house import House
from studio.kernel.permissions import Permission
from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.kernel.work import Work
from studio.upkeep.facts import SettingChanged

TEAM = "owner manager artist guest_artist reception viewer inspector console"


def likely_key(value: str) -> str:
    """A profile's key; whether there is such a profile is looked up in the act."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 60:
        raise ProfileIsUnknown(shelf.SETTING)
    return value


def note_choice(work: Work, fact: SettingChanged) -> None:
    """Another choice is a new edition; what does not exist is not chosen."""
    if fact.key == shelf.SETTING:
        from studio.jurisdiction.standing import stand_chosen

        stand_chosen(work)


def made_up_rules(house: House, plan: DemoPlan) -> None:
    """The made-up studio's profile; drawn only when somebody asks for a demo."""
    from studio.jurisdiction.demo import fill

    fill(house, plan)


def read_again(_: Fact) -> None:
    """What was in force may say something else now."""
    shelf.forget()


AREA = Area(
    name="jurisdiction",
    holds=HOLDS,
    offers=OFFERS,
    permissions=(
        Permission.of("jurisdiction.profile.see", N_("Read the country's rules"), TEAM),
        Permission.of(
            "jurisdiction.profile.change", N_("Choose the country's rules, copy and change them"), "owner console"
        ),
        Permission.of("jurisdiction.demo.fill", N_("Choose the rules of a made-up studio"), "console"),
    ),
    settings=(
        Setting(
            shelf.SETTING,
            str,
            shelf.NEUTRAL,
            N_("Country profile"),
            who="jurisdiction.profile.change",
            check=likely_key,
            listed=False,
        ),
    ),
    sentences={
        "jurisdiction.profile.choose": N_("{who} chose a country profile"),
        "jurisdiction.profile.copy": N_("{who} made the country profile {what}"),
        "jurisdiction.profile.change": N_("{who} changed the country profile {what}"),
        "jurisdiction.profile.import": N_("{who} took in the country profile {what}"),
        "jurisdiction.profile.remove": N_("{who} removed a country profile"),
        "jurisdiction.demo.fill": N_("{who} chose a country profile"),
    },
    within=((SettingChanged, note_choice),),
    after=(
        (SettingChanged, read_again),
        (ProfileCopied, read_again),
        (ProfileChanged, read_again),
        (ProfileRemoved, read_again),
    ),
    demo=made_up_rules,
    kinds={"jurisdiction": N_("country profile")},
    names={"jurisdiction": copy_names},
)
