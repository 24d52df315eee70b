"""Recording health answers, and reading them, which is journalled."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from studio.clients import facts
from studio.clients.actions.client import present
from studio.clients.filing import keep_answers
from studio.clients.models import Client, Registration
from studio.clients.queries.health import HealthSheet, health_sheet
from studio.clients.rules.health import clean_answers
from studio.kernel.work import Read, Work, action


@action("clients.health.record")
def record_health(work: Work, client_id: UUID, answers: Mapping[str, Any]) -> Client:
    """Write answers over the earlier ones to the same questions; the others stay."""
    client = present(work, client_id)
    keep_answers(work, client, clean_answers(answers), "desk")
    return client


@action("clients.registration.view", needs="clients.health.see")
def note_form_read(work: Work, registration_id: UUID) -> None:
    """Who reads the answers in a form is written in the journal, as for a client's own."""
    work.emit(facts.FormRead(work.get(Registration, registration_id).id))


@action("clients.health.view", needs="clients.health.see")
def view_health(work: Work, client_id: UUID) -> HealthSheet:
    """The answers and consents of a client; who looked is written in the journal."""
    client = work.get(Client, client_id)
    work.emit(facts.HealthViewed(client.id))
    return health_sheet(Read(work.connection, work.actor, work.house, "all"), client.id)
