"""Health answers and consents: kept apart, told to few, and every look is on record."""

from typing import Any

import pytest
from sqlalchemy import text

from studio.clients import refusals
from studio.clients.actions import accept_registration, record_consent, record_health, view_health
from studio.clients.queries import client_card, health_sheet
from studio.clients.questions import QUESTIONS
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file, sent
from tests.factories.people import signed_in


def test_answers_set_the_light_and_the_artist_reads_them(studio: House) -> None:
    artist = signed_in("artist")
    client = on_file(artist)
    perform(artist, record_health, client.id, {"diabetes": True, "heart": False})
    perform(artist, record_health, client.id, {"allergies": {"answer": "yes", "choices": ["ink"]}})
    card = ask(artist, client_card, client.code)
    assert card.health_light == "red"
    assert [flag.sentence() for flag in card.flags or ()] == ["Allergy: Tattoo ink", "Diabetes"]
    perform(artist, record_health, client.id, {"allergies": False, "diabetes": False})
    assert ask(artist, client_card, client.code).health_light == "incomplete"
    assert len(ask(artist, health_sheet, client.id).answers) == 3
    perform(artist, record_health, client.id, dict.fromkeys((one.key for one in QUESTIONS), False))
    assert ask(artist, client_card, client.code).health_light == "green"


@pytest.mark.parametrize("role", ["reception", "viewer"])
def test_who_may_not_read_answers_sees_the_light_alone(studio: House, role: str) -> None:
    client = on_file(signed_in())
    perform(signed_in(), record_health, client.id, {"diabetes": True})
    somebody = signed_in(role)
    card = ask(somebody, client_card, client.code)
    assert (card.health_light, card.flags) == ("amber", None)
    with pytest.raises(Denied):
        ask(somebody, health_sheet, client.id)
    with pytest.raises(Denied):
        perform(somebody, view_health, client.id)


def test_reading_the_sheet_is_on_record(studio: House) -> None:
    artist = signed_in("artist")
    client = on_file(artist)
    perform(artist, view_health, client.id)
    last = journal(studio)[-1]
    assert (last.action, last.subject) == ("clients.health.view", f"client:{client.id}")


def test_no_answer_ever_reaches_the_journal(studio: House) -> None:
    artist = signed_in("artist")
    client = on_file(artist)
    perform(artist, record_health, client.id, {"medicine": {"answer": "yes", "detail": "Lithium-Xyz"}})
    health = {"health": {"medicine": {"answer": "yes", "detail": "Lithium-Xyz"}}, "consents": {"health_data": True}}
    perform(signed_in("reception"), accept_registration, sent({"name": "Gil", **health}).id)
    assert "Lithium" not in "".join(f"{row.facts}{row.changes}" for row in journal(studio))


def test_a_consent_can_be_withdrawn_and_the_first_tick_stays(studio: House) -> None:
    desk = signed_in("reception")
    client = on_file(desk, language="pt-BR")
    perform(desk, record_consent, client.id, "marketing", True)
    perform(desk, record_consent, client.id, "marketing", False)
    state = ask(signed_in("artist"), health_sheet, client.id).consents["marketing"]
    assert not state.given
    assert state.wording
    with studio.db.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM consent_tick")).scalar_one() == 2
    with pytest.raises(refusals.UnknownConsent):
        perform(desk, record_consent, client.id, "soul", True)


def journal(studio: House) -> list[Any]:
    with studio.db.reading() as connection:
        entries = "SELECT action, subject, facts, changes FROM journal_entry JOIN journal_values USING (no) ORDER BY no"
        return list(connection.execute(text(entries)))
