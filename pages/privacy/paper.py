"""All there is about a person as a zip: a PDF to read, JSON to take elsewhere, and every file, one after another."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any, cast

from pages.upkeep.audit_words import FIELDS
from storage.errors import StorageFault
from studio.documents.attachments.taking import ending_of
from studio.documents.drawing import Block, Document, Facts, Heading, Paragraph, draw
from studio.documents.letterhead import letterhead, paper_size
from studio.kernel.house import House
from studio.kernel.text import language, t
from studio.privacy.gathering import Part
from studio.privacy.progress import Progress

LONG = 600
"""Letters of a value that are printed; the JSON has all."""
MOST_ROWS = 200
UNPRINTED = ("journal_entry", "journal_values", "search_entry")
"""What only repeats the rest in a program's words; it is in the JSON."""


def zipped(place: House, code: str, parts: Sequence[Part], progress: Progress) -> Iterator[bytes]:
    """The archive's bytes as they come; no more than one file is in memory."""
    sink, files = Sink(), [file for part in parts for file in part.files]
    progress.begin(len(files) + 2)
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{code}.json", as_json(code, parts))
        yield sink.taken()
        progress.add(1)
        archive.writestr(f"{code}.pdf", draw(document(place, code, parts)))
        for name, file_id in files:
            yield sink.taken()
            progress.add(1)
            _put(place, archive, name, file_id)
    progress.add(1)
    yield sink.taken()


def _put(place: House, archive: zipfile.ZipFile, name: str, file_id: str) -> None:
    try:
        data = place.files.read(file_id)
    except StorageFault:
        archive.writestr(f"files/{name}.missing.txt", t("This file could not be read."))
    else:
        archive.writestr(f"files/{name}.{ending_of(data)}", data)


class Sink:
    """Where the archive writes; what was written is handed on and forgotten. It cannot go back."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, data: bytes) -> int:
        self._waiting += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        data = bytes(self._waiting)
        self._waiting.clear()
        return data


def as_json(code: str, parts: Sequence[Part]) -> bytes:
    """Complete: table → its rows, column by column."""
    told = {part.table: [dict(row) for row in part.rows] for part in parts}
    return json.dumps({"client": code, "data": told}, ensure_ascii=False, indent=1).encode()


def document(place: House, code: str, parts: Sequence[Part]) -> Document:
    """To be read by the person themselves."""
    return Document(
        title=t("All there is about you"),
        code=code,
        language=language(),
        made_at=place.clock.now(),
        letterhead=letterhead(place),
        blocks=tuple(block for part in parts if part.table not in UNPRINTED for block in _blocks(part)),
        subtitle=t("Everything this studio keeps about you. The JSON file beside this has the same, word for word."),
        paper=paper_size(place),
    )


def _blocks(part: Part) -> Iterator[Block]:
    yield Heading(t(part.title))
    for row in part.rows[:MOST_ROWS]:
        lines = tuple((_label(name), said) for name, value in row.items() if (said := _said(value)))
        if lines:
            yield Facts(lines)
    if len(part.rows) > MOST_ROWS:
        yield Paragraph(t("And {n} more, in the JSON file.", n=len(part.rows) - MOST_ROWS), quiet=True)


def _label(name: str) -> str:
    return t(FIELDS[name]) if name in FIELDS else name.replace("_", " ")


def _said(value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, Mapping):
        told = (f"{_label(str(name))}: {said}" for name, one in value.items() if (said := _said(one)))
        return _cut(" · ".join(told))
    if isinstance(value, list):
        if isinstance(value[0], int | float | list):
            return ""  # strokes: the signed document shows them
        return _cut(", ".join(filter(None, map(_said, value))))
    return t("Yes") if value is True else t("No") if value is False else _cut(str(value))


def _cut(words: str) -> str:
    return words if len(words) <= LONG else f"{words[:LONG]}…"
