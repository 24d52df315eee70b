"""What the consent room does by itself: end signings nobody came back to, draw papers that are missing."""

from __future__ import annotations

from sqlmodel import select

from studio.consent.actions.ceremony import end
from studio.consent.actions.tokens import token_lives
from studio.consent.drawer import drawer
from studio.consent.models import Ceremony
from studio.consent.queries.packets import packets_without_paper
from studio.kernel.work import Read, Work, action


@action("consent.ceremony.tidy")
def end_forgotten(work: Work) -> int:
    """End every unsigned ceremony whose token is too old to be used. Gives how many."""
    forgotten = [
        one for one in work.session.exec(select(Ceremony).where(Ceremony.state == "open")) if not token_lives(work, one)
    ]
    for ceremony in forgotten:
        end(work, ceremony, "expired")
    return len(forgotten)


@action("consent.paper.catch_up", needs="consent.paper.keep")
def draw_missing(work: Work) -> int:
    """Hand every packet without a paper to the drawer, as after a crash between signing and drawing."""
    missing = packets_without_paper(Read(work.connection, work.actor, work.house, "all"))
    for packet_id in missing:
        drawer.soon(work.house, packet_id)
    return len(missing)
