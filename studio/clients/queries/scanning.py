"""What a scanned registration code has come to."""

import re
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.models import Registration
from studio.kernel.work import Read, query
from studio.staff.queries import guest_of_token

LINK = re.compile(r"https?://[^/\s]{1,260}/r/([A-Za-z0-9_-]{16,200})")
_REGISTRATION = columns_of(Registration).c


@dataclass(frozen=True, slots=True)
class ScannedForm:
    """A registration code of this studio, and the form that came by it, if one has."""

    registration_id: UUID | None


@query("clients.registration.see")
def scanned_form(read: Read, text: str) -> ScannedForm | None:
    """The form behind the link a guest's phone shows; None for anything that is no registration code of ours."""
    link = LINK.fullmatch(text.strip())
    guest = guest_of_token(link[1], "registration") if link else None
    if guest is None:
        return None
    found = select(_REGISTRATION.id).where(_REGISTRATION.token_id == guest.id)
    return ScannedForm(read.connection.execute(found).scalar())
