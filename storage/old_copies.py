"""Whole databases of former days in the data folder: copies made before new tables, and what was put aside."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storage.folder import DataFolder
from storage.putting_back import ASIDE

_MADE = re.compile(r"(\d{8}T\d{6})\d*Z")


@dataclass(frozen=True, slots=True)
class OldCopy:
    """One file, or one folder of what was put aside; nothing in it is younger than `made`."""

    path: Path
    made: datetime


def old_copies(folder: DataFolder) -> list[OldCopy]:
    """All there are, the newest first."""
    kept = [path for path in folder.copies.glob("*.db") if path.is_file()]
    kept += [path.parent for path in (folder.path / ASIDE).glob(f"*/{folder.db.name}")]
    return sorted((OldCopy(path, _made(path)) for path in kept), key=lambda copy: copy.made, reverse=True)


def remove_copy(copy: OldCopy) -> None:
    """Gone, with all that was put aside beside it; removing what is not there is no fault."""
    if copy.path.is_dir():
        shutil.rmtree(copy.path, ignore_errors=True)
    else:
        copy.path.unlink(missing_ok=True)


def _made(path: Path) -> datetime:
    told = _MADE.search(path.name)
    if told:
        return datetime.strptime(told[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
