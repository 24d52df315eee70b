"""What a new studio has set, for its first steps; and whether they stand on the home page at all."""

from __future__ import annotations

from studio.kernel.settings import Setting
from studio.kernel.text import N_
from studio.kernel.work import Query, Read, query
from studio.upkeep.lan import lan_enabled

SHOWN = "looks.first_steps"
SETTINGS = (
    Setting(
        SHOWN,
        bool,
        True,
        N_("First steps on the home page"),
        help=N_("What a new studio does once, for the owner; each is ticked off by itself."),
    ),
)


@query("upkeep.settings.reach")
def phones_let_in(read: Read) -> bool:
    """Whether phones may come in from the network."""
    return lan_enabled()


def chosen(*keys: str) -> Query[[], bool]:
    """Whether somebody set each of these, be it to the usual value."""

    @query("upkeep.settings.reach")
    def all_chosen(read: Read) -> bool:
        return all(read.house.settings.is_chosen(key) for key in keys)

    return all_chosen


def switched_on(key: str) -> Query[[], bool]:
    """Whether this is on."""

    @query("upkeep.settings.reach")
    def is_on(read: Read) -> bool:
        return bool(read.house.settings[key])

    return is_on
