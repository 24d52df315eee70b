"""Sheets signed before texts were made of blocks, read as blocks: a packet is shown as it was, for ever."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.clients.consents import BY_KEY as CONSENTS


def as_blocks(content: Mapping[str, Any]) -> dict[str, Any]:
    """The same words in the order they were shown; what is made of blocks comes back as it is."""
    if "blocks" in content:
        return dict(content)
    return {
        "title": content["title"],
        "for": content["for"],
        "service_kinds": [],
        "minor": False,
        "profile": "",
        "least_age": content["least_age"],
        "e_form": content["e_form"],
        "blocks": [
            {"kind": "text", "key": "intro", "title": "", "text": content["intro"]},
            {"kind": "health", "title": content["health_title"], "text": content["health_text"]},
            *({"kind": "clause", **clause} for clause in content["clauses"]),
            {"kind": "aftercare", "title": content["aftercare_title"], "parts": content["aftercare"]},
            {"kind": "consents", "title": content["consents_title"], "text": content["consents_text"],
             "which": list(CONSENTS), "needed": ["health_data"]},
            {"kind": "signature", "who": "client", "title": content["sign_title"], "intent": content["intent"],
             "button": content["intent_button"]},
        ],
    }  # fmt: skip
