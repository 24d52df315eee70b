"""Which text is signed follows what is done, who signs and the country; nobody gets one that is meant for others."""

from __future__ import annotations

from typing import Any

import pytest

from studio.catalog.actions import add_service, archive_service, restore_service
from studio.clients.models import Client
from studio.consent import refusals, text_refusals
from studio.consent.actions import archive_text, open_ceremony, publish_template, start_text
from studio.consent.queries.choosing import texts_to_sign
from studio.jurisdiction.actions import choose_profile
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, reworded
from tests.factories.guardians import GUARDIAN, minor
from tests.factories.people import signed_in


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def own_text(owner: Actor, key: str, **other: Any) -> str:
    """A text of the studio's own, like the one for tattoos but for this."""
    perform(owner, start_text, key, "tattoo-adult")
    contents = {"en": {**reworded("Ours.")["en"], "title": key, "least_age": 0, **other}}
    return perform(owner, publish_template, key, contents).key


def signs(owner: Actor, client: Client, **how: Any) -> str:
    return perform(owner, open_ceremony, client.id, **how)[1].template


def test_the_countrys_own_text_is_taken_while_its_rules_are_in_force(owner: Actor) -> None:
    own_text(owner, "ours-germany", profile="germany")
    assert signs(owner, adult(), service_kind="tattoo") == "tattoo-adult"
    with pytest.raises(text_refusals.TextDoesNotFit):
        signs(owner, adult(), template="ours-germany")
    perform(owner, choose_profile, "germany")
    assert signs(owner, adult(), service_kind="tattoo") == "ours-germany"
    assert signs(owner, adult(), service_kind="piercing") == "piercing"


def test_a_service_has_its_own_text_as_long_as_that_is_in_use_and_fits(owner: Actor) -> None:
    own_text(owner, "scalp", service_kinds=[])
    details = {"name": "Scalp", "kind": "tattoo", "minutes": 60, "consent_template": "scalp"}
    scalp = perform(owner, add_service, details).id
    assert signs(owner, adult(), service_id=scalp) == "scalp"
    assert signs(owner, adult(), service_id=scalp, template="tattoo-adult") == "tattoo-adult"
    perform(owner, archive_service, scalp)
    perform(owner, archive_text, "scalp")
    perform(owner, restore_service, scalp)
    assert signs(owner, adult(), service_id=scalp) == "tattoo-adult"
    with pytest.raises(text_refusals.TextDoesNotFit):
        signs(owner, adult(), template="scalp")


def test_no_minor_signs_a_text_for_grown_ups_and_none_of_these_one_for_minors(owner: Actor) -> None:
    own_text(owner, "loose", service_kinds=["piercing"])
    child, guardian = minor(), {**GUARDIAN, "place": "present"}
    assert signs(owner, child, service_kind="piercing", guardian=guardian) == "minor-guardian"
    with pytest.raises(text_refusals.TextDoesNotFit):
        signs(owner, child, service_kind="piercing", guardian=guardian, template="loose")
    with pytest.raises(text_refusals.TextDoesNotFit):
        signs(owner, adult(), service_kind="piercing", template="minor-guardian")


def test_what_no_text_is_meant_for_takes_one_that_is_chosen(owner: Actor) -> None:
    with pytest.raises(text_refusals.NoTextIsMeant):
        signs(owner, adult(), service_kind="removal")
    offered = ask(owner, texts_to_sign, "removal", None, minor=False)
    assert offered.usual == ""
    assert offered.titles["photo-release"] == "Photo and video release · Adults whose work is shown in public"
    assert "minor-guardian" not in offered.titles
    assert signs(owner, adult(), service_kind="removal", template="photo-release") == "photo-release"
    assert ask(owner, texts_to_sign, "piercing", None, minor=True).usual == "minor-guardian"
    with pytest.raises(refusals.TemplateIsUnknown):
        signs(owner, adult(), template="moon")
