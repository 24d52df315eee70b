"""Notes of what the recovery screen did, kept beside the data until a journal can be told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from storage.disk import write_durably
from storage.folder import DataFolder
from studio.kernel.actor import rule
from studio.kernel.work import perform

NAME = "recovery.notes"
MOST = 100


@contextmanager
def noted(folder: DataFolder, what: str, kind: str = "", made: datetime | None = None) -> Iterator[None]:
    """Written down before it is done, since a power cut may follow; forgotten again when it could not be done."""
    path = folder.path / NAME
    before = _read(path)
    note = {"what": what, "kind": kind, "made": made.isoformat() if made else ""}
    write_durably(path, json.dumps([*before, note][-MOST:]).encode())
    try:
        yield
    except BaseException:
        write_durably(path, json.dumps(before).encode())
        raise


def tell_the_journal(folder: DataFolder) -> None:
    """Called once the studio is open, before anybody comes in."""
    from studio.upkeep.recovering import note_files, note_key, note_put_back

    path, who = folder.path / NAME, rule("recovery")
    for note in _read(path):
        if note["what"] == "source":
            perform(who, note_put_back, str(note["kind"])[:10], _moment(note["made"]))
        elif note["what"] in ("key", "files"):
            perform(who, note_key if note["what"] == "key" else note_files)
    path.unlink(missing_ok=True)


def _read(path: Path) -> list[dict[str, Any]]:
    """What stands there; nothing when it is not ours."""
    try:
        notes = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return []
    whole = isinstance(notes, list) and all(
        isinstance(one, dict) and {"what", "kind", "made"} <= set(one) for one in notes
    )
    return notes[-MOST:] if whole else []


def _moment(said: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(said))
    except ValueError:
        return None
