"""The verbs of the consent room: the only ones who write here."""

from studio.consent.actions.ceremony import cancel_ceremony, open_ceremony, take_ceremony
from studio.consent.actions.leaving import leave_ceremony
from studio.consent.actions.packet import view_packet, view_signed, withdraw_packet, witness_ceremony
from studio.consent.actions.paper import keep_paper, open_paper
from studio.consent.actions.sign import sign_ceremony
from studio.consent.actions.template import publish_template

__all__ = [
    "cancel_ceremony",
    "keep_paper",
    "leave_ceremony",
    "open_ceremony",
    "open_paper",
    "publish_template",
    "sign_ceremony",
    "take_ceremony",
    "view_packet",
    "view_signed",
    "withdraw_packet",
    "witness_ceremony",
]
