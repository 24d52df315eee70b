"""What the messages room holds of people: letters to them, and what somebody was told about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.clients.models import Client, Registration
from studio.extension.holding import Holding, Lasting
from studio.kernel.text import N_
from studio.messages.models import Alert, AlertReading, AlertRoute, Letter

KEPT = timedelta(days=90)
ALERT, READING, LETTER = columns_of(Alert), columns_of(AlertReading), columns_of(Letter)
CLIENT, FORM = columns_of(Client).c, columns_of(Registration).c


def told_of(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """Alerts about these clients, or about a form of theirs."""
    forms = select(FORM.id).where(FORM.client_id.in_(clients))
    return ALERT.c.subject_id.in_(clients) | ALERT.c.subject_id.in_(forms)


def read_of(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """Who read those."""
    return READING.c.alert_id.in_(select(ALERT.c.id).where(told_of(clients)))


def written_to(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """Letters to the addresses these clients have."""
    addresses = select(func.lower(CLIENT.email)).where(CLIENT.id.in_(clients), CLIENT.email != "")
    return func.lower(LETTER.c.recipient).in_(addresses)


def is_over() -> ColumnElement[bool]:
    """Letters nobody waits for any more."""
    return LETTER.c.state.in_(("sent", "cancelled", "failed"))


HOLDS = (
    Holding(
        ALERT,
        {"person": "params", "technical": "kind key subject_kind subject_id urgency raised_at settled_at"},
        N_("News about them"),
        whose=told_of,
        parts=((READING, "alert_id"),),
        lasting=Lasting(N_("News that is over"), KEPT, "settled_at"),
    ),
    Holding(READING, {"technical": "alert_id", "staff": "user_id read_at snoozed_until"}, whose=read_of),
    Holding(columns_of(AlertRoute), {"business": "kind role channel on"}),
    Holding(
        LETTER,
        {
            "contact": "recipient",
            "evidence": "subject body_text body_html file_name sent_at",
            "technical": "template language file_id message_id state tries next_try_at error error_values",
        },
        N_("Letters to them"),
        whose=written_to,
        lasting=Lasting(N_("Letters that left or were given up"), KEPT, "updated_at", only=is_over),
    ),
)
