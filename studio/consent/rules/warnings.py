"""What the artist is warned of before the packet is whole: they go on with a reason, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.consent.rules.witnessing import EXPIRED, GUARDIAN_EXPIRED, HEALTH
from studio.kernel.text import N_

WORDS = {
    HEALTH: N_("Health answers that warn"),
    EXPIRED: N_("The client's document has expired"),
    GUARDIAN_EXPIRED: N_("The guardian's document has expired"),
}
WARNING = ("warn", "block")


def warnings_of(body: Mapping[str, Any]) -> tuple[str, ...]:
    """What the client signed that warns: a yes about their health, or an answer the text itself warns of."""
    health = any(one["answer"] and one["level"] in WARNING for one in body.get("answers", {}).values())
    asked = any(one["level"] in WARNING for one in body.get("questions", {}).values())
    return (HEALTH,) if health or asked else ()
