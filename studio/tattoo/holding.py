"""What the tattoo room holds of people, and what becomes of it."""

from __future__ import annotations

from storage.table import columns_of
from studio.extension.holding import Holding, by_way_of
from studio.kernel.text import N_
from studio.tattoo.models import Piece, PieceApproval, PieceDesign, PieceStep

PIECE, DESIGN = columns_of(Piece), columns_of(PieceDesign)
SAID, STEP = columns_of(PieceApproval), columns_of(PieceStep)

HOLDS = (
    Holding(
        PIECE,
        {
            "person": "title title_key note places place_note wide_mm tall_mm size_note style ink cover_up",
            "business": "quote_kind quote_least quote_most hour_price minutes_least minutes_most quote_until quoted_at "
            "currency deposit_due deposit_state planned_sessions planned_minutes healing_days touch_ups touch_up_until",
            "technical": "number code client_id lead_artist_id service_id state chosen held_back state_at archived_at",
        },
        N_("Pieces"),
        whose="client_id",
        ends="emptied",
    ),
    Holding(
        DESIGN,
        {
            "picture": "file_id small_id",
            "person": "lettering note",
            "staff": "by_id by_name",
            "technical": "piece_id no sha256 at",
        },
        N_("Designs"),
        whose=by_way_of(DESIGN.c.piece_id, PIECE.c.client_id),
        ends="emptied",
        files="file_id small_id",
    ),
    Holding(
        SAID,
        {
            "evidence": "kind how lettering signature note at",
            "staff": "by_id by_name",
            "technical": "piece_id design_id",
        },
        N_("Approvals of designs"),
        whose=by_way_of(SAID.c.piece_id, PIECE.c.client_id),
        ends="emptied",
        keeps="kind how at",
        files="signature",
    ),
    Holding(
        STEP,
        {"person": "reason", "staff": "by_id by_name", "technical": "piece_id from_state to_state chosen at"},
        N_("Steps of pieces"),
        whose=by_way_of(STEP.c.piece_id, PIECE.c.client_id),
        ends="emptied",
    ),
)
