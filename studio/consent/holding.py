"""What the consent room holds of people. What was signed is kept as long as the country's rules say."""

from __future__ import annotations

from storage.table import columns_of
from studio.consent.models import (
    Ceremony,
    ConsentOverride,
    ConsentPaper,
    ConsentTemplate,
    ConsentWithdrawal,
    Guardian,
    GuardianPart,
    IdentityPicture,
    Packet,
    SignedPart,
)
from studio.consent.text_models import ConsentText
from studio.extension.holding import Holding, by_way_of
from studio.kernel.text import N_

CEREMONY = columns_of(Ceremony)
PACKET, PAPER, WITHDRAWN = columns_of(Packet), columns_of(ConsentPaper), columns_of(ConsentWithdrawal)

HOLDS = (
    Holding(
        CEREMONY,
        {
            "evidence": "about service_kind service_name session_on signed_at reason template language guardian",
            "staff": "opened_by opened_by_name",
            "technical": "client_id service_id place device_id token_id state ended_at",
        },
        N_("Signings"),
        whose="client_id",
        ends="emptied",
        under_way=lambda: CEREMONY.c.state.in_(("open", "signed")),
        keeps="service_kind session_on signed_at template language guardian",
        record="consent",
        since="created_at",
        lawful=True,
    ),
    Holding(
        columns_of(SignedPart),
        {"evidence": "body signed_at", "technical": "ceremony_id client_id payload_id digest"},
        N_("What they signed"),
        whose="client_id",
        ends="emptied",
        keeps="signed_at",
        record="consent",
        since="signed_at",
        lawful=True,
    ),
    Holding(
        columns_of(Guardian),
        {
            "person": "name birth_date relation",
            "contact": "phone",
            "technical": "ceremony_id client_id state token_id signed_at",
        },
        N_("Guardian"),
        whose="client_id",
        record="consent",
        since="created_at",
        lawful=True,
    ),
    Holding(
        columns_of(GuardianPart),
        {"evidence": "body signed_at", "technical": "ceremony_id client_id payload_id digest"},
        N_("What their guardian signed"),
        whose="client_id",
        ends="emptied",
        keeps="signed_at",
        record="consent",
        since="signed_at",
        lawful=True,
    ),
    Holding(
        columns_of(IdentityPicture),
        {
            "picture": "file_id whose taken_at",
            "staff": "taken_by taken_by_name",
            "technical": "ceremony_id client_id sha256 removed_at removed_why",
        },
        N_("Pictures of identity documents"),
        whose="client_id",
        ends="emptied",
        record="identity_picture",
        since="taken_at",
        files="file_id",
        keeps="whose taken_at",
        marks="removed_at",
    ),
    Holding(
        PACKET,
        {
            "evidence": "body code template edition language signed_at kept_at",
            "technical": "number ceremony_id part_id client_id prev_digest digest mac",
        },
        N_("Signed consents"),
        whose="client_id",
        ends="emptied",
        keeps="code template edition language signed_at kept_at",
        record="consent",
        since="signed_at",
        lawful=True,
    ),
    Holding(
        columns_of(ConsentOverride),
        {
            "health": "reason",
            "evidence": "warning",
            "staff": "by_id by_name",
            "technical": "packet_id client_id at",
        },
        N_("Warnings that were overridden"),
        whose="client_id",
        ends="emptied",
        keeps="warning",
        record="consent",
        since="at",
        lawful=True,
    ),
    Holding(
        WITHDRAWN,
        {"evidence": "reason at", "staff": "by_id by_name", "technical": "packet_id"},
        N_("Consents taken back"),
        whose=by_way_of(WITHDRAWN.c.packet_id, PACKET.c.client_id),
        ends="emptied",
        keeps="at",
        record="consent",
        since="at",
    ),
    Holding(
        PAPER,
        {"technical": "packet_id document_id sha256 at"},
        whose=by_way_of(PAPER.c.packet_id, PACKET.c.client_id),
        ends="stays",
    ),
    Holding(columns_of(ConsentTemplate), {"business": "key edition language source content digest"}),
    Holding(
        columns_of(ConsentText),
        {"business": "key title based_on draft draft_edition draft_at archived_at", "staff": "draft_by"},
    ),
)
