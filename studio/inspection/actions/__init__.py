"""The verbs around an inspection."""

from studio.inspection.actions.bundle import Order, ask_bundle, begin_bundle, finish_bundle
from studio.inspection.actions.records import RecordPage, look_at_records, note_screen
from studio.inspection.actions.visit import MOST_DAYS, end_visit, open_visit

__all__ = [
    "MOST_DAYS",
    "Order",
    "RecordPage",
    "ask_bundle",
    "begin_bundle",
    "end_visit",
    "finish_bundle",
    "look_at_records",
    "note_screen",
    "open_visit",
]
