"""The verbs of the consent room: the only ones who write here."""

from studio.consent.actions.aftercare import take_aftercare
from studio.consent.actions.ceremony import cancel_ceremony, open_ceremony, take_ceremony
from studio.consent.actions.guardian import (
    begin_guardian,
    invite_guardian,
    leave_guardian,
    revoke_guardian,
    sign_guardian,
)
from studio.consent.actions.identity import keep_identity_picture, remove_identity_picture, view_identity_picture
from studio.consent.actions.leaving import leave_ceremony
from studio.consent.actions.packet import view_packet, view_signed, withdraw_packet, witness_ceremony
from studio.consent.actions.paper import keep_paper, open_paper, send_paper
from studio.consent.actions.sign import sign_ceremony
from studio.consent.actions.template import (
    archive_text,
    drop_draft,
    import_text,
    publish_draft,
    publish_template,
    restore_text,
    save_draft,
    start_text,
)

__all__ = [
    "archive_text",
    "begin_guardian",
    "cancel_ceremony",
    "drop_draft",
    "import_text",
    "invite_guardian",
    "keep_identity_picture",
    "keep_paper",
    "leave_ceremony",
    "leave_guardian",
    "open_ceremony",
    "open_paper",
    "publish_draft",
    "publish_template",
    "remove_identity_picture",
    "restore_text",
    "revoke_guardian",
    "save_draft",
    "send_paper",
    "sign_ceremony",
    "sign_guardian",
    "start_text",
    "take_aftercare",
    "take_ceremony",
    "view_identity_picture",
    "view_packet",
    "view_signed",
    "withdraw_packet",
    "witness_ceremony",
]
