"""A checked line as the table of lines stores it: plain values in one order, made where nobody waits for them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from storage.folding import fold
from studio.clients.rules.cleaning import digits

TEXTS = (
    "name", "preferred_name", "pronouns", "gender", "phone", "email", "address", "guardian_name", "guardian_relation",
    "guardian_phone", "emergency_name", "emergency_phone", "emergency_relation", "id_kind", "id_issuer", "id_number",
    "brought_by", "notes", "language",
)  # fmt: skip
DAYS = ("birth_date", "guardian_birth_date", "id_expires")
STORED = ("line", "state", "choice", "code", "problems", "cells", "consents", "tags", "name_key", "phone_digits",
          *TEXTS, *DAYS)  # fmt: skip
"""The columns, in the order of a row; the code the file gives stands behind them."""
_pack = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_row(told: Mapping[str, Any]) -> list[Any]:
    """The line in the order of STORED, and the studio's own code in it, if it names one."""
    values = told.get("values", {})
    return [
        told["line"], "wrong" if "problems" in told else "new", "", "",
        *(_pack(part) for part in (told.get("problems", []), told.get("cells", []), told.get("consents", {}))),
        _pack(values.get("tags", [])), fold(values.get("name", "")), digits(values.get("phone", "")),
        *(values.get(name, "") for name in TEXTS), *(values.get(name) for name in DAYS),
        told.get("known", ""),
    ]  # fmt: skip
