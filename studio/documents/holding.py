"""What the documents room holds of people: sealed papers, which stay as long as what they were drawn from."""

from __future__ import annotations

from storage.table import columns_of
from studio.documents.attachments.holding import ATTACHED
from studio.documents.models import DocumentKey, SealedDocument
from studio.documents.papers.models import Paper, PaperEdition, PaperGiven
from studio.extension.holding import Holding
from studio.kernel.text import N_

SEALED = columns_of(SealedDocument)


HOLDS = (
    Holding(
        SEALED,
        {
            "evidence": "kind title file_id at",
            "staff": "by_name",
            "technical": "subject_kind subject_id needs sha256 size fingerprint",
        },
        N_("Sealed documents"),
        whose="subject_id",
        ends="stays",
        keeps="kind title at",
        record="consent",
        since="at",
        lawful=True,
        files="file_id",
    ),
    Holding(
        columns_of(DocumentKey),
        {"credential": "sealed_key", "technical": "fingerprint certificate retired_at"},
    ),
    Holding(columns_of(Paper), {"business": "key kind service_kinds draft archived_at"}),
    Holding(
        columns_of(PaperEdition),
        {"business": "paper_key number language source content at", "technical": "digest", "staff": "by_name"},
    ),
    Holding(
        columns_of(PaperGiven),
        {
            "evidence": "title number language how at opened_at taken_back_at",
            "staff": "by_id by_name",
            "technical": "client_id paper_key digest token_id",
        },
        N_("Papers they were given"),
        whose="client_id",
        record="consent",
        since="at",
        lawful=True,
    ),
    ATTACHED,
)
