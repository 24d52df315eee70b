"""The texts Linework ships: evidence, so each language is written word for word and never translated live."""

from typing import Any

from studio.consent.templates import tattoo_adult_en, tattoo_adult_pt_br

TATTOO_ADULT = "tattoo-adult"

SHIPPED: dict[str, dict[str, dict[str, Any]]] = {
    TATTOO_ADULT: {"en": tattoo_adult_en.CONTENT, "pt-BR": tattoo_adult_pt_br.CONTENT},
}
"""Key → language → content; `rules.sheet.check_content` says what content is made of."""
