"""Two people changed the same client: what each of them changed, and a choice where both did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components import stale
from pages.clients.showing import LABELS, field_text
from studio.clients.masking import CONTACT
from studio.clients.models import Client
from studio.clients.queries import ClientCard
from studio.clients.rules.details import FIELDS
from studio.kernel.text import t


async def settle(card: ClientCard, mine: Mapping[str, Any], theirs: Client) -> dict[str, Any] | None:
    """What to put into the form now; `card` is what both began with. None when one would rather think."""
    seen = [field for field in FIELDS if not (card.contact_hidden and field in CONTACT)]
    moved = {field: getattr(theirs, field) for field in seen if getattr(theirs, field) != getattr(card, field)}
    title = t("Somebody else changed this client meanwhile")
    return await stale.settle(title, moved, mine, label=lambda field: t(LABELS[field]), show=field_text)
