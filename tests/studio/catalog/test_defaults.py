"""The usual services: filled in once, in the studio's own language, and from then on the studio's to change."""

import pytest

from studio.catalog.actions import archive_service, edit_service, fill_defaults
from studio.catalog.defaults import USUAL_SERVICES
from studio.catalog.queries import service, services
from studio.catalog.view import Service
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.people import signed_in


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def by_preset(actor: Actor) -> dict[str, Service]:
    return {one.preset or "": one for one in ask(actor, services)}


def test_the_usual_services_come_with_minutes_deposits_and_their_consent(owner: Actor) -> None:
    made = perform(owner, fill_defaults)
    found = by_preset(owner)
    assert len(made) == len(found) == len(USUAL_SERVICES) == 19
    small, sleeve, talk = found["flash_small"], found["sleeve"], found["consultation"]
    assert (small.name, small.minutes, small.deposit_percent, small.buffer_before) == ("Flash, small", 60, 50, 15)
    assert (small.healing_days, small.consent_template) == (21, "tattoo-adult")
    assert (sleeve.minutes, sleeve.deposit_kind, sleeve.deposit_once, sleeve.deposit) == (300, "fixed", True, None)
    assert (talk.minutes, talk.price_kind, talk.deposit_kind, talk.consent_template) == (30, "free", "none", "")
    assert (found["piercing_navel"].minutes_least, found["piercing_navel"].minutes_most) == (20, 30)


def test_filling_again_changes_nothing_even_after_one_was_renamed_and_one_archived(owner: Actor) -> None:
    perform(CONSOLE, fill_defaults)
    small, talk = by_preset(owner)["flash_small"], by_preset(owner)["consultation"]
    perform(owner, edit_service, small.id, {"name": "Tiny"}, small.version)
    perform(owner, archive_service, talk.id)
    assert perform(owner, fill_defaults) == []
    assert ask(owner, service, small.id).name == "Tiny"
    assert "consultation" not in by_preset(owner)


def test_they_are_written_in_the_studios_language_or_the_one_asked_for(owner: Actor) -> None:
    perform(owner, change_setting, "studio.locale", "pt-BR")
    perform(owner, fill_defaults)
    assert by_preset(owner)["cover_up"].name == "Cobertura"


def test_filling_is_taken_back_from_the_journal(studio: House, owner: Actor) -> None:
    perform(owner, fill_defaults, "en")
    perform(owner, undo_act, newest(studio))
    assert ask(owner, services, None, None) == []
