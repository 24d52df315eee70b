"""What a browser may say of its errors: words of browsers and the name of a file of ours, never what people typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from studio.kernel.incidents import Trouble

ERROR = re.compile(r"[A-Z][A-Za-z]{2,30}(Error|Exception)")
FILE = re.compile(r"[a-z][a-z0-9._-]{0,40}\.m?js")
PAGE = re.compile(r"[a-z]{1,16}")
MOST_WORDS = 16
VOCABULARY = """
    a an and are as at be been before blocked by call called cannot class code connection constructor could defined
    definition denied did does element error event expected expression failed fetch file found function get has have
    identifier import in index initialization input instance invalid is it iterable json left length limit load
    loading lost maximum method missing module must network no node not null number object of on operation out
    parameter permission position promise properties property quota range read reading recursive reference rejected
    request response script set size stack storage string supported syntax target than the timeout to token type
    undefined unexpected uncaught undefined unknown value variable was when while with write"""
WORDS = frozenset(VOCABULARY.split())
"""All the words an error of a browser is told in. Anything else may be a name."""


def trouble_in_browser(said: Mapping[str, Any]) -> Trouble:
    """A kind of incident made of what fits; the rest is not kept, not even for a moment in the log."""
    name, text = str(said.get("name", "")), str(said.get("said", ""))
    words = [word for word in re.findall(r"[a-z]+", text.lower()[:300]) if word in WORDS]
    message = " ".join([name if ERROR.fullmatch(name) else "Error", *words[:MOST_WORDS]])
    file, line, page = str(said.get("file", "")), said.get("line"), str(said.get("page", ""))
    where = [file if FILE.fullmatch(file) else "", str(line) if type(line) is int and 0 < line < 100_000 else ""]
    place = ":".join(part for part in where if part) if where[0] else ""
    on = f"/{page}" if PAGE.fullmatch(page) else ""
    return Trouble("browser", " ".join(part for part in (place, on) if part), message)
