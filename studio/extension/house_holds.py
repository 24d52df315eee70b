"""What the house itself holds besides its rooms: the journal, the index, settings, roles, timers."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, ColumnElement, MetaData, String, Table, Uuid

from storage.table import columns_of
from studio.extension.holding import Holding
from studio.extension.timers import TimerRun
from studio.kernel.journal import JournalEntry, JournalValues
from studio.kernel.roles import Role, RoleGrant
from studio.kernel.settings import SettingRow
from studio.kernel.subject import Subject
from studio.kernel.text import N_

ENTRY, VALUES = columns_of(JournalEntry), columns_of(JournalValues)
FOUND = Table(
    "search_entry",
    MetaData(),
    Column("no", primary_key=True),
    Column("subject_id", Uuid),
    *(Column(name, String) for name in ("kind", "code", "title", "subtitle", "text")),
)


def told_about(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """Entries about these clients."""
    return ENTRY.c.subject.in_([str(Subject("client", one)) for one in clients])


HOUSE_HOLDS = (
    Holding(
        ENTRY,
        {
            "evidence": "at action",
            "staff": "actor_kind actor_id device_id",
            "technical": "no subject values_digest prev_mac mac",
        },
        N_("What happened"),
        whose=told_about,
        ends="stays",
    ),
    Holding(
        VALUES,
        {"evidence": "facts changes address agent", "technical": "no salt"},
        N_("What was changed"),
        whose=lambda clients: VALUES.c.no.in_(ENTRY.select().with_only_columns(ENTRY.c.no).where(told_about(clients))),
        ends="emptied",
        also="salt",
    ),
    Holding(
        FOUND,
        {"person": "title subtitle text", "technical": "no kind subject_id code"},
        N_("What they are found by"),
        whose="subject_id",
    ),
    Holding(columns_of(SettingRow), {"business": "key value"}),
    Holding(columns_of(Role), {"business": "key name copied_from removed_at"}),
    Holding(columns_of(RoleGrant), {"business": "role permission reach"}),
    Holding(columns_of(TimerRun), {"technical": "name at result"}),
)
