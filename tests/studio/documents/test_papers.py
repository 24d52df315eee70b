"""The studio's own papers: proposed, written, published, and every edition kept as it was read."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from studio.catalog.actions import archive_service
from studio.documents.papers import refusals
from studio.documents.papers.actions import add_paper, archive_paper, discard_draft, draft_paper, publish_paper
from studio.documents.papers.queries import difference, edition, list_papers, paper, paper_now, papers_published
from studio.documents.papers.shipped import shipped
from studio.documents.papers.shown import guest_links, guest_paper, paper_in_force, shown
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Refusal, Stale
from studio.kernel.text import LANGUAGES
from studio.kernel.work import Read, ask, perform, query
from studio.upkeep.actions import change_setting
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.people import signed_in
from tests.factories.services import offered

NOTICE = {"en": {"title": "Privacy", "lead": "", "body": "We keep little."}}


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def published(owner: Actor, key: str = "privacy", contents: Any = None) -> int:
    return perform(owner, publish_paper, key, contents or NOTICE, (), ask(owner, paper, key).line.version)


@query("documents.paper.see")
def everything_shown(read: Read, language: str) -> Any:
    return shown(read, language), paper_in_force(read, "privacy", language)


def test_every_shipped_paper_is_there_in_every_language() -> None:
    assert set(shipped()) >= {"privacy", "terms", "deposit", "aftercare-tattoo", "aftercare-piercing"}
    for one in shipped().values():
        assert set(one.contents) == set(LANGUAGES), one.key


def test_what_binds_the_studio_is_shown_to_nobody_before_it_is_published(owner: Actor) -> None:
    states = {one.key: one.state for one in ask(owner, list_papers)}
    assert (states["privacy"], states["terms"], states["deposit"]) == ("proposal",) * 3
    assert states["aftercare-tattoo"] == "in_use"
    assert (guest_links("en"), guest_paper("privacy", "en"), guest_paper("aftercare-tattoo", "en")) == ((), None, None)
    assert ask(owner, papers_published) is False
    assert published(owner) == 1
    [link] = guest_links("pt-BR")
    assert (link.key, link.number, link.language) == ("privacy", 1, "en")
    said = guest_paper("privacy", "pt-BR")
    assert said is not None
    assert (said.title, said.body) == ("Privacy", "We keep little.")
    evidence, in_force = ask(owner, everything_shown, "en")
    assert evidence == [("privacy", 1, said.digest)]
    assert in_force == said


def test_a_proposal_begins_with_the_studios_own_name_and_tells_what_is_missing(owner: Actor) -> None:
    perform(owner, change_setting, "studio.name", "Black Swan")
    writing = ask(owner, paper, "privacy").writing
    assert "Black Swan, {address}" in writing["en"]["body"]
    with pytest.raises(refusals.PaperHasGaps) as refused:
        published(owner, contents=writing)
    assert "{address}" in refused.value.text()
    assert refused.value.field == "en.body"
    perform(owner, change_setting, "studio.address", "1 High Street")
    perform(owner, change_setting, "studio.contact", "01 234")
    assert published(owner, contents=ask(owner, paper, "privacy").writing) == 1


def test_editions_only_grow_and_each_is_read_as_it_was(owner: Actor, studio: House) -> None:
    published(owner)
    changed = {"en": {**NOTICE["en"], "body": "We keep little.\n\nAnd not for long."}}
    assert published(owner, contents=changed) == 2
    with pytest.raises(refusals.NothingToPublish):
        published(owner, contents=changed)
    view = ask(owner, paper, "privacy")
    assert [one.number for one in view.editions] == [2, 1]
    assert ask(owner, edition, "privacy", 1, "en").body == "We keep little."
    steps = ask(owner, difference, "privacy", 1, 2, "en")
    assert [(step.sign, step.text) for step in steps if step.sign != "same"] == [("new", "And not for long.")]
    for statement in ("UPDATE paper_edition SET content = '{}'", "DELETE FROM paper_edition"):
        with pytest.raises(DatabaseError), studio.db.writing() as session:
            session.connection().execute(text(statement))


def test_a_draft_changes_nothing_for_guests_and_two_writers_meet(owner: Actor) -> None:
    published(owner)
    version = ask(owner, paper, "privacy").line.version
    draft = {"en": {**NOTICE["en"], "title": "Half a thou"}}
    perform(owner, draft_paper, "privacy", draft, (), version)
    [link] = guest_links("en")
    assert link.title == "Privacy"
    view = ask(owner, paper, "privacy")
    assert (view.writing["en"]["title"], view.line.has_draft) == ("Half a thou", True)
    with pytest.raises(Stale):
        perform(signed_in("manager"), draft_paper, "privacy", NOTICE, (), version)
    perform(owner, discard_draft, "privacy", view.line.version)
    assert ask(owner, paper, "privacy").writing["en"]["title"] == "Privacy"


@pytest.mark.parametrize(
    ("contents", "field"),
    [
        ({"en": {"title": "", "lead": "", "body": "x"}}, "en.title"),
        ({"en": {"title": "x", "lead": "", "body": ""}}, "en.body"),
        ({"en": {"title": "x" * 121, "lead": "", "body": "x"}}, "en.title"),
        ({"en": {"title": "x", "lead": "", "body": "x" * 20_001}}, "en.body"),
        ({"en": {"title": "x", "lead": "", "body": "Ask {somebody}"}}, "en.body"),
        ({"en": {"title": 7, "lead": "", "body": "x"}}, "en.title"),
        ({"en": {"title": "x", "body": "x", "script": "x"}}, "en"),
        ({"pt-BR": {"title": "x", "lead": "", "body": "x"}}, "en.title"),
        ({"xx": {"title": "x", "lead": "", "body": "x"}}, None),
        ({}, "en.title"),
        ("text", None),
    ],
)
def test_what_cannot_be_read_is_not_published(owner: Actor, contents: Any, field: str | None) -> None:
    with pytest.raises(Refusal) as refused:
        perform(owner, publish_paper, "terms", contents, (), 0)
    assert refused.value.field == field
    assert guest_links("en") == ()


def test_a_sheet_of_ones_own_is_begun_published_put_away_and_brought_back(owner: Actor, studio: House) -> None:
    row = perform(owner, add_paper, {"en": {"title": "Scalp", "lead": "", "body": "Keep your hat off."}}, ["tattoo"])
    key = row.key
    assert ask(owner, paper, key).line.state == "draft"
    assert published(owner, key, ask(owner, paper, key).writing) == 1
    assert ask(owner, paper_now, key, "en").title == "Scalp"
    perform(owner, archive_paper, key)
    assert ask(owner, paper, key).line.state == "archived"
    with pytest.raises(refusals.PaperIsArchived):
        published(owner, key, NOTICE)
    perform(owner, undo_act, newest(studio))
    assert ask(owner, paper, key).line.state == "in_use"


def test_a_sheet_that_services_ask_for_is_not_put_away_from_under_them(owner: Actor, studio: House) -> None:
    one = offered(owner, "Half day", aftercare="aftercare-tattoo")
    with pytest.raises(refusals.PaperHangsOnServices, match="Half day"):
        perform(owner, archive_paper, "aftercare-tattoo")
    perform(owner, archive_service, one.id)
    perform(owner, archive_paper, "aftercare-tattoo")
    assert ask(owner, paper, "aftercare-tattoo").line.state == "archived"


def test_a_shipped_sheet_rewritten_is_an_edition_of_its_own(owner: Actor) -> None:
    view = ask(owner, paper, "aftercare-tattoo")
    assert (view.line.number, view.line.source, view.editions) == (1, "shipped", ())
    mine = {tag: {**content, "lead": "Ours."} for tag, content in view.writing.items()}
    number = perform(owner, publish_paper, "aftercare-tattoo", mine, ["tattoo"], 0)
    again = ask(owner, paper, "aftercare-tattoo")
    assert (number, again.line.source, again.service_kinds) == (1, "own", ("tattoo",))
    number = perform(owner, publish_paper, "aftercare-tattoo", mine, ["tattoo", "piercing"], again.line.version)
    assert (number, len(ask(owner, paper, "aftercare-tattoo").editions)) == (1, 1)
