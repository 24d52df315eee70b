"""How attached files read: their kind, how much they weigh, what stands below their name."""

from __future__ import annotations

from components.app.moments import reading_locale, when
from studio.documents.attachments.queries import AttachmentLine
from studio.extension.incoming import MEGABYTE, NAMES
from studio.kernel.text import nt, t

ADDRESS = "/documents/attached"


def kind_word(kind: str) -> str:
    return t(NAMES[kind]) if kind in NAMES else kind


def short_word(kind: str) -> str:
    """As it fits on the face of a file."""
    return "TXT" if kind == "text" else kind_word(kind)


def weight(size: int) -> str:
    """KB, from a million on MB."""
    from babel.numbers import format_decimal

    if size < MEGABYTE:
        return t("{n} KB", n=max(1, round(size / 1000)))
    return t("{n} MB", n=format_decimal(round(size / MEGABYTE, 1), locale=reading_locale()))


def shown_title(one: AttachmentLine) -> str:
    return one.name if one.readable else t("Private file")


def told(one: AttachmentLine) -> str:
    """Kind, pages, weight, when and by whom."""
    pages = nt("{n} page", "{n} pages", one.pages) if one.pages else ""
    kind = kind_word(one.kind)
    parts = (kind[:1].upper() + kind[1:], pages, weight(one.size), when(one.at), one.by_name)
    return " · ".join(filter(None, parts))
