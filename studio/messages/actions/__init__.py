"""The verbs of the messages room. `raise_alert`, `settle_alert` and `queue_mail` join any open act."""

from studio.messages.actions.letters import (
    cancel_letter,
    note_failed,
    note_sent,
    note_trial,
    put_along,
    queue_mail,
    resend_letter,
    take_due,
)
from studio.messages.actions.raising import raise_alert, settle_alert
from studio.messages.actions.reading import read_alert, read_all_alerts, snooze_alert, unsnooze_alert, wake_alerts
from studio.messages.actions.routing import change_route

__all__ = [
    "cancel_letter",
    "change_route",
    "note_failed",
    "note_sent",
    "note_trial",
    "put_along",
    "queue_mail",
    "raise_alert",
    "read_alert",
    "read_all_alerts",
    "resend_letter",
    "settle_alert",
    "snooze_alert",
    "take_due",
    "unsnooze_alert",
    "wake_alerts",
]
