"""At the end of a signing whoever signed last takes the aftercare sheet along on their own phone."""

from __future__ import annotations

from uuid import UUID

from studio.clients.actions.client import present
from studio.consent.actions.guardian import is_guardian
from studio.consent.actions.sign import is_theirs
from studio.consent.actions.tokens import guardian_of
from studio.consent.aftercare import AT_END, sheet_of
from studio.consent.models import Ceremony
from studio.documents.papers.giving import hand_along
from studio.kernel.refusal import Missing
from studio.kernel.subject import Subject
from studio.kernel.work import Read, Work, action


@action("consent.aftercare.take", needs="consent.ceremony.sign")
def take_aftercare(work: Work, ceremony_id: UUID) -> tuple[str, str] | None:
    """Token and title of the sheet that fits what is done; None while somebody has yet to sign, or none fits.

    Which edition it was stands with the client, in the name of whoever opened the signing. Asked again it is the same.
    """
    ceremony = work.get(Ceremony, ceremony_id)
    guardian = guardian_of(work, ceremony)
    if not (is_theirs(work, ceremony) or (guardian is not None and is_guardian(work, ceremony, guardian))):
        raise Missing
    work.about(Subject("client", ceremony.client_id))
    if ceremony.state not in ("signed", "kept") or (guardian is not None and guardian.state != "signed"):
        return None
    sheet = sheet_of(Read(work.connection, work.actor, work.house, "all"), ceremony.service_id, ceremony.service_kind)
    if sheet is None or not work.house.settings[AT_END]:
        return None
    by = (ceremony.opened_by, ceremony.opened_by_name)
    token, given = hand_along(work, present(work, ceremony.client_id), sheet, ceremony.language, by)
    return token, given.title
