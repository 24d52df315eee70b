"""Anchors: journal heads written down outside the database, so that a cut or a rebuilt journal shows."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable
from pathlib import Path

from studio.kernel.house import House
from studio.kernel.journal import Anchor, Finding, head, verify

NAME = "journal.anchors"


def drop_anchor(house: House, reason: str) -> Anchor | None:
    """Write down the present head; None when the journal is empty. Called at a clean stop, a day close, a backup."""
    with house.db.reading() as connection:
        now = head(connection)
    known = read_anchors(house.folder.path, house.derive("anchors"))
    if now is None or now in known:
        return now
    line = {"no": now.no, "mac": now.mac, "at": house.clock.now().isoformat(), "reason": reason}
    line["seal"] = sealed(house.derive("anchors"), line)
    with (house.folder.path / NAME).open("a", encoding="utf-8") as book:
        book.write(json.dumps(line) + "\n")
        book.flush()
        os.fsync(book.fileno())
    return now


def check_journal(house: House, told: Callable[[int], object] | None = None) -> Finding | None:
    """The first thing wrong with chain or anchors, or None; `told` hears how far it is."""
    anchors = read_anchors(house.folder.path, house.derive("anchors"))
    with house.db.reading() as connection:
        return verify(connection, house.derive("journal"), anchors, told)


def read_anchors(folder: Path, key: bytes) -> list[Anchor]:
    """Every anchor whose seal is ours; a half-written last line is passed over."""
    book = folder / NAME
    found = []
    for text in book.read_text("utf-8").splitlines() if book.exists() else []:
        try:
            line = json.loads(text)
            genuine = hmac.compare_digest(line.pop("seal"), sealed(key, line))
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
        if genuine:
            found.append(Anchor(line["no"], line["mac"]))
    return found


def sealed(key: bytes, line: dict[str, object]) -> str:
    return hmac.new(key, json.dumps(line, sort_keys=True).encode(), hashlib.sha256).hexdigest()
