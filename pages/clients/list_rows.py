"""The list's columns, filters and acts, and how a client becomes a row of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.app.marks import LIGHTS
from components.app.moments import show_moment
from components.table import Act, Column, Empty, Filter, Wanted, face_cell, mark_cell, tags_cell
from pages.clients.showing import contact_text, known_as, photo_address
from studio.clients.queries import ClientRow
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.text import N_, t

ARCHIVED = "yes"


def columns() -> list[Column]:
    """The list's columns, the most needed first: narrow screens let go of the last ones."""
    return [
        Column("name", t("Name"), "face", sortable=True),
        Column("code", t("Code"), "code", sortable=True),
        Column("phone", t("Phone"), "text"),
        Column("health", t("Health"), "mark"),
        Column("email", t("E-mail"), "quiet"),
        Column("tags", t("Tags"), "tags"),
        Column("changed", t("Last change"), "quiet", sortable=True, on_card=False),
        Column("created", t("Client since"), "quiet", sortable=True, shown=False, on_card=False),
    ]


def filters(tags: Sequence[str]) -> list[Filter]:
    """What the list can be narrowed by; tags only where there are some."""
    lights = {light: t(word) for light, word in SHORT.items()}
    found = [
        Filter("archived", t("Show"), {"": t("On file"), ARCHIVED: t("Archived")}),
        Filter("health", t("Health"), {"": t("All"), **lights}),
    ]
    return [*found, Filter("tag", t("Tag"), {"": t("All"), **{tag: tag for tag in tags}})] if tags else found


def acts(actor: Actor) -> list[Act]:
    """What this person may do with a row."""
    found = [Act("open", t("Open"), "right"), Act("edit", t("Edit"), "edit"), *_moves(actor)]
    return [act for act in found if act.name != "edit" or may(actor, "clients.client.edit", house().rights)]


def bulk(actor: Actor) -> list[Act]:
    """What may be done with all that are ticked."""
    rights, found = house().rights, []
    if may(actor, "clients.client.edit", rights):
        found = [Act("tag", t("Tag"), "tag"), Act("untag", t("Untag"), "minus")]
    found += _moves(actor)
    return [*found, Act("export", t("Export"), "download")] if may(actor, "clients.client.export", rights) else found


def _moves(actor: Actor) -> list[Act]:
    if not may(actor, "clients.client.archive", house().rights):
        return []
    return [Act("archive", t("Archive"), "archive"), Act("restore", t("Restore"), "undo")]


SHORT = {
    "red": N_("Stop"),
    "amber": N_("Ask first"),
    "incomplete": N_("Not all answered"),
    "green": N_("No flags"),
    "unknown": N_("Not asked"),
}
"""The light's words where there is little room."""


def row(client: ClientRow, pigments: Mapping[str, int]) -> dict[str, Any]:
    """One client as the table shows it; what was never told stays empty."""
    kind = LIGHTS[client.health_light][0]
    archived = client.archived_at is not None
    return {
        "id": str(client.id),
        "to": f"/clients/{client.code}",
        "acts": ["open", "restore"] if archived else ["open", "edit", "archive"],
        "name": face_cell(
            client.name,
            photo_address(client.code, client.photo_small),
            known_as(client.preferred_name, client.pronouns),
        ),
        "code": client.code,
        "phone": contact_text("phone", client.phone, hidden=client.contact_hidden),
        "email": contact_text("email", client.email, hidden=client.contact_hidden),
        "tags": tags_cell(client.tags, pigments),
        "health": mark_cell(kind, t(SHORT[client.health_light])),
        "changed": show_moment(client.updated_at),
        "created": show_moment(client.created_at),
    }


def empty(actor: Actor) -> Empty:
    """What belongs here while nobody is on file."""
    title, text = (
        t("No clients yet"),
        t("Everybody you work on is kept here, with contact, health answers and history."),
    )
    if not may(actor, "clients.client.edit", house().rights):
        return Empty(title, text, "swallow")
    return Empty(title, text, "swallow", t("Put the first client on file"), "/clients/new")


def asked(wanted: Wanted) -> dict[str, Any]:
    """What the table wants, in the words of the query."""
    return {
        "q": wanted.q,
        "sort": ("-" if wanted.descending else "") + (wanted.sort or "name"),
        "archived": wanted.filters.get("archived") == ARCHIVED,
        "tag": wanted.filters.get("tag", ""),
        "health": wanted.filters.get("health", ""),
    }
