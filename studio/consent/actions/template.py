"""Consent texts: drafts that change, editions that stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select as columns
from sqlmodel import select

from storage.folding import fold
from storage.table import columns_of
from studio.catalog.queries import asking_for
from studio.clients.rules.cleaning import clean_text
from studio.consent import facts, refusals, text_refusals
from studio.consent.models import ConsentTemplate
from studio.consent.offering import newest_texts
from studio.consent.rules.checking import check_content
from studio.consent.rules.drafting import START, clean_draft
from studio.consent.rules.files import read_file
from studio.consent.rules.sheet import shape_of
from studio.consent.store import Edition, put_to_use, same, store
from studio.consent.templates import shipped
from studio.consent.text_facts import TextBroughtBack, TextDrafted, TextPutAway
from studio.consent.text_models import ConsentText
from studio.kernel.refusal import Stale
from studio.kernel.text import LANGUAGES, language, t
from studio.kernel.work import Work, action

TEMPLATE = columns_of(ConsentTemplate).c
PUBLISH = "consent.template.publish"
LONGEST_TITLE = 120


@action("consent.template.publish")
def publish_template(work: Work, key: str, contents: Mapping[str, Mapping[str, Any]]) -> Edition:
    """Make this the text from now on, in every language given; earlier editions stay, open pages must be read again.

    Raises TemplateIsIncomplete naming the part; every language has the same blocks. The same text again is no edition.
    """
    row = _row(work, key)
    known = None if _is_new(work, key, row) else put_to_use(work, key)
    if not isinstance(contents, Mapping) or not contents or set(contents) - set(LANGUAGES):
        raise refusals.TemplateIsIncomplete("language", troubles=t("Write it in a language Linework speaks."))
    checked = {language: check_content(content, language) for language, content in contents.items()}
    if any(shape_of(content) != shape_of(next(iter(checked.values()))) for content in checked.values()):
        raise refusals.TemplateIsIncomplete("blocks", troubles=t("Every language needs the same blocks."))
    row = row or work.add(ConsentText(key=key, title=""))
    row.title, row.draft, row.draft_at, row.draft_by = title_of(checked), None, None, ""
    edition = known if known and same(known.contents, checked, key) else None
    if edition is None:
        edition = store(work, key, checked, "studio", known.number + 1 if known else 1)
        work.emit(facts.TemplatePublished(key, edition.number))
    work.emit(TextDrafted(row.id, key))
    return edition


@action("consent.template.start", needs=PUBLISH)
def start_text(work: Work, title: str, based_on: str = "") -> ConsentText:
    """Begin a text of the studio's own as a draft: empty, or from another one."""
    cleaned = clean_text(title, LONGEST_TITLE)
    if not cleaned:
        raise text_refusals.TextTitleIsMissing("title", most=LONGEST_TITLE)
    original = newest_texts(work.connection).get(based_on, {})
    if based_on and not original:
        raise refusals.TemplateIsUnknown
    tongue = language() if not original or language() in original else next(iter(original))
    draft = {tag: {**content} for tag, content in original.items()} or {tongue: {**START, "blocks": []}}
    draft[tongue]["title"] = cleaned
    return _drafted(work, ConsentText(key=_free_key(work, cleaned), title=cleaned, based_on=based_on), draft)


@action("consent.template.draft", needs=PUBLISH)
def save_draft(work: Work, key: str, contents: Mapping[str, Any], seen_version: int) -> ConsentText:
    """Keep a draft, complete or not. It counts once it is published. Raises Stale when somebody saved in between."""
    return _drafted(work, _seen(work, key, seen_version), clean_draft(contents))


@action("consent.template.drop", needs=PUBLISH)
def drop_draft(work: Work, key: str, seen_version: int) -> bool:
    """Throw the draft away; what was published stays. A text that was never published goes altogether."""
    row = _seen(work, key, seen_version)
    if _is_new(work, key, row):
        work.emit(TextDrafted(row.id, key))
        work.session.delete(row)
        return True
    row.draft, row.draft_at, row.draft_by = None, None, ""
    work.emit(TextDrafted(row.id, key))
    return False


