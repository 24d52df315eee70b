"""The verbs of the clients room: the only ones who write here."""

from studio.clients.actions.client import archive_client, create_client, edit_client, restore_client
from studio.clients.actions.consent import record_consent
from studio.clients.actions.export import export_clients
from studio.clients.actions.health import record_health, view_health
from studio.clients.actions.photo import remove_photo, set_photo
from studio.clients.actions.registration import (
    accept_registration,
    decline_registration,
    invite_registration,
    merge_registration,
    reopen_registration,
    submit_registration,
)

__all__ = [
    "accept_registration",
    "archive_client",
    "create_client",
    "decline_registration",
    "edit_client",
    "export_clients",
    "invite_registration",
    "merge_registration",
    "record_consent",
    "record_health",
    "remove_photo",
    "reopen_registration",
    "restore_client",
    "set_photo",
    "submit_registration",
    "view_health",
]
