"""The verbs of the privacy room."""

from studio.privacy.actions.copies import remove_copies
from studio.privacy.actions.erasure import erase_again, erase_person
from studio.privacy.actions.file import make_person_file, read_person_file, take_views_out
from studio.privacy.actions.holds import lift_hold, place_hold
from studio.privacy.actions.retention import change_keeping, end_records, finish_sweep

__all__ = [
    "change_keeping",
    "end_records",
    "erase_again",
    "erase_person",
    "finish_sweep",
    "lift_hold",
    "make_person_file",
    "place_hold",
    "read_person_file",
    "remove_copies",
    "take_views_out",
]