@action("consent.template.import", needs=PUBLISH)
def import_text(work: Work, text: str, name: str = "") -> ConsentText:
    """Put one language of a text from a file into the draft. Raises TemplateIsIncomplete naming file and block, and
    SomebodyIsWriting where it would take the place of what another person wrote."""
    found = read_file(text, name)
    row = _row(work, found.key) or ConsentText(key=found.key, title=found.content["title"])
    published = newest_texts(work.connection).get(found.key, {})
    present = row.draft or published
    if row.draft_by != work.actor.name and present.get(found.language) not in (published.get(found.language), None):
        raise text_refusals.SomebodyIsWriting("file", name=row.draft_by)
    return _drafted(work, row, {**present, found.language: found.content})


@action("consent.template.archive", needs=PUBLISH)
def archive_text(work: Work, key: str) -> ConsentText:
    """Offer it no more. Signed packets keep theirs. Refused while a service of the catalogue asks for it."""
    row, contents = _row(work, key), newest_texts(work.connection).get(key)
    if contents is None:
        raise text_refusals.NeverPublished if row else refusals.TemplateIsUnknown
    if asking := asking_for(work.connection, "consent", key):
        raise text_refusals.TextHangsOnServices(services=", ".join(asking))
    row = row or work.add(ConsentText(key=key, title=title_of(contents)))
    if row.archived_at is None:
        row.archived_at = work.now
        work.emit(TextPutAway(row.id, key))
    return row


@action("consent.template.restore", needs=PUBLISH)
def restore_text(work: Work, key: str) -> ConsentText:
    """Offer it again."""
    row = _row(work, key)
    if row is None:
        raise refusals.TemplateIsUnknown
    if row.archived_at is not None:
        row.archived_at = None
        work.emit(TextBroughtBack(row.id, key))
    return row


@action("consent.template.publish_draft", needs=PUBLISH)
def publish_draft(work: Work, key: str, seen_version: int) -> Edition:
    """Make the draft the text from now on."""
    row = _seen(work, key, seen_version)
    if not row.draft:
        raise text_refusals.NothingIsDrafted
    return publish_template(work, key, row.draft)


def title_of(contents: Mapping[str, Mapping[str, Any]]) -> str:
    """What the studio calls it."""
    content = contents.get("en") or next(iter(contents.values()))
    return str(content.get("title") or "")[:LONGEST_TITLE]


def _drafted(work: Work, row: ConsentText, draft: dict[str, Any]) -> ConsentText:
    if row.draft is None:
        newest = columns(TEMPLATE.edition).where(TEMPLATE.key == row.key)
        row.draft_edition = max(work.connection.execute(newest).scalars(), default=0)
    row.draft, row.draft_at, row.draft_by = draft, work.now, work.actor.name
    row.title = title_of(draft) or row.title
    work.add(row)
    work.emit(TextDrafted(row.id, row.key))
    return row


def _row(work: Work, key: str) -> ConsentText | None:
    return work.session.exec(select(ConsentText).where(ConsentText.key == key)).first()


def _seen(work: Work, key: str, version: int) -> ConsentText:
    """The row as somebody saw it (0: there was none yet); a text only we ship gets its own now."""
    row = _row(work, key)
    if (row.version if row else 0) != version:
        raise Stale(row)
    if row is not None:
        return row
    contents = newest_texts(work.connection).get(key)
    if contents is None:
        raise refusals.TemplateIsUnknown
    return work.add(ConsentText(key=key, title=title_of(contents)))


def _is_new(work: Work, key: str, row: ConsentText | None) -> bool:
    """Whether it was never published and is none of ours."""
    return row is not None and key not in newest_texts(work.connection)


def _free_key(work: Work, title: str) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:40].strip("-") or "text"
    taken = {*shipped(), *newest_texts(work.connection), *work.session.exec(select(ConsentText.key))}
    return stem if stem not in taken else next(key for n in range(2, 9999) if (key := f"{stem}-{n}") not in taken)
