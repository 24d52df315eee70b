"""The verbs of papers: written as a draft, published as an edition that stays, put away and brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from studio.catalog.queries import asking_for
from studio.documents.papers import facts, refusals
from studio.documents.papers.content import check_whole, clean_contents
from studio.documents.papers.models import Paper
from studio.documents.papers.shelf import Standing, standing, store, studio_language
from studio.documents.papers.shipped import shipped
from studio.extension.registry import registry
from studio.kernel.refusal import Stale
from studio.kernel.text import LANGUAGES
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action

EDIT = "documents.paper.edit"


@action("documents.paper.add", needs=EDIT)
def add_paper(work: Work, contents: Mapping[str, Any], service_kinds: Sequence[str] = ()) -> Paper:
    """Begin an aftercare sheet of the studio's own; it is a draft until it is published."""
    draft = _draft(contents, service_kinds)
    if not any(content["title"] for content in draft["contents"].values()):
        raise refusals.PaperNeedsTitle(f"{studio_language(work.house)}.title")
    key = f"aftercare-{uuid7().hex[-8:]}"
    row = work.add(Paper(key=key, kind="aftercare", service_kinds=draft["service_kinds"], draft=draft))
    work.emit(facts.PaperAdded(row.id, key))
    return row


@action("documents.paper.draft", needs=EDIT)
def draft_paper(
    work: Work, key: str, contents: Mapping[str, Any], service_kinds: Sequence[str], seen_version: int
) -> Paper:
    """Keep what was written so far. Raises Stale when somebody saved since `seen_version` (0: nobody had yet)."""
    row = _row(work, key, seen_version)
    row.draft = _draft(contents, service_kinds)
    work.emit(facts.PaperDrafted(row.id, key))
    return row


@action("documents.paper.discard", needs=EDIT)
def discard_draft(work: Work, key: str, seen_version: int) -> Paper:
    """Throw the draft away; what is in use stays in use."""
    row = _row(work, key, seen_version)
    if row.draft is not None:
        row.draft = None
        work.emit(facts.PaperDrafted(row.id, key))
    return row


@action("documents.paper.publish")
def publish_paper(
    work: Work, key: str, contents: Mapping[str, Any], service_kinds: Sequence[str], seen_version: int
) -> int:
    """Use this text from now on, as a new edition in all its languages; gives its number. Older ones stay as read."""
    row = _row(work, key, seen_version)
    draft = _draft(contents, service_kinds)
    check_whole(draft["contents"])
    own = studio_language(work.house)
    if own not in draft["contents"]:
        raise refusals.PaperNeedsLanguage(f"{own}.title", language=LANGUAGES[own])
    before = _known(work, key)
    row.service_kinds, row.draft = draft["service_kinds"], None
    number = before.number if before.contents and not before.ids else before.number + 1
    if before.ids and dict(before.contents) == draft["contents"]:
        if list(before.service_kinds) == draft["service_kinds"]:
            raise refusals.NothingToPublish
        number = before.number  # only what it is meant for has changed: the same words stay the same edition
    else:
        made = Standing(key, before.kind, (), number, "own", draft["contents"], {})
        store(work, made, number, "own")
    work.emit(facts.PaperPublished(row.id, key, number))
    return number


@action("documents.paper.archive")
def archive_paper(work: Work, key: str) -> Paper:
    """Show it to nobody any more; what was given and signed stays. Refused while a service asks for it."""
    if asking := asking_for(work.connection, "aftercare", key):
        raise refusals.PaperHangsOnServices(services=", ".join(asking))
    return _move(work, key, away=True)


@action("documents.paper.restore", needs="documents.paper.archive")
def restore_paper(work: Work, key: str) -> Paper:
    """Use it again as it stood; undoes `archive_paper`."""
    return _move(work, key, away=False)


@archive_paper.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_paper(work, _key_of(work, past.subject_id))


@restore_paper.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_paper(work, _key_of(work, past.subject_id))


@add_paper.undone_by
def _take_out(work: Work, past: Past) -> None:
    archive_paper(work, _key_of(work, past.subject_id))


def _move(work: Work, key: str, *, away: bool) -> Paper:
    one = _known(work, key)
    row = work.get(Paper, one.row_id) if one.row_id else _first_row(work, key)
    if (row.archived_at is not None) != away:
        row.archived_at = work.now if away else None
        work.emit(facts.PaperMoved(row.id, key, away))
    return row


def _known(work: Work, key: str) -> Standing:
    one = standing(work.connection, key)
    if one is None:
        raise refusals.PaperIsUnknown
    return one


def _row(work: Work, key: str, seen_version: int) -> Paper:
    one = _known(work, key)
    if one.archived_at is not None:
        raise refusals.PaperIsArchived
    if one.row_id is None:
        if seen_version:
            raise Stale
        return _first_row(work, key)
    return work.get(Paper, one.row_id, seen_version)


def _first_row(work: Work, key: str) -> Paper:
    ours = shipped()[key]
    return work.add(Paper(key=key, kind=ours.kind, service_kinds=list(ours.service_kinds)))


def _draft(contents: Mapping[str, Any], service_kinds: Sequence[str]) -> dict[str, Any]:
    known = registry().service_kinds()
    if isinstance(service_kinds, str) or not set(service_kinds) <= set(known):
        raise refusals.KindIsUnknown("service_kinds")
    chosen = [kind for kind in known if kind in set(service_kinds)]
    return {"contents": clean_contents(contents), "service_kinds": chosen}


def _key_of(work: Work, paper_id: UUID) -> str:
    return work.get(Paper, paper_id).key
