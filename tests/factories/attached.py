"""Files of a test studio, attached to clients."""

from __future__ import annotations

import zipfile
from io import BytesIO

from studio.clients.models import Client
from studio.documents.attachments.actions import attach
from studio.documents.attachments.models import Attachment
from studio.documents.attachments.taking import made_ready
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.subject import Subject
from studio.kernel.work import perform

LETTER = b"Dear studio,\nmy allergy test was negative.\n"


def attached(
    actor: Actor,
    client: Client,
    name: str = "letter.txt",
    data: bytes = LETTER,
    *,
    note: str = "",
    private: bool = False,
) -> Attachment:
    """A file that went the whole way: looked at, made safe, kept."""
    return perform(actor, attach, Subject("client", client.id), made_ready(house(), name, data), note, private)


def office(*parts: str) -> bytes:
    """A zip with these parts, as Word and Excel write them."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, "<x/>")
    return made.getvalue()
