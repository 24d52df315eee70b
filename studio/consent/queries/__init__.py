"""What can be read in the consent room: frozen views."""

from studio.consent.queries.ceremonies import (
    CeremonyRow,
    GuardianSigned,
    SignedView,
    ceremony,
    ceremony_of_device,
    count_open_ceremonies,
    open_ceremonies,
)
from studio.consent.queries.door import CeremonyState, ceremony_of_token
from studio.consent.queries.guardian import GuardianSheet, sheet_for_guardian
from studio.consent.queries.guest import GuestSheet, ceremony_for_guest
from studio.consent.queries.identity import PictureRow, identity_pictures
from studio.consent.queries.judging import Judgement, judgement
from studio.consent.queries.overrides import Override, overrides
from studio.consent.queries.packets import (
    PacketRow,
    PacketView,
    list_packets,
    packet_by_code,
    packets_of_client,
    packets_without_paper,
    titles_of_client,
)
from studio.consent.queries.recorded import first_unrecorded
from studio.consent.queries.templates import TextEdition, TextLine, TextView, text, text_edition, texts
from studio.consent.queries.verifying import PacketVerdict, first_broken_packet, verify_packet

__all__ = [
    "CeremonyRow",
    "CeremonyState",
    "GuardianSheet",
    "GuardianSigned",
    "GuestSheet",
    "Judgement",
    "Override",
    "PacketRow",
    "PacketVerdict",
    "PacketView",
    "PictureRow",
    "SignedView",
    "TextEdition",
    "TextLine",
    "TextView",
    "ceremony",
    "ceremony_for_guest",
    "ceremony_of_device",
    "ceremony_of_token",
    "count_open_ceremonies",
    "first_broken_packet",
    "first_unrecorded",
    "identity_pictures",
    "judgement",
    "list_packets",
    "open_ceremonies",
    "overrides",
    "packet_by_code",
    "packets_of_client",
    "packets_without_paper",
    "sheet_for_guardian",
    "text",
    "text_edition",
    "texts",
    "titles_of_client",
    "verify_packet",
]
