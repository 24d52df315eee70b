"""What the consent room declares about its texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.consent.text_models import ConsentText
from studio.kernel.permissions import Permission
from studio.kernel.text import N_

TEXT = columns_of(ConsentText).c

PERMISSIONS = (
    Permission.of(
        "consent.template.see",
        N_("Read the consent texts and their editions"),
        "owner manager artist guest_artist reception viewer inspector",
    ),
    Permission.of("consent.template.publish", N_("Change the consent texts"), "owner manager"),
)
SENTENCES = {
    "consent.template.publish": N_("{who} published a new edition of the consent text {what}"),
    "consent.template.start": N_("{who} began the consent text {what}"),
    "consent.template.draft": N_("{who} changed the draft of the consent text {what}"),
    "consent.template.drop": N_("{who} threw away the draft of the consent text {what}"),
    "consent.template.import": N_("{who} took in the consent text {what} from a file"),
    "consent.template.publish_draft": N_("{who} published a new edition of the consent text {what}"),
    "consent.template.archive": N_("{who} put away the consent text {what}"),
    "consent.template.restore": N_("{who} brought back the consent text {what}"),
}


def text_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Id → title."""
    return {row.id: row.title for row in connection.execute(select(TEXT.id, TEXT.title).where(TEXT.id.in_(ids)))}
