"""What can be read in the consent room: frozen views."""

from studio.consent.queries.ceremonies import (
    CeremonyRow,
    CeremonyState,
    SignedView,
    ceremony,
    ceremony_of_device,
    ceremony_of_token,
    count_open_ceremonies,
    open_ceremonies,
)
from studio.consent.queries.guest import GuestSheet, ceremony_for_guest
from studio.consent.queries.packets import (
    PacketRow,
    PacketView,
    list_packets,
    packet_by_code,
    packets_of_client,
    packets_without_paper,
)
from studio.consent.queries.recorded import first_unrecorded
from studio.consent.queries.templates import TextEdition, TextLine, TextView, text, text_edition, texts
from studio.consent.queries.verifying import PacketVerdict, first_broken_packet, verify_packet

__all__ = [
    "CeremonyRow",
    "CeremonyState",
    "GuestSheet",
    "PacketRow",
    "PacketVerdict",
    "PacketView",
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
    "list_packets",
    "open_ceremonies",
    "packet_by_code",
    "packets_of_client",
    "packets_without_paper",
    "text",
    "text_edition",
    "texts",
    "verify_packet",
]
