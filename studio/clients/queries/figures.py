"""The few figures the owner's home shows."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.table import columns_of
from studio.clients.models import Client, Registration
from studio.kernel.work import Read, query

CLIENT, FORM = columns_of(Client).c, columns_of(Registration).c


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """How many clients are on file, how many of them are new, how many forms wait."""

    clients: int
    fresh: int
    waiting: int


@query("clients.client.see")
def desk_figures(read: Read, since: datetime) -> DeskFigures:
    """All of them in one statement; `since` says from when a client counts as new."""
    present = select(func.count()).where(CLIENT.archived_at.is_(None)).scalar_subquery()
    fresh = select(func.count()).where(CLIENT.archived_at.is_(None), CLIENT.created_at >= since).scalar_subquery()
    waiting = select(func.count()).where(FORM.state == "waiting").scalar_subquery()
    return DeskFigures(*read.connection.execute(select(present, fresh, waiting)).one())
