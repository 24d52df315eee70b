"""Pictures of identity documents: taken while the papers are looked at, viewed, removed in time."""

from __future__ import annotations

from uuid import UUID

from studio.consent import facts, guardian_refusals, refusals
from studio.consent.identity_pictures import WHOSE, keep, remove
from studio.consent.models import Ceremony, IdentityPicture
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action


@action("consent.identity.keep", needs="consent.ceremony.witness")
def keep_identity_picture(work: Work, ceremony_id: UUID, whose: str, jpeg: bytes) -> IdentityPicture:
    """Keep a picture made by `identity_pictures.read_picture`, while the signing waits for its witness."""
    ceremony = work.get(Ceremony, ceremony_id)
    if whose not in WHOSE or (whose == "guardian" and not ceremony.guardian):
        raise guardian_refusals.NobodyStandsIn
    if ceremony.state != "signed":
        raise refusals.CeremonyIsOver
    return keep(work, ceremony, whose, jpeg)


@action("consent.identity.view", needs="consent.packet.see")
def view_identity_picture(work: Work, picture_id: UUID) -> bytes:
    """The picture; who looked is written in the journal. Raises PictureIsGone."""
    picture = work.get(IdentityPicture, picture_id)
    if picture.file_id is None:
        raise guardian_refusals.PictureIsGone
    work.emit(facts.IdentityPictureViewed(picture.client_id, picture.ceremony_id, picture.whose))
    return work.house.files.read(picture.file_id)


@action("consent.identity.remove", needs="consent.ceremony.witness")
def remove_identity_picture(work: Work, picture_id: UUID) -> None:
    """Before its time, as when it shows more than it should. Twice changes nothing."""
    picture = work.get(IdentityPicture, picture_id)
    work.about(Subject("client", picture.client_id))
    if picture.removed_at is None:
        remove(work, picture, "removed by hand")
