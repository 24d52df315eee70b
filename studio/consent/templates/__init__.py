"""The texts Linework ships: evidence, so each language is written word for word and never translated live."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import structlog

from studio.consent.refusals import TemplateIsIncomplete
from studio.consent.rules.files import TextFile, read_file
from studio.kernel.text import speaking

log = structlog.get_logger(__name__)

FOLDER = Path(__file__).parent
TATTOO_ADULT = "tattoo-adult"
Texts = dict[str, dict[str, dict[str, Any]]]


@cache
def shipped(folder: Path = FOLDER) -> Texts:
    """Key → language → content, read once. A bad file is logged and left out; it never stops a start."""
    found: Texts = {}
    for path in sorted(folder.glob("*.*.toml")):
        try:
            with speaking("en"):  # read once, for readers of every language
                text = _read(path)
        except (TemplateIsIncomplete, OSError, UnicodeDecodeError) as error:
            log.error("consent text cannot be read", file=path.name, why=str(error))  # noqa: TRY400  no traceback
            continue
        found.setdefault(text.key, {})[text.language] = text.content
    return found


def _read(path: Path) -> TextFile:
    text = read_file(path.read_text("utf-8"), path.name)
    if f"{text.key}.{text.language}.toml" != path.name:
        raise TemplateIsIncomplete("key", troubles=f"{path.name}: its name says otherwise than its head")
    return text
