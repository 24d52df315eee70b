"""Tags with their colours and how many carry them, and the views somebody may choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from storage.table import columns_of
from studio.clients.filing import TAGS
from studio.clients.models import ClientView, TagColour
from studio.kernel.work import Read, query

COLOUR, VIEW = columns_of(TagColour).c, columns_of(ClientView).c


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, how many carry it, and its pigment; 0 is plain."""

    tag: str
    count: int
    pigment: int


@dataclass(frozen=True, slots=True)
class KeptView:
    """A filter kept under a name; `mine` when the asker kept it."""

    id: UUID
    name: str
    wanted: Mapping[str, Any]
    shared: bool
    by_name: str
    mine: bool


@query("clients.client.see")
def tag_uses(read: Read) -> list[TagUse]:
    """Every tag in use, by name; archived clients count too."""
    number = func.count(TAGS.c.client_id)
    found = (
        select(TAGS.c.tag, number, func.max(func.coalesce(COLOUR.pigment, 0)))
        .join_from(TAGS, columns_of(TagColour), COLOUR.tag == TAGS.c.tag, isouter=True)
        .group_by(TAGS.c.tag)
        .order_by(TAGS.c.tag)
    )
    return [TagUse(*row) for row in read.connection.execute(found)]


@query("clients.client.see")
def tag_colours(read: Read) -> dict[str, int]:
    """Tag → pigment, for the tags that have one."""
    return {row.tag: row.pigment for row in read.connection.execute(select(COLOUR.tag, COLOUR.pigment))}


@query("clients.client.see")
def views_of(read: Read) -> list[KeptView]:
    """One's own views and those shared by others, by name."""
    seen = or_(VIEW.user_id == read.actor.id, VIEW.shared.is_(True))
    found = select(VIEW.id, VIEW.name, VIEW.wanted, VIEW.shared, VIEW.by_name, VIEW.user_id).where(seen)
    rows = read.connection.execute(found.order_by(VIEW.name, VIEW.id))
    return [KeptView(*row[:5], mine=row.user_id == read.actor.id) for row in rows]
