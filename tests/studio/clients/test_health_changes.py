"""What is not as it was the last time somebody answered."""

import pytest

from studio.clients.actions import record_health
from studio.clients.queries import health_changes, health_sheet, since_last_time
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.people import signed_in


@pytest.fixture
def artist(studio: House) -> Actor:
    return signed_in("artist")


def changed(artist: Actor, client_id: object) -> dict[str, str]:
    sheet = ask(artist, health_sheet, client_id)  # type: ignore[arg-type]
    return {answer.question: answer.before_sentence() for answer in since_last_time(sheet.answers)}


def test_the_first_answers_change_nothing(artist: Actor) -> None:
    client = on_file(artist)
    perform(artist, record_health, client.id, {"diabetes": True, "heart": False})
    assert changed(artist, client.id) == {}
    assert ask(artist, health_changes, client.id) == 0


def test_what_differs_from_the_time_before_is_told_with_what_it_was(artist: Actor) -> None:
    client = on_file(artist)
    perform(artist, record_health, client.id, {"diabetes": True, "heart": False})
    told = {"diabetes": True, "heart": True, "pregnant": False, "allergies": {"answer": True, "choices": ["latex"]}}
    perform(artist, record_health, client.id, told)
    assert changed(artist, client.id) == {"heart": "no", "allergies": "not answered"}, "a first no is no news"
    assert ask(artist, health_changes, client.id) == 2
    perform(artist, record_health, client.id, {"allergies": {"answer": False}})
    assert changed(artist, client.id) == {"allergies": "yes: Latex"}
    assert ask(signed_in("viewer"), health_changes, client.id) == 1


def test_the_same_answers_again_settle_it(artist: Actor) -> None:
    client = on_file(artist)
    for answer in (True, False, False):
        perform(artist, record_health, client.id, {"diabetes": answer})
    assert changed(artist, client.id) == {}
