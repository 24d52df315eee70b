"""Made-up alerts: that this is a demo, one that is new, one that is over."""

from __future__ import annotations

from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action, perform
from studio.messages.actions.raising import raise_alert, settle_alert
from studio.staff.models import User

DEMO, REFUSED, DISK = "messages.demo.studio", "staff.sign_in.refused_often", "upkeep.disk.full"


def fill(_: House, plan: DemoPlan) -> None:
    """Raise them."""
    artist = plan.people.get("artist")
    perform(CONSOLE, fill_alerts, artist)


@action("messages.demo.fill")
def fill_alerts(work: Work, artist: User | None) -> None:
    """Nobody here is real; somebody guessed at an artist's password; the disk was nearly full last week."""
    raise_alert(work, DEMO)
    if artist is not None:
        raise_alert(work, REFUSED, subject=Subject("user", artist.id), n=8)
    raise_alert(work, DISK, free="1.4")
    settle_alert(work, DISK)
