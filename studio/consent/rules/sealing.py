"""The digest of a signed part and of a packet, the chain of packets, and what breaks them. Values in, answers out."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from studio.consent.rules.sheet import digest_of

START = "0" * 64
Row = Mapping[str, Any]


def part_digest(part: Row) -> str:
    """Over every column of the part but the digest itself."""
    return digest_of(columns_told(part, "digest"))


def packet_digest(packet: Row, part: Row) -> str:
    """Over every column of the packet, and over the part with its own digest."""
    told = {"packet": columns_told(packet, "digest", "mac"), "part": columns_told(part, "body")}
    return digest_of(told)


def packet_mac(key: bytes, packet: Row) -> str:
    """What only this studio's key can make: a packet rewritten whole does not have it."""
    told = f"{packet['prev_digest']}:{packet['digest']}".encode()
    return hmac.new(key, told, hashlib.sha256).hexdigest()


def why_broken(key: bytes, packet: Row, part: Row | None, previous: Row | None) -> str | None:
    """Why this packet cannot be what was signed, or None when every digit of it is."""
    if part is None:
        return "what the client signed is gone"
    if packet["body"] is None or part["body"] is None:
        return "it was erased"
    if packet["digest"] != packet_digest(packet, part):
        return "the packet was changed"
    if part["digest"] != part_digest(part):
        return "what the client signed was changed"
    if not hmac.compare_digest(packet["mac"].encode(), packet_mac(key, packet).encode()):
        return "its seal is not this studio's"
    if (part["id"], part["ceremony_id"], part["client_id"]) != (
        packet["part_id"],
        packet["ceremony_id"],
        packet["client_id"],
    ):
        return "its parts do not belong together"
    return _link(packet, previous)


def code_of(number: int) -> str:
    """CS-0001 and on; numbers above 9999 grow longer."""
    return f"CS-{number:04d}"


def _link(packet: Row, previous: Row | None) -> str | None:
    if packet["number"] == 1:
        return None if packet["prev_digest"] == START else "it does not begin the chain"
    if previous is None or previous["number"] != packet["number"] - 1:
        return "the packet before it is gone"
    return None if packet["prev_digest"] == previous["digest"] else "it does not follow the packet before it"


def columns_told(row: Row, *but: str) -> dict[str, Any]:
    """A row as its digest spells it: every value as JSON has it."""
    return {name: _plain(value) for name, value in row.items() if name not in but}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value) if isinstance(value, UUID | date) else value
