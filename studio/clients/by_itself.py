"""The rule that accepts forms by itself, where the owner switched it on."""

from __future__ import annotations

from uuid import UUID

from studio.clients.actions.registration import still_waiting, take_over
from studio.clients.filing import put_on_file
from studio.clients.models import Client
from studio.clients.queries.registrations import candidates_of
from studio.clients.queries.twins import twins_of
from studio.clients.rules.forms import lacks
from studio.kernel.work import Read, Work, action


@action("clients.registration.accept_by_itself")
def accept_by_itself(work: Work, registration_id: UUID) -> Client | None:
    """Put the guest on file, unless there is anything about the form that somebody should look at."""
    registration, form = still_waiting(work, registration_id)
    seen = Read(work.connection, work.actor, work.house, "all")
    doubted = registration.about_id is not None or registration.minor or registration.health_light != "green"
    if doubted or lacks(form) or candidates_of(seen, form) or twins_of.run(seen, registration_id):
        return None
    client = put_on_file(work, form.details)
    take_over(work, registration, form, client, "accepted")
    return client
