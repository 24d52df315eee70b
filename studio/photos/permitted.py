"""What a client agreed to, and what becomes of their pictures when they take it back: all of it in the open act."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from studio.clients.facts import ClientsMerged, ClientsParted, ConsentChanged
from studio.clients.family import family_of, head_of
from studio.clients.models import Client
from studio.clients.queries.health import consents_of
from studio.kernel.work import Read, Work
from studio.photos import facts, refusals
from studio.photos.models import Photo, PhotoShowing

RECORD, PUBLICITY = "photo_record", "photo_publicity"
REMOVED, WITHDRAWN = "removed", "withdrawn"


def agreed(work: Work, client_id: UUID) -> frozenset[str]:
    """The kinds of consent that stand now, files merged into one counted together."""
    states = consents_of(Read(work.connection, work.actor, work.house, "all"), head_of(work.connection, client_id))
    return frozenset(kind for kind, state in states.items() if state.given)


def must_keep(work: Work, client: Client) -> None:
    """Raises RecordConsentIsMissing where the client has not agreed to pictures on file."""
    if RECORD not in agreed(work, client.id):
        raise refusals.RecordConsentIsMissing(name=client.name)


def must_show(work: Work, client: Client) -> None:
    """Raises unless the client agreed both to pictures on file and to showing them."""
    standing = agreed(work, client.id)
    if RECORD not in standing:
        raise refusals.RecordConsentIsMissing(name=client.name)
    if PUBLICITY not in standing:
        raise refusals.PublicityConsentIsMissing(name=client.name)


def record_withdrawn(work: Work, client_id: UUID) -> None:
    """Hidden at once, and shown nowhere."""
    publicity_withdrawn(work, client_id)
    hidden = [photo for photo in photos_of(work, client_id) if photo.hidden_at is None]
    for photo in hidden:
        photo.hidden_at = work.now
        work.add(photo)
    if hidden:
        work.emit(facts.PicturesHidden(client_id, len(hidden)))


def publicity_withdrawn(work: Work, client_id: UUID) -> None:
    """Shown nowhere from this act on; what was removed while it was shown does not come back as shown either."""
    end_showings(work, client_id, showings_of(work, client_id), WITHDRAWN)
    for showing in work.session.exec(_of_family(work, client_id).where(PhotoShowing.ended_why == REMOVED)):
        showing.ended_why = WITHDRAWN
        work.add(showing)


def agreed_again(work: Work, fact: ConsentChanged) -> None:
    """What was hidden comes back; what was shown has to be marked anew."""
    if fact.consent != RECORD or not fact.given:
        return
    back = [photo for photo in photos_of(work, fact.client_id) if photo.hidden_at is not None]
    for photo in back:
        photo.hidden_at, photo.kept_why, photo.kept_by_name = None, "", ""
        work.add(photo)
    if back:
        work.emit(facts.PicturesBack(fact.client_id, len(back)))


def files_changed_hands(work: Work, fact: ClientsMerged | ClientsParted) -> None:
    """Two files are one, or two again: the newest word of each person counts for all of their pictures."""
    for client_id in filter(None, (fact.client_id, fact.other_id)):
        standing = agreed(work, client_id)
        if RECORD not in standing:
            record_withdrawn(work, client_id)
        elif PUBLICITY not in standing:
            publicity_withdrawn(work, client_id)


def end_showings(work: Work, client_id: UUID, showings: Iterable[PhotoShowing], why: str) -> int:
    """None of these may be shown any more."""
    ended = list(showings)
    for showing in ended:
        showing.ended_at, showing.ended_why = work.now, why
        work.add(showing)
    if ended:
        work.emit(facts.PublicityChanged(client_id, len(ended), shown=False, why=why))
    return len(ended)


def photos_of(work: Work, client_id: UUID) -> list[Photo]:
    """Every picture of the family, removed ones included."""
    family = family_of(head_of(work.connection, client_id))
    return list(work.session.exec(select(Photo).where(col(Photo.client_id).in_(family))))


def showings_of(work: Work, client_id: UUID) -> list[PhotoShowing]:
    """What of the family may be shown now."""
    return list(work.session.exec(_of_family(work, client_id).where(col(PhotoShowing.ended_at).is_(None))))


def _of_family(work: Work, client_id: UUID) -> SelectOfScalar[PhotoShowing]:
    family = family_of(head_of(work.connection, client_id))
    return select(PhotoShowing).where(col(PhotoShowing.client_id).in_(family))
