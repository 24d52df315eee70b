"""The veil over the journal: whoever may not open a file does not read it there either."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from studio.kernel.actor import Actor
from studio.kernel.changes import SECRET
from studio.kernel.history import Event
from studio.kernel.permissions import Rights

CLIENT, REGISTRATION, PERSON = "clients.client.see", "clients.registration.see", "staff.user.see"
HEALTH, PACKET, PAPER = "clients.health.see", "consent.packet.see", "documents.document.see"
SERVICE, OWN_PAPER = "catalog.service.see", "documents.paper.see"
PHOTO, INSPECTION = "photos.photo.see", "inspection.visit.see"
BOOKING, WAITLIST = "schedule.booking.see", "schedule.waitlist.see"
ARTIST, CERTIFICATE = "schedule.artist.see", "schedule.certificate.see"
ROLE, TABLET, LETTER = "staff.role.see", "staff.device.see", "messages.letter.see"

TABLES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("client_tag_colour", "client_counter", "consent_tick", "form_invitation"), CLIENT),
        **dict.fromkeys(("health_answer", "attachment"), HEALTH),
        "registration": REGISTRATION,
        **dict.fromkeys(("consent_ceremony", "consent_part", "consent_packet", "consent_withdrawal"), PACKET),
        **dict.fromkeys(("consent_paper", "sealed_document", "document_key"), PAPER),
        **dict.fromkeys(("user", "sign_in", "sign_in_code", "recovery_code", "api_replay"), PERSON),
        **dict.fromkeys(("role", "role_grant"), ROLE),
        **dict.fromkeys(("paper", "paper_edition"), OWN_PAPER),
        **dict.fromkeys(("paper_given", "privacy_hold", "privacy_request"), CLIENT),
        **dict.fromkeys(("photo", "photo_showing"), PHOTO),
        **dict.fromkeys(("inspection_visit", "inspection_bundle"), INSPECTION),
        **dict.fromkeys(("service", "service_artist"), SERVICE),
        **dict.fromkeys(
            (
                *("booking", "booking_service", "booking_timer", "booking_override", "booking_policy"),
                *("deposit_rule", "calendar_feed"),
            ),
            BOOKING,
        ),
        "healing_check": HEALTH,
        "wait_entry": WAITLIST,
        **dict.fromkeys(("artist", "artist_absence", "station", "closure"), ARTIST),
        "artist_certificate": CERTIFICATE,
        "portfolio_work": "schedule.portfolio.see",
        **dict.fromkeys(("piece", "piece_design", "piece_approval", "piece_step"), "tattoo.piece.see"),
        "device": TABLET,
        "letter": LETTER,
        **dict.fromkeys(("setting", "privacy_keeping"), "upkeep.settings.reach"),
    }
)
"""Table → the right without which its values are not read here."""

PREFIXES: Mapping[str, str] = MappingProxyType({"client": CLIENT, "consent_": PACKET})
"""The same for tables that are not named above."""

PLACES, CONTACT = "upkeep.journal.places", "clients.contact.see"
COLUMNS: Mapping[str, tuple[str, frozenset[str]]] = MappingProxyType(
    {
        "sign_in": (PLACES, frozenset({"address", "agent"})),
        "client": (CONTACT, frozenset({"phone", "phone_digits", "email", "address", "guardian_phone"})),
    }
)
"""Table → a further right, and the columns that are hidden from whoever lacks it."""

KINDS: Mapping[str, str] = MappingProxyType({"client": CLIENT, "registration": REGISTRATION})
"""Kind of subject → the right without which it is not named here."""


class Veil:
    """What one reader may read. A right that reaches only what is one's own is not enough for everybody's history."""

    def __init__(self, actor: Actor, rights: Rights) -> None:
        known = {*TABLES.values(), *KINDS.values(), PLACES, CONTACT}
        self._lacks = {right for right in known if rights.scope(actor, right) != "all"}

    @property
    def is_lifted(self) -> bool:
        """Whether nothing is hidden."""
        return not self._lacks

    @property
    def unnamed(self) -> frozenset[str]:
        """Kinds of subject this reader is not told the names of."""
        return frozenset(kind for kind, right in KINDS.items() if right in self._lacks)

    def hides(self, table: str) -> bool:
        return right_for(table) in self._lacks

    def over(self, event: Event) -> Event:
        """The event as this reader may know it: it happened, and how many rows it touched."""
        hidden = event.subject.partition(":")[0] in self.unnamed
        facts = [{"kind": fact["kind"]} for fact in event.facts] if hidden else event.facts
        return replace(event, facts=facts, changes=[self._change(change) for change in event.changes])

    def _change(self, change: dict[str, Any]) -> dict[str, Any]:
        if self.hides(change["table"]):
            return {**change, "before": _blank(change["before"]), "after": _blank(change["after"])}
        right, names = COLUMNS.get(change["table"], ("", frozenset()))
        if right in self._lacks:
            return {**change, "before": _blank(change["before"], names), "after": _blank(change["after"], names)}
        return change


def right_for(table: str) -> str:
    """What one needs to read its values; nothing for what everybody may read who reads the journal."""
    by_prefix = (right for start, right in PREFIXES.items() if table.startswith(start))
    return TABLES.get(table) or next(by_prefix, "")


def _blank(values: dict[str, Any] | None, names: Collection[str] = ()) -> dict[str, Any] | None:
    """Without what stands in these columns, or in any."""
    return values and {name: SECRET if name in (names or values) else value for name, value in values.items()}
