"""A file on its way to being attached: what it may be, made safe, and under which names it is shown and saved."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from uuid import UUID

from storage.decoding import kind_of
from studio.documents.attachments.refusals import FileRunsMacros
from studio.extension.incoming import LETTERS, PAPERS, PICTURES, TABLES, Allowed, KindIsNotTaken, made_safe
from studio.kernel.house import House

KINDS = (*PICTURES, *PAPERS, *TABLES, *LETTERS)
EACH = "documents.attachments.megabytes"
LONGEST_NAME = 150
ENDINGS = {"jpeg": "jpg", "text": "txt", "other": "bin", "empty": "bin"}
"""Where it is not the kind itself."""
OFFICE = {"docx": b"word/document.xml", "xlsx": b"xl/workbook.xml"}
"""The part that makes a zip such a file; names in a zip are never compressed."""
MACROS = b"vbaProject.bin"


@dataclass(frozen=True)
class Ready:
    """A file that may be attached."""

    name: str
    kind: str
    data: bytes = field(repr=False)
    small: bytes = field(default=b"", repr=False)
    pages: int = 0


def allowed(house: House) -> Allowed:
    """Which kinds, and how large one may be here."""
    return Allowed(KINDS, most=house.settings[EACH])


def made_ready(house: House, name: str, data: bytes) -> Ready:
    """The file as it may be kept. Takes up to a second or two: call it outside an act, in a worker thread."""
    limits = allowed(house)
    safe = made_safe(data, limits)
    kind = _told_apart(safe.kind, safe.data, name, limits)
    return Ready(shown_name(name), kind, safe.data, safe.small, safe.pages)


def shown_name(told: str) -> str:
    """The last part of a name as one short line of letters that can be seen; never used to find a file."""
    last = told.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(letter for letter in last if letter.isprintable())
    return " ".join(plain.split())[:LONGEST_NAME]


def saved_name(name: str, kind: str, number: UUID) -> str:
    """A name every disk takes: plain letters, a few digits of its own, and the ending its content has."""
    plain = unicodedata.normalize("NFKD", name.rpartition(".")[0] or name).encode("ascii", "ignore").decode().lower()
    stem = re.sub("[^a-z0-9]+", "-", plain)[:40].strip("-")
    return f"{stem or 'file'}-{number.hex[-8:]}.{ENDINGS.get(kind, kind)}"


def ending_of(data: bytes) -> str:
    """The ending its content has, where no row says what it is."""
    kind = kind_of(data)
    office = (name for name, part in OFFICE.items() if kind == "zip" and part in data)
    return next(office, ENDINGS.get(kind, kind))


def _told_apart(kind: str, data: bytes, name: str, limits: Allowed) -> str:
    """Kinds that look alike at their start."""
    if kind in PICTURES or kind in PAPERS:
        return kind
    if not data.startswith(b"PK"):
        if kind == "xlsx":  # the older format, which may hide programs anywhere
            raise KindIsNotTaken(kinds=limits.named())
        return "csv" if name.lower().endswith((".csv", ".tsv")) else "text"
    if MACROS in data:
        raise FileRunsMacros
    for office, part in OFFICE.items():
        if part in data:
            return office
    raise KindIsNotTaken(kinds=limits.named())
