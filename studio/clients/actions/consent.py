"""Giving and withdrawing consents."""

from uuid import UUID

from studio.clients import refusals
from studio.clients.actions.client import present
from studio.clients.consents import BY_KEY
from studio.clients.filing import keep_consent
from studio.clients.models import ConsentTick
from studio.kernel.text import language
from studio.kernel.work import Work, action


@action("clients.consent.record")
def record_consent(work: Work, client_id: UUID, kind: str, given: bool) -> ConsentTick:
    """Add a tick or its withdrawal; earlier ticks stay for the record."""
    if kind not in BY_KEY:
        raise refusals.UnknownConsent("kind")
    client = present(work, client_id)
    return keep_consent(work, client.id, kind, given, "desk", client.language or language())
