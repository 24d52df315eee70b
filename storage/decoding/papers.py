"""PDFs from elsewhere: how many pages, and nothing in them that acts by itself. Only the process apart opens them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from storage.decoding.asked import Unfit

ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/RichMediaExecute"}
)
"""Kinds of action that do more than to lead to a page or an address."""
HOLDERS = frozenset({"/JS", "/JavaScript", "/XFA", "/RichMediaContent"})
WRITTEN = (b"/JavaScript", b"/Launch")
"""Looked for in the bare bytes as well: another reader may find what a broken table of contents hides from ours."""
MOST_PARTS, MOST_PAGES = 500_000, 5_000
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def count_pages(upload: bytes) -> int:
    """The pages of a PDF that is open to everybody and does nothing by itself; Unfit says what it is else."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(BytesIO(upload), strict=False)
    if reader.encrypted:
        raise Unfit("locked")
    pages = int(reader.root["/Pages"].get("/Count", 0))
    if pages < 1 or not reader.root["/Pages"]["/Kids"]:
        raise Unfit("empty")
    if pages > MOST_PAGES:
        raise Unfit("large")
    if _says(upload) or any(_acts(part) for part in _parts(reader)):
        raise Unfit("acts")
    return pages


def _says(upload: bytes) -> bool:
    plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), upload)
    return any(word in plain for word in WRITTEN)


def _acts(part: Any) -> bool:
    action = part.get("/S", None)
    return bool(HOLDERS & part.keys()) or (isinstance(action, str) and action in ACTIONS)


def _parts(reader: Any) -> Iterator[Any]:
    """Every dictionary there is, each once, whether or not a page leads to it."""
    from pyhanko.pdf_utils import generic

    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [reader.trailer_view["/Root"], *_numbered(reader)]
    left = MOST_PARTS
    while waiting:
        one = waiting.pop()
        left -= 1
        if left < 0:
            raise Unfit("large")
        if isinstance(one, generic.IndirectObject | generic.Reference):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one = reader.get_object(generic.Reference(one.idnum, one.generation, pdf=reader))
        if isinstance(one, generic.DictionaryObject):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, generic.ArrayObject):
            waiting.extend(one)


def _numbered(reader: Any) -> Iterator[Any]:
    """What the tables of contents name, of all that was ever added."""
    for revision in range(reader.xrefs.total_revisions):
        yield from reader.xrefs.explicit_refs_in_revision(revision)
