"""Which text is usual for what is done."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from studio.consent.offering import texts_in_use
from studio.consent.templates import TATTOO_ADULT


def template_for(connection: Connection, service_kind: str, *, minor: bool = False, profile: str = "") -> str:
    """The key of the text for this kind of service: the country's own before one for everywhere, else the tattoo's."""
    texts = {key: next(iter(contents.values())) for key, contents in texts_in_use(connection).items()}
    meant = [key for key, text in sorted(texts.items()) if _is_meant(text, service_kind, minor, profile)]
    meant.sort(key=lambda key: texts[key].get("profile", "") != profile)
    return meant[0] if meant else TATTOO_ADULT


def _is_meant(text: dict[str, Any], kind: str, minor: bool, profile: str) -> bool:
    here = text.get("profile", "") in ("", profile)
    kinds = text.get("service_kinds", ())
    return here and bool(text.get("minor")) == minor and kind in kinds
