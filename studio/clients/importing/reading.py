"""From the bytes of a file to lines of cells, whatever wrote it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from studio.clients.importing import refusals
from studio.clients.importing.sheets import sheet_lines, sheet_names

Line = tuple[int, list[str]]
Reading = dict[str, Any]

MOST_LINES = 250_000
LONGEST_CELL = 131_072
DELIMITERS = {",": ",", ";": ";", "tab": "\t", "|": "|"}
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252")
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
OLD_OFFICE, ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
TRIED, LOOKED_AT = 60, 1_000_000
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DATA = re.compile(r"[^@\s]+@[^@\s]+\.\w+|\+?[\d\s()./-]{6,}")


def guess_reading(data: bytes) -> Reading:
    """How this file wants to be read; raises what it is instead of a table."""
    if data.startswith(OLD_OFFICE):
        raise refusals.FileIsLocked
    if data.startswith(ZIP):
        names = sheet_names(data)
        reading: Reading = {"kind": "xlsx", "sheet": names[0], "sheets": names}
    else:
        encoding = guess_encoding(data)
        if not any(line.strip(" \r\n\t,;") for line in opened(data, encoding)):
            raise refusals.FileIsEmpty
        text = opened(data, encoding).read(LOOKED_AT)
        if len(_CONTROLS.findall(text[:10_000])) > 10:
            raise refusals.FileIsNoTable
        reading = {"kind": "csv", "encoding": encoding, "delimiter": guess_delimiter(text)}
    first = next(raw_lines(data, reading), None)
    if first is None:
        raise refusals.FileIsEmpty
    return {**reading, "head": not any(_DATA.fullmatch(cell.strip()) for cell in first[1])}


def guess_encoding(data: bytes) -> str:
    """By its mark, else by what the bytes can be."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding
    evens, odds = data[0:2000:2].count(0), data[1:2000:2].count(0)
    if max(evens, odds) > 200 or (len(data) < 2000 and max(evens, odds) > len(data) / 5):
        return "utf-16-le" if odds > evens else "utf-16-be"
    try:
        text = io.TextIOWrapper(io.BytesIO(data), "utf-8")
        while text.read(LOOKED_AT):
            pass
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def guess_delimiter(text: str) -> str:
    """The name of the separator that cuts the first lines into the same number of cells, and into the most."""
    told = _SEPARATOR.match(text)
    if told:
        return next((name for name, sign in DELIMITERS.items() if sign == told[1]), ",")
    return max(DELIMITERS, key=lambda name: _evenness(text, DELIMITERS[name]))


def raw_lines(data: bytes, reading: Reading) -> Iterator[Line]:
    """Every line that says anything, numbered as a spreadsheet does."""
    found = sheet_lines(data, reading["sheet"]) if reading["kind"] == "xlsx" else _csv_lines(data, reading)
    for count, (number, cells) in enumerate(line for line in found if any(cell.strip() for cell in line[1])):
        if count > MOST_LINES:
            raise refusals.TooManyLines(limit=MOST_LINES)
        yield number, cells


def opened(data: bytes, encoding: str) -> io.TextIOWrapper:
    """The text, a piece at a time; a sign no letter stands for becomes a mark, and is seen in the preview."""
    text = io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")
    if text.read(1) != "\ufeff":
        text.seek(0)
    return text


def _csv_lines(data: bytes, reading: Reading) -> Iterator[Line]:
    csv.field_size_limit(LONGEST_CELL)
    source = opened(data, reading["encoding"])
    told = _SEPARATOR.match(source.readline(10))
    source = source if told else opened(data, reading["encoding"])
    number = 1 if told else 0
    try:
        for cells in csv.reader(source, delimiter=DELIMITERS[reading["delimiter"]]):
            number += 1
            yield number, cells
    except csv.Error:
        raise refusals.LineIsEndless(line=number + 1) from None


def _evenness(text: str, delimiter: str) -> tuple[bool, int, int]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), TRIED))
    except csv.Error:
        return False, 0, 0
    widths = Counter(len(row) for row in rows if any(row))
    width, often = widths.most_common(1)[0] if widths else (1, 0)
    return width > 1, often, width
