"""One line of a file against the rules every client is checked by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from studio.clients.importing import cells as reads
from studio.clients.importing import refusals
from studio.clients.importing.heads import CONSENTS
from studio.clients.importing.reading import Line
from studio.clients.importing.rows import DAYS
from studio.clients.rules.details import FIELDS, Frame, clean_details
from studio.kernel.refusal import Invalid, Refusal

Told = dict[str, Any]
"""A line as it leaves the process that read it: `line`, then `values` and `consents`, or `problems` and `cells`."""


class Checker:
    """Knows what each column is and how this file writes its dates."""

    def __init__(self, heads: Sequence[str], mapping: Sequence[str], order: str, frame: Frame) -> None:
        self.heads, self.order, self.frame = list(heads), order, frame
        self.columns: dict[str, list[int]] = {}
        for number, field in enumerate(mapping):
            if field:
                self.columns.setdefault(field, []).append(number)

    def all(self, lines: Iterable[Line]) -> Iterator[Told]:
        """Every line but those that are the head of the file once more."""
        again = [head.strip().lower() for head in self.heads]
        for number, cells in lines:
            if [cell.strip().lower() for cell in cells] != again:
                yield self.one(number, cells)

    def one(self, number: int, cells: list[str]) -> Told:
        """What the line says, or everything that is wrong with it."""
        alive = [reads.lively(cell) for cell in cells]
        problems: dict[str, Refusal] = {}
        if any(cell.strip() for cell in alive[len(self.heads) :]):
            problems[""] = refusals.LineHasMoreCells()
        raw = {field: self._read(field, columns, alive, problems) for field, columns in self.columns.items()}
        values = self._clean(raw, problems)
        if problems:
            told = [[field, *reads.kept(problem)] for field, problem in problems.items()]
            return {"line": number, "problems": told, "cells": cells}
        consents = {kind: raw[kind] for kind in CONSENTS if raw.get(kind) is not None}
        return {"line": number, "values": values, "consents": consents, "known": str(raw.get("code") or "").strip()}

    def _read(self, field: str, columns: list[int], cells: list[str], problems: dict[str, Refusal]) -> Any:
        found = [(self.heads[at], cells[at] if at < len(cells) else "") for at in columns]
        try:
            return _as_field(field, found, self.order, self.frame.today)
        except Refusal as problem:
            problems[field] = problem
            return None

    def _clean(self, raw: Mapping[str, Any], problems: dict[str, Refusal]) -> Told:
        whole, parts = str(raw.get("name") or ""), filter(None, (raw.get("given"), raw.get("family")))
        name = (whole if raw.get("code") else reads.read_name(whole)) or " ".join(parts)
        known = {field: value for field, value in raw.items() if field in FIELDS and field not in problems}
        try:
            cleaned = clean_details({**known, "name": name}, self.frame)
        except Invalid as invalid:
            problems.update({field: problem for field, problem in invalid.problems.items() if field not in problems})
            return {}
        return {field: value.isoformat() if isinstance(value, date) else value for field, value in cleaned.items()}


def _as_field(field: str, found: list[tuple[str, str]], order: str, today: date) -> Any:
    cell = found[0][1]
    if field in DAYS:
        return reads.read_day(cell, order, today, ahead=field == "id_expires")
    if field in CONSENTS:
        return reads.read_answer(cell)
    if field.endswith("phone"):
        return reads.read_phone(cell)
    if field == "language":
        return reads.read_language(cell)
    if field == "tags":
        return reads.read_tags(cell for _, cell in found)
    if field == "address":
        return reads.joined(found, ", ")
    return reads.joined(found, "\n", named=True) if field == "notes" else cell
