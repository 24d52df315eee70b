"""What the privacy room holds itself: that something was asked and done, and why something must stay."""

from storage.table import columns_of
from studio.extension.holding import Holding
from studio.kernel.text import N_
from studio.privacy.models import KeptFor, LegalHold, PrivacyRequest

HOLDS = (
    Holding(
        columns_of(LegalHold),
        {
            "evidence": "reason until placed_at lifted_at",
            "staff": "placed_by_name lifted_by_name",
            "technical": "client_id",
        },
        N_("Held back from erasing"),
        whose="client_id",
    ),
    Holding(
        columns_of(PrivacyRequest),
        {
            "evidence": "kind at reason finished_at",
            "staff": "by_id by_name",
            "technical": "client_id result pending",
        },
        N_("What was asked about their data"),
        whose="client_id",
        ends="stays",
        keeps="kind at reason finished_at",
    ),
    Holding(columns_of(KeptFor), {"business": "record months reason", "staff": "by_name"}),
)
