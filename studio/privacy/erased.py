"""Whoever was erased does not come back to the lists: there is nobody to bring back."""

from __future__ import annotations

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.facts import ClientFact
from studio.kernel.work import Work
from studio.privacy.models import PrivacyRequest
from studio.privacy.refusals import ClientIsErased

REQUEST = columns_of(PrivacyRequest).c


def refuse_whoever_is_erased(work: Work, fact: ClientFact) -> None:
    """Joins the act that would bring them back. Raises ClientIsErased."""
    erased = select(REQUEST.at).where(REQUEST.kind == "erasure", REQUEST.client_id == fact.client_id)
    found = work.connection.execute(erased).scalar()
    if found is not None:
        raise ClientIsErased(day=found.date().isoformat())
