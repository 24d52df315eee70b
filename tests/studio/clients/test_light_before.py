"""A studio from before green meant "all answered" opens with lights that tell the truth."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from studio.clients.actions import record_health
from studio.clients.models import Client, Registration, columns_of
from studio.clients.queries import card_by_id, list_registrations
from studio.clients.questions import QUESTIONS
from studio.extension.opening import open_studio
from studio.kernel.house import House, close_house
from studio.kernel.work import ask, perform
from tests.conftest import rooms
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
    open_studio(studio.folder.path, rooms())
    assert ask(owner, card_by_id, client.id).health_light == light
    assert ask(owner, list_registrations).items[0].health_light == light


def grow_old(studio: House) -> None:
    """As it was written before: any no made the light green."""
    with studio.db.writing() as session:
        for model in (Client, Registration):
            session.connection().execute(columns_of(model).update().values(health_light="green"))
        session.connection().execute(text("UPDATE schema_version_core SET version_num = '0002'"))
    close_house()
