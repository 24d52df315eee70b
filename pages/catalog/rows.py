"""The catalogue's columns, filters and acts, and how a service becomes a row of it."""

from __future__ import annotations

from typing import Any

from components.table import Act, Column, Empty, Filter, Wanted, mark_cell
from pages.catalog.showing import artists_text, deposit_text, duration_text, kind_text, price_text
from studio.catalog.queries import Choices, Service
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.text import t

EDIT, ARCHIVE, ORDER = "catalog.service.edit", "catalog.service.archive", "catalog.service.order"
OWN = "position"
"""The studio's own order; only in it can rows be moved."""


def columns() -> list[Column]:
    """The most needed first: narrow screens let go of the last ones."""
    return [
        Column("name", t("Name"), "strong", sortable=True),
        Column("minutes", t("Duration"), "text", sortable=True),
        Column("price", t("Price"), "number", sortable=True),
        Column("state", t("State"), "mark"),
        Column("kind", t("Kind"), "quiet"),
        Column("deposit", t("Deposit"), "text"),
        Column("age", t("Minimum age"), "text"),
        Column("by", t("Offered by"), "text", shown=False, on_card=False),
        Column("code", t("Code"), "code", sortable=True, on_card=False),
        Column(OWN, t("Our order"), "quiet", sortable=True, on_card=False),
    ]


def filters(choices: Choices) -> list[Filter]:
    """What the list can be narrowed by."""
    states = {"": t("All"), "active": t("Offered now"), "paused": t("Paused"), "archived": t("Archived")}
    return [
        Filter("state", t("Show"), states),
        Filter("kind", t("Kind"), {"": t("All"), **dict(sorted(choices.kinds.items(), key=lambda one: one[1]))}),
    ]


def acts(actor: Actor) -> list[Act]:
    """What this person may do with a row."""
    found = [Act("open", t("Open"), "right")]
    if _may(actor, EDIT):
        found += [Act("edit", t("Edit"), "edit"), *_offers()]
    if _may(actor, ORDER):
        found += [Act("top", t("Move to the top"), "sort-up"), Act("up", t("Move up"), "up")]
        found += [Act("down", t("Move down"), "down")]
    return [*found, *_moves()] if _may(actor, ARCHIVE) else found


def bulk(actor: Actor) -> list[Act]:
    """What may be done with all that are ticked."""
    found = _offers() if _may(actor, EDIT) else []
    return [*found, *_moves()] if _may(actor, ARCHIVE) else found


def row(one: Service, choices: Choices, *, ordered: bool) -> dict[str, Any]:
    """One service as the table shows it."""
    away = one.archived_at is not None
    state = mark_cell("none", t("Archived")) if away else None if one.active else mark_cell("wait", t("Paused"))
    moves = ["top", "up", "down"] if ordered else []
    return {
        "id": str(one.id),
        "to": f"/catalog/{one.code}",
        "acts": ["open", "restore"]
        if away
        else ["open", "edit", "pause" if one.active else "offer", *moves, "archive"],
        "name": one.name,
        "kind": kind_text(one, choices),
        "minutes": duration_text(one),
        "price": price_text(one),
        "state": state,
        "deposit": deposit_text(one) if one.deposit_kind != "none" else "",
        "age": str(one.minimum_age or ""),
        "by": artists_text(one, choices),
        "code": one.code,
        OWN: str(one.position),
    }


def empty(actor: Actor) -> Empty:
    """What belongs here, and the first step."""
    title = t("No services yet")
    words = t("What you offer stands here, with how long it takes, what it costs and what has to be signed.")
    if not _may(actor, EDIT):
        return Empty(title, words, "dagger")
    return Empty(title, words, "dagger", t("Add the first service"), "/catalog/new")


def asked(wanted: Wanted) -> dict[str, Any]:
    """What the table wants, in the words of the query."""
    return {
        "q": wanted.q,
        "sort": ("-" if wanted.descending else "") + (wanted.sort or OWN),
        "kind": wanted.filters.get("kind", ""),
        "state": wanted.filters.get("state", ""),
    }


def _offers() -> list[Act]:
    return [Act("offer", t("Offer again"), "play"), Act("pause", t("Pause"), "clock")]


def _moves() -> list[Act]:
    return [Act("archive", t("Archive"), "archive"), Act("restore", t("Restore"), "undo")]


def _may(actor: Actor, permission: str) -> bool:
    return may(actor, permission, house().rights)
