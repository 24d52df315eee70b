"""What the consent room does by itself: end signings nobody came back to, draw papers that are missing."""

from __future__ import annotations

from sqlmodel import col, select

from storage.table import columns_of
from studio.consent.actions.ceremony import end
from studio.consent.actions.tokens import token_lives
from studio.consent.drawer import drawer
from studio.consent.identity_pictures import remove
from studio.consent.models import Ceremony, IdentityPicture
from studio.consent.queries.packets import packets_without_paper
from studio.kernel.work import Read, Work, action
from studio.privacy.due import Due


@action("consent.ceremony.tidy")
def end_forgotten(work: Work) -> int:
    """End every unsigned ceremony whose token is too old to be used. Gives how many."""
    forgotten = [
        one for one in work.session.exec(select(Ceremony).where(Ceremony.state == "open")) if not token_lives(work, one)
    ]
    for ceremony in forgotten:
        end(work, ceremony, "expired")
    return len(forgotten)


@action("consent.identity.expire")
def expire_pictures(work: Work) -> int:
    """Remove pictures of documents that the rules in force keep no longer, and those of signings that ended without
    a consent; never of clients under a hold. Gives how many."""
    due, table = Due(work.house, work.connection), columns_of(IdentityPicture)
    holding = next(one for one in due.holdings() if one.table is table)
    over = {one.id for one in due.over(holding)}
    standing = select(IdentityPicture, Ceremony.state).join(Ceremony, col(Ceremony.id) == IdentityPicture.ceremony_id)
    gone = [
        picture
        for picture, state in work.session.exec(standing.where(col(IdentityPicture.removed_at).is_(None)))
        if picture.id in over or (state == "cancelled" and picture.client_id not in due.held)
    ]
    for picture in gone:
        remove(work, picture, "its time was over")
    return len(gone)


@action("consent.paper.catch_up", needs="consent.paper.keep")
def draw_missing(work: Work) -> int:
    """Hand every packet without a paper to the drawer, as after a crash between signing and drawing."""
    missing = packets_without_paper(Read(work.connection, work.actor, work.house, "all"))
    for packet_id in missing:
        drawer.soon(work.house, packet_id)
    return len(missing)
