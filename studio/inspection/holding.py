"""What the inspection room holds: that somebody came to look, and what was handed out."""

from storage.table import columns_of
from studio.extension.holding import Holding
from studio.inspection.models import Bundle, Visit

HOLDS = (
    Holding(
        columns_of(Visit),
        {"staff": "user_id office by_id by_name ended_by_name", "technical": "until ended_at"},
    ),
    Holding(
        columns_of(Bundle),
        {
            "business": "first_day last_day in_full files manifest key",
            "staff": "by_id by_name",
            "technical": "at begun_at finished_at",
        },
    ),
)
