"""What the documents room holds of people: sealed papers, which stay as long as what they were drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement

from storage.table import columns_of
from studio.documents.models import DocumentKey, SealedDocument
from studio.extension.holding import Holding
from studio.kernel.text import N_

SEALED = columns_of(SealedDocument)


def about_clients(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """The documents about these clients."""
    return (SEALED.c.subject_kind == "client") & SEALED.c.subject_id.in_(clients)


HOLDS = (
    Holding(
        SEALED,
        {
            "evidence": "kind title file_id at",
            "technical": "subject_kind subject_id needs sha256 size fingerprint",
        },
        N_("Sealed documents"),
        whose=about_clients,
        ends="stays",
        record="consent",
        since="at",
        lawful=True,
        files="file_id",
    ),
    Holding(
        columns_of(DocumentKey),
        {"credential": "sealed_key", "technical": "fingerprint certificate retired_at"},
    ),
)
