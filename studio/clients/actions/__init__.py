"""The verbs of the clients room: the only ones who write here."""

from studio.clients.actions.artist import set_artist
from studio.clients.actions.client import archive_client, create_client, edit_client, restore_client, reveal_identity
from studio.clients.actions.consent import record_consent
from studio.clients.actions.export import export_clients, note_blocked_export
from studio.clients.actions.health import note_form_read, record_health, view_health
from studio.clients.actions.inbox import decline_registrations, reopen_registrations
from studio.clients.actions.inviting import (
    invite_registration,
    leave_registration,
    send_registration,
    take_registration,
    withdraw_registration,
)
from studio.clients.actions.many import archive_clients, restore_clients, tag_clients, untag_clients
from studio.clients.actions.merge import doubt_apart, keep_apart, merge_clients, unmerge_clients
from studio.clients.actions.photo import remove_photo, set_photo
from studio.clients.actions.poster import join_by_poster, renew_poster
from studio.clients.actions.registration import (
    accept_registration,
    decline_registration,
    merge_registration,
    reopen_registration,
    submit_registration,
)
from studio.clients.actions.tags import Renamed, colour_tag, remove_tag, rename_tag, undo_rename
from studio.clients.actions.views import drop_view, keep_view
from studio.clients.by_itself import accept_by_itself
from studio.clients.importing import actions as importing

__all__ = [
    "Renamed",
    "accept_by_itself",
    "accept_registration",
    "archive_client",
    "archive_clients",
    "colour_tag",
    "create_client",
    "decline_registration",
    "decline_registrations",
    "doubt_apart",
    "drop_view",
    "edit_client",
    "export_clients",
    "importing",
    "invite_registration",
    "join_by_poster",
    "keep_apart",
    "keep_view",
    "leave_registration",
    "merge_clients",
    "merge_registration",
    "note_blocked_export",
    "note_form_read",
    "record_consent",
    "record_health",
    "remove_photo",
    "remove_tag",
    "rename_tag",
    "renew_poster",
    "reopen_registration",
    "reopen_registrations",
    "restore_client",
    "restore_clients",
    "reveal_identity",
    "send_registration",
    "set_artist",
    "set_photo",
    "submit_registration",
    "tag_clients",
    "take_registration",
    "undo_rename",
    "unmerge_clients",
    "untag_clients",
    "view_health",
    "withdraw_registration",
]
