"""Two waiting forms of one guest are alike; strangers and decided forms are not."""

from typing import Any
from uuid import uuid4

import pytest

from studio.clients import refusals
from studio.clients.actions import decline_registration
from studio.clients.queries import forms_alike, twins_of
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import sent
from tests.factories.people import signed_in

BORN = "1990-05-04"
ANA = {"name": "Ana Pereira", "phone": "07700 900123", "email": "ana@example.com", "birth_date": BORN}


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ({**ANA, "address": "12 Quay Lane"}, True),
        ({"name": "Ana Pereira", "phone": "07700 900123", "birth_date": BORN}, True),
        ({"name": "Ana Pereira", "email": "ANA@example.com", "birth_date": BORN}, True),
        ({"name": "Pereira Ana", "birth_date": BORN}, True),
        ({"name": "Ana Pereira"}, False),
        ({"name": "Rui Bravo", "phone": "07700 900123"}, False),
        ({"name": "Ana Pereira", "phone": "07700 900999", "birth_date": "1985-01-01"}, False),
    ],
)
def test_forms_of_one_guest_find_each_other(studio: House, other: dict[str, Any], alike: bool) -> None:
    first, second = sent(ANA), sent(other)
    sent({"name": "Gil Gast", "phone": "07700 900555", "birth_date": "1990-05-04"})
    desk = signed_in("reception")
    assert [twin.id for twin in ask(desk, twins_of, first.id)] == ([second.id] if alike else [])
    assert ask(desk, forms_alike) == (frozenset({first.id, second.id}) if alike else frozenset())


def test_a_form_set_aside_is_nobodys_twin(studio: House) -> None:
    first, second, desk = sent(ANA), sent(ANA), signed_in("reception")
    perform(desk, decline_registration, second.id, "twice")
    assert ask(desk, twins_of, first.id) == ask(desk, twins_of, second.id) == ()
    assert ask(desk, forms_alike) == frozenset()


def test_a_form_nobody_sent_is_unknown(studio: House) -> None:
    with pytest.raises(refusals.RegistrationIsUnknown):
        ask(signed_in("reception"), twins_of, uuid4())
