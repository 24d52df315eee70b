"""Where a form is filled in: on the guest's own phone, in the desk's window, or on one of the studio's tablets."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from pages.asking import staff, tablet
from studio.clients.queries.invitations import Invited
from studio.kernel.text import t

KIOSK, HOME = "/kiosk", "/inbox"


@dataclass(frozen=True)
class Place:
    """`own` says that nobody else uses this screen: only there drafts are kept and the browser may fill in."""

    kind: str = "phone"
    home: str = ""
    about: bool = False
    """Whether it is a code for somebody on file, who brings their details up to date."""
    is_here: bool = True
    ended: bool = False

    @property
    def own(self) -> bool:
        return self.kind == "phone"

    @property
    def sheet(self) -> str:
        return "tablet.css" if self.kind == "tablet" else "plain.css"

    def still(self) -> dict[str, str]:
        """What a tablet asks when nobody has touched it for a minute."""
        return {
            "title": t("Are you still there?"),
            "more": t("Without an answer this ends in {n} seconds, and nothing is kept.", n="{n}"),
            "here": t("I am still here"),
        }


AT_THE_PHONE = Place()


def place_of(request: Request, invited: Invited) -> Place:
    """What was sent to a tablet is on that tablet alone."""
    about, holds = invited.client_id is not None, tablet(request)
    if invited.device_id is not None:
        here = holds is not None and holds.device_id == invited.device_id
        return Place("tablet", KIOSK, about, here, invited.ended)
    return Place("desk", HOME, about) if staff(request) is not None else Place(about=about)
