"""The studio's own papers: what guests and clients are shown, in which edition and languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nicegui import ui

from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import look
from components.app.who import current_actor
from components.table import Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.clients.handover import greet
from pages.documents.words import KINDS, STATES, kind_word, meant_for, tongues
from studio.documents.papers.facts import PaperFact
from studio.documents.papers.queries import PaperLine, list_papers
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t

EDIT, SEALED = "documents.paper.edit", "documents.document.see"

theme.also(Path(__file__).parent / "documents.css")


async def draw() -> None:
    """The screen `/documents`."""
    actor, rights = current_actor(), house().rights
    with frame(t("Papers"), active="/documents"):
        note = t("What guests read and clients take home. A published edition stays as it was read. Not legal advice.")
        with head(t("Papers"), note).end:
            if may(actor, SEALED, rights):
                button(t("Sealed documents"), icon="lock", to="/documents/sealed")
            if may(actor, EDIT, rights):
                button(t("New aftercare sheet"), kind="primary", icon="plus", to="/documents/new", key="n")
        with ui.element("div").classes("body"):
            table = DataTable(
                _columns(),
                _load,
                key="papers",
                label=t("Papers"),
                filters=_filters(),
                search=t("Title"),
                empty=_empty(),
            )
    live(PaperFact, Gathering(lambda _: table.changed()))
    await table.load()
    greet()


async def _load(wanted: Wanted) -> Page:
    """All of them: a studio has a dozen, so they are narrowed here."""
    found = [one for one in await look(list_papers) if _fits(one, wanted)]
    shown = found[wanted.offset : wanted.offset + wanted.size]
    return Page([_row(one) for one in shown], len(found))


def _fits(one: PaperLine, wanted: Wanted) -> bool:
    kind, state = wanted.filters.get("kind", ""), wanted.filters.get("state", "")
    there = one.state == state if state else one.state != "archived"
    return there and kind in ("", one.kind) and wanted.q.strip().casefold() in one.title.casefold()


def _columns() -> list[Column]:
    return [
        Column("title", t("Title"), "strong"),
        Column("state", t("State"), "mark"),
        Column("kind", t("Kind"), "quiet"),
        Column("for", t("For"), "text"),
        Column("edition", t("Edition"), "text"),
        Column("languages", t("Languages"), "text"),
        Column("draft", t("Draft"), "mark"),
    ]


def _filters() -> list[Filter]:
    states = {"": t("All but archived"), **{key: t(word) for key, (_, word) in STATES.items()}}
    return [
        Filter("kind", t("Kind"), {"": t("All"), **{key: t(word) for key, word in KINDS.items()}}),
        Filter("state", t("State"), states),
    ]


def _row(one: PaperLine) -> dict[str, Any]:
    mark, word = STATES[one.state]
    return {
        "id": one.key,
        "to": f"/documents/papers/{one.key}",
        "title": one.title,
        "state": mark_cell(mark, t(word)),
        "kind": kind_word(one.kind),
        "for": meant_for(one),
        "edition": str(one.number) if one.number else "",
        "languages": tongues(one.languages),
        "draft": mark_cell("wait", t("Being written")) if one.has_draft and one.state != "draft" else None,
    }


def _empty() -> Empty:
    return Empty(t("No paper fits"), t("Try other words or another filter."), "envelope")
