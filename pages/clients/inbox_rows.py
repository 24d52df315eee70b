"""The rows of the inbox: what one needs to choose the next form, and what became of those decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.app.marks import LIGHTS, Kind
from components.app.moments import show_moment, show_wait
from components.table import Column, Empty, Filter, mark_cell
from pages.clients.list_rows import SHORT
from studio.clients.queries import RegistrationRow
from studio.kernel.text import LANGUAGES, N_, t

STATES: Mapping[str, tuple[Kind, str]] = {
    "waiting": ("wait", N_("Waiting")),
    "accepted": ("ok", N_("On file as new")),
    "merged": ("ok", N_("Merged")),
    "declined": ("none", N_("Declined")),
}


def waiting_columns() -> list[Column]:
    """What one needs to choose the next form."""
    return [
        Column("name", t("Name"), "strong"),
        Column("health", t("Health"), "mark"),
        Column("minor", t("Age"), "tags"),
        Column("alike", t("Notes"), "tags"),
        Column("language", t("Language"), "quiet"),
        Column("sent", t("Waiting"), "quiet"),
    ]


def decided_columns() -> list[Column]:
    """What became of each form, and who decided."""
    return [
        Column("name", t("Name"), "strong"),
        Column("outcome", t("Outcome"), "mark"),
        Column("reason", t("Reason"), "quiet"),
        Column("by", t("Decided by")),
        Column("decided", t("When"), "quiet"),
    ]


def outcome() -> Filter:
    """Narrow the decided ones."""
    return Filter(
        "state", t("Outcome"), {"": t("All")} | {key: t(word) for key, (_, word) in STATES.items() if key != "waiting"}
    )


def row(one: RegistrationRow, *, alike: bool = False) -> dict[str, Any]:
    """One form as the table shows it, on either side; `alike` when another one that waits is like it."""
    light = LIGHTS[one.health_light][0]
    state, state_word = STATES[one.state]
    return {
        "id": str(one.id),
        "to": f"/inbox/{one.id}",
        "name": one.name,
        "health": mark_cell(light, t(SHORT[one.health_light])),
        "minor": [t("Minor")] if one.minor else [],
        "alike": notes_on(one, alike=alike),
        "language": LANGUAGES.get(one.language, one.language),
        "sent": show_wait(one.submitted_at),
        "outcome": mark_cell(state, t(state_word)),
        "reason": one.reason,
        "by": one.decided_by or (t("by itself") if one.state == "accepted" else ""),
        "decided": show_moment(one.decided_at) if one.decided_at else "",
    }


def notes_on(one: RegistrationRow, *, alike: bool) -> list[str]:
    """What is special about a form."""
    told = [t("Update")] if one.about_id else []
    return [*told, t("Sent twice?")] if alike else told


def nothing(*, waiting: bool) -> Empty:
    """What belongs here."""
    if waiting:
        return Empty(
            t("Nothing waits"), t("Forms that guests send from their phones arrive here, with a sound."), "envelope"
        )
    return Empty(
        t("Nothing decided yet"), t("Forms that were accepted, merged or declined stay readable here."), "compass"
    )
