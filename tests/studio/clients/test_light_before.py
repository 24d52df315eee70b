"""A studio from before green meant "all answered" opens with lights that tell the truth."""

from __future__ import annotations

from importlib import import_module

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations

from storage.table import columns_of
from studio.clients.actions import record_health
from studio.clients.models import Client, Registration
from studio.clients.queries import card_by_id, list_registrations
from studio.clients.questions import QUESTIONS
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file, sent
from tests.factories.people import signed_in

WHOLE = {question.key: False for question in QUESTIONS if question.group != "visit" and not question.optional}
PARTLY = {"diabetes": False}


@pytest.mark.parametrize(("answers", "light"), [(WHOLE, "green"), (PARTLY, "incomplete")], ids=["whole", "partly"])
def test_an_older_studio_opens_with_the_lights_of_today(studio: House, answers: dict[str, bool], light: str) -> None:
    owner = signed_in()
    client = on_file(owner)
    perform(owner, record_health, client.id, answers)
    sent({"name": "Gil", "health": answers, "consents": {"health_data": True}})
    grow_old(studio)
    upgrade(studio)
    assert ask(owner, card_by_id, client.id).health_light == light
    assert ask(owner, list_registrations).items[0].health_light == light


def grow_old(studio: House) -> None:
    """As it was written before: any no made the light green."""
    with studio.db.writing() as session:
        for model in (Client, Registration):
            session.connection().execute(columns_of(model).update().values(health_light="green"))


def upgrade(studio: House) -> None:
    """What opening such a studio runs."""
    revision = import_module("studio.migrations.0003_green_when_all_is_answered")
    with studio.db.writing() as session, Operations.context(MigrationContext.configure(session.connection())):
        revision.upgrade()
