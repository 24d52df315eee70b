"""Whoever should sign has stopped, or left the tablet alone."""

from __future__ import annotations

from uuid import UUID

from studio.consent.actions.ceremony import end
from studio.consent.actions.sign import is_theirs
from studio.consent.models import Ceremony
from studio.consent.queries.guest import TO_TALK
from studio.kernel.refusal import Missing
from studio.kernel.work import Work, action

STOPPED, LEFT_ALONE = "stopped", "left alone"


@action("consent.ceremony.leave", needs="consent.ceremony.sign")
def leave_ceremony(work: Work, ceremony_id: UUID, *, alone: bool = False, talk: bool = False) -> None:
    """End a signing before it is signed, from where it is shown. What is signed or ended already stays so.

    `talk` says that an answer rules it out: which one is not kept, and staff go and talk to the client.
    """
    ceremony = work.get(Ceremony, ceremony_id)
    if not is_theirs(work, ceremony):
        raise Missing
    if ceremony.state == "open":
        end(work, ceremony, TO_TALK if talk else LEFT_ALONE if alone else STOPPED)
