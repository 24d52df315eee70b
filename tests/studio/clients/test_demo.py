"""The made-up clientele: the same for the same seed, believable, and nobody's."""

from datetime import date
from random import Random

import pytest

from studio.clients.demo import fill
from studio.clients.demo.people import make_person
from studio.clients.queries import (
    client_card,
    find_clients,
    list_clients,
    list_registrations,
    registration_with_matches,
)
from studio.extension.area import DemoPlan
from studio.kernel.house import House
from studio.kernel.work import ask
from tests.factories.clients import on_file
from tests.factories.people import signed_in


@pytest.fixture
def filled(studio: House) -> House:
    fill(studio, DemoPlan(clients=120, years=3, random=Random(7)))
    return studio


def test_clients_are_findable_numbered_and_spread_over_the_years(filled: House) -> None:
    owner = signed_in()
    newest = ask(owner, list_clients, sort="-created", size=200)
    archived = ask(owner, list_clients, archived=True)
    assert newest.total + archived.total == 120
    assert (newest.items[0].created_at - newest.items[-1].created_at).days > 900
    for row in newest.items[:10]:
        assert row.id in [hit.id for hit in ask(owner, find_clients, row.name)]
    assert on_file(owner).code == "CL-0121"
    assert {"green", "amber", "incomplete"} <= {row.health_light for row in newest.items}
    assert ask(owner, client_card, newest.items[0].code).tags is not None


def test_nobody_real_can_be_reached(filled: House) -> None:
    for row in ask(signed_in(), list_clients, size=200).items:
        assert row.email == "" or row.email.endswith("@example.com")
        assert row.phone == "" or row.phone.startswith("+447700900") or row.phone[5:10] == "55501"


def test_the_inbox_holds_a_double_a_minor_and_strangers(filled: House) -> None:
    owner = signed_in()
    forms = ask(owner, list_registrations).items
    scores = [
        max((one.score for one in ask(owner, registration_with_matches, form.id).candidates), default=0)
        for form in forms
    ]
    assert len(forms) == 6
    assert max(scores) >= 60
    assert [form.minor for form in forms].count(True) == 1
    double = ask(owner, registration_with_matches, forms[scores.index(max(scores))].id)
    assert double.details["email"] == ask(owner, client_card, double.candidates[0].code).email


def test_some_have_a_face(filled: House) -> None:
    faces = [row.photo_small for row in ask(signed_in(), list_clients, size=200).items if row.photo_small]
    assert len(faces) >= 20
    assert all(filled.files.has(face) for face in faces)


def test_the_same_seed_gives_the_same_people() -> None:
    first, again, other = ([make_person(Random(seed), n, date(2026, 6, 1)) for n in range(9)] for seed in (7, 7, 8))
    assert first == again
    assert first != other
