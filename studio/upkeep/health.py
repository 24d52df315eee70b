"""The health of the house: what a timer looks at every minute, and what the nightly examination found."""

from __future__ import annotations

import shutil
from datetime import timedelta

from studio.extension.area import AlertKind, Timer
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.kernel.work import Work, action
from studio.messages.actions.raising import raise_alert, settle_alert
from studio.upkeep.doorways import doorways
from studio.upkeep.facts import ExaminationDue
from studio.upkeep.lapsing import ALERTS as LAPSING
from studio.upkeep.lapsing import WATCH, look_at_certificates, look_at_clock
from studio.upkeep.rules import whole_number

DISK, DAMAGE, DOOR = "upkeep.disk.full", "upkeep.data.damaged", "upkeep.network.shut"
GIGABYTE = 1_000_000_000


@action(WATCH)
def watch_health(work: Work) -> None:
    """Tell when the disk is nearly full, a door to the network cannot open, the clock jumped or a certificate ends."""
    _look_at_disk(work)
    _look_at_doors(work)
    look_at_clock(work)
    look_at_certificates(work)


@action("upkeep.health.call", needs="upkeep.health.watch")
def call_examiner(work: Work) -> None:
    """Time to look at every byte; it is done outside any act, since it takes as long as there are bytes."""
    work.emit(ExaminationDue())


@action("upkeep.health.found", needs="upkeep.health.watch")
def note_examination(work: Work, damage: str) -> None:
    """What the examination found: the first thing that is wrong, or nothing."""
    if damage:
        raise_alert(work, DAMAGE, damage=damage[:200])
    else:
        settle_alert(work, DAMAGE)


def _look_at_disk(work: Work) -> None:
    least = work.house.settings["health.disk_gigabytes"]
    free = shutil.disk_usage(work.house.folder.path).free
    if free < least * GIGABYTE:
        raise_alert(work, DISK, free=f"{free / GIGABYTE:.1f}")
    else:
        settle_alert(work, DISK)


def _look_at_doors(work: Work) -> None:
    for kind in ("plain", "tls"):
        door = doorways[kind]
        if door.state in ("busy", "failed"):
            raise_alert(work, DOOR, key=kind, port=door.port)
        else:
            settle_alert(work, DOOR, kind)


PERMISSIONS = (Permission.of("upkeep.health.watch", N_("Look after disk and data"), "timer"),)
SETTINGS = (whole_number("health.disk_gigabytes", 2, N_("Gigabytes that should stay free on the disk"), 1, 1000),)
TIMERS = (
    Timer("upkeep.health.watch", timedelta(minutes=1), watch_health),
    Timer("upkeep.health.call", timedelta(days=1), call_examiner),
)
ALERTS = (
    *LAPSING,
    AlertKind(
        DISK,
        N_("The disk is nearly full: {free} GB are left. Free some space before nothing can be saved."),
        urgency="urgent",
        roles="owner manager reception",
        channels="app mail",
        title=N_("The disk is nearly full"),
        lasts=True,
    ),
    AlertKind(
        DOOR,
        N_("Phones and tablets cannot come in: port {port} could not be opened. Another program may use it."),
        urgency="warn",
        roles="owner manager reception",
        title=N_("Phones cannot come in"),
        to="/settings#phones",
        lasts=True,
    ),
    AlertKind(
        DAMAGE,
        N_("Part of the studio's data is not as it was written ({damage}). Call whoever looks after this computer."),
        urgency="urgent",
        roles="owner",
        channels="app mail desktop",
        title=N_("Data is damaged"),
        lasts=True,
    ),
)
SENTENCES = {
    "upkeep.health.watch": N_("The computer looked after its disk, doors, clock and certificate"),
    "upkeep.health.call": N_("The daily examination of all data began"),
    "upkeep.health.found": N_("The examination of all data found something, or found that it is over"),
}
