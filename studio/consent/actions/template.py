"""Editions of a consent text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.consent import facts, refusals
from studio.consent.rules.checking import check_content
from studio.consent.rules.sheet import shape_of
from studio.consent.store import Edition, put_to_use, same, store
from studio.kernel.text import LANGUAGES, t
from studio.kernel.work import Work, action


@action("consent.template.publish")
def publish_template(work: Work, key: str, contents: Mapping[str, Mapping[str, Any]]) -> Edition:
    """Make this the text from now on, in every language given; earlier editions stay, open pages must be read again.

    Raises TemplateIsIncomplete naming the part; every language has the same blocks. The same text again is no edition.
    """
    known = put_to_use(work, key)
    if not isinstance(contents, Mapping) or not contents or set(contents) - set(LANGUAGES):
        raise refusals.TemplateIsIncomplete("language", troubles=t("Write it in a language Linework speaks."))
    checked = {language: check_content(content, language) for language, content in contents.items()}
    if any(shape_of(content) != shape_of(next(iter(checked.values()))) for content in checked.values()):
        raise refusals.TemplateIsIncomplete("blocks", troubles=t("Every language needs the same blocks."))
    if same(known.contents, checked, key):
        return known
    edition = store(work, key, checked, "studio", known.number + 1)
    work.emit(facts.TemplatePublished(key, edition.number))
    return edition
