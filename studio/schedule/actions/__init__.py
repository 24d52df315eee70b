"""The verbs of the schedule: the only ones who write here."""

from studio.schedule.actions.artist import (
    add_artist,
    archive_artist,
    edit_artist,
    order_artists,
    restore_artist,
)
from studio.schedule.actions.booking import create_booking, edit_booking, move_booking
from studio.schedule.actions.calling_off import cancel_booking, cancel_series, note_no_show
from studio.schedule.actions.certificate import add_certificate, edit_certificate, end_certificate
from studio.schedule.actions.days import add_absence, add_closure, remove_absence, remove_closure
from studio.schedule.actions.feed import end_feed, make_feed
from studio.schedule.actions.healing import note_healing
from studio.schedule.actions.rules import drop_deposit_rule, note_deposit, set_deposit_rule, set_policy
from studio.schedule.actions.series import book_series, move_series, reopen_series
from studio.schedule.actions.session import (
    check_in_booking,
    confirm_booking,
    finish_session,
    pause_session,
    reopen_booking,
    start_session,
)
from studio.schedule.actions.signing import keep_signature
from studio.schedule.actions.station import (
    add_station,
    archive_station,
    edit_station,
    order_stations,
    restore_station,
)
from studio.schedule.actions.waiting import (
    add_to_waitlist,
    edit_waiter,
    offer_gap,
    remove_waiter,
    take_gap,
    withdraw_offer,
)
from studio.schedule.actions.walk_in import book_walk_in
from studio.schedule.realigning import realign_schedule
from studio.schedule.watching import watch_schedule

__all__ = [
    "add_absence",
    "add_artist",
    "add_certificate",
    "add_closure",
    "add_station",
    "add_to_waitlist",
    "archive_artist",
    "archive_station",
    "book_series",
    "book_walk_in",
    "cancel_booking",
    "cancel_series",
    "check_in_booking",
    "confirm_booking",
    "create_booking",
    "drop_deposit_rule",
    "edit_artist",
    "edit_booking",
    "edit_certificate",
    "edit_station",
    "edit_waiter",
    "end_certificate",
    "end_feed",
    "finish_session",
    "keep_signature",
    "make_feed",
    "move_booking",
    "move_series",
    "note_deposit",
    "note_healing",
    "note_no_show",
    "offer_gap",
    "order_artists",
    "order_stations",
    "pause_session",
    "realign_schedule",
    "remove_absence",
    "remove_closure",
    "remove_waiter",
    "reopen_booking",
    "reopen_series",
    "restore_artist",
    "restore_station",
    "set_deposit_rule",
    "set_policy",
    "start_session",
    "take_gap",
    "watch_schedule",
    "withdraw_offer",
]
