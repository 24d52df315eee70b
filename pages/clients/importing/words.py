"""How imports read on screen: their state, their reasons, and wrong lines as a file to mend."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

from components.app.marks import Kind
from pages.clients.csv_file import inert
from pages.clients.showing import LABELS
from studio.clients.importing.heads import FIELDS
from studio.clients.importing.queries import ImportView, LineView
from studio.kernel.text import t


def state_mark(file: ImportView, *, under_way: bool) -> tuple[Kind, str]:
    """A mark and a word for how far it is."""
    if file.state in ("checking", "running"):
        return ("part", t("Under way")) if under_way else ("warn", t("Stopped"))
    known: dict[str, tuple[Kind, str]] = {
        "read": ("wait", t("Columns to be named")),
        "checked": ("wait", t("Waits for your word")),
        "done": ("ok", t("On file")),
    }
    return known.get(file.state, ("none", t("Taken back")))


def field_word(field: str) -> str:
    """What a column is called here."""
    return t(FIELDS[field]) if field in FIELDS else t(LABELS[field]) if field in LABELS else ""


def reason(problem: Sequence[Any]) -> str:
    """What is wrong, in the reader's language."""
    _, sentence, values = problem
    return t(sentence, **values)


def reasons(line: LineView) -> str:
    """All that is wrong with a line, each beside its field."""
    told = ((field_word(problem[0]), reason(problem)) for problem in line.problems)
    return " ".join(f"{field}: {said}" if field else said for field, said in told)


def wrong_file(heads: Sequence[str], lines: Sequence[LineView]) -> bytes:
    """The wrong lines as they came, with what is wrong in front; no cell of it begins a formula."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([t("Line"), t("What is wrong"), *map(inert, heads)])
    writer.writerows([line.line, inert(reasons(line)), *map(inert, line.cells)] for line in lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
