"""Editions of a consent text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.consent import facts, refusals
from studio.consent.rules.sheet import check_content, clause_keys
from studio.consent.store import Edition, put_to_use, same, store
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES
from studio.kernel.work import Work, action


@action("consent.template.publish")
def publish_template(work: Work, key: str, contents: Mapping[str, Mapping[str, Any]]) -> Edition:
    """Make this the text from now on, in every language given; earlier editions stay, open pages must be read again.

    Raises TemplateIsIncomplete naming the part; every language has the same clauses. The same text again is no edition.
    """
    known = put_to_use(work, key)
    if not isinstance(contents, Mapping) or not contents or set(contents) - set(LANGUAGES):
        raise refusals.TemplateIsIncomplete("language")
    checked = {language: _checked(language, content) for language, content in contents.items()}
    if len({(clause_keys(content), content["least_age"]) for content in checked.values()}) != 1:
        raise refusals.TemplateIsIncomplete("clauses")
    if same(known.contents, checked, key):
        return known
    edition = store(work, key, checked, "studio", known.number + 1)
    work.emit(facts.TemplatePublished(key, edition.number))
    return edition


def _checked(language: str, content: object) -> dict[str, Any]:
    try:
        return check_content(content)
    except Refusal as refusal:
        raise refusals.TemplateIsIncomplete(f"{language}.{refusal.field}") from None
