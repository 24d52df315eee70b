"""Who may do what in the catalogue: each verb is refused to everybody it is not for."""

from typing import Any

import pytest
from uuid_utils.compat import uuid7

from studio.catalog import actions as verbs
from studio.catalog.queries import list_services
from studio.kernel.house import House
from studio.kernel.permissions import PEOPLE
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.work import Action, ask, perform
from tests.factories.devices import paired
from tests.factories.people import signed_in

NOBODY = uuid7()
OFFICE = {"owner", "manager"}
CALLS: list[tuple[Action[..., Any], tuple[Any, ...]]] = [
    (verbs.add_service, ({"name": "A"},)),
    (verbs.edit_service, (NOBODY, {}, 1)),
    (verbs.archive_service, (NOBODY,)),
    (verbs.restore_service, (NOBODY,)),
    (verbs.archive_services, ([NOBODY],)),
    (verbs.restore_services, ([NOBODY],)),
    (verbs.pause_services, ([NOBODY],)),
    (verbs.offer_services, ([NOBODY],)),
    (verbs.order_services, ([NOBODY],)),
    (verbs.fill_defaults, ()),
    (verbs.import_services, ([],)),
    (verbs.export_services, ()),
]


@pytest.mark.parametrize("role", PEOPLE)
def test_each_verb_answers_only_those_it_is_for(studio: House, role: str) -> None:
    actor = signed_in(role)
    for verb, args in CALLS:
        try:
            perform(actor, verb, *args)
            denied = False
        except Refusal as refusal:
            denied = isinstance(refusal, Denied)
        assert denied == (role not in OFFICE), verb.name


def test_everybody_of_the_studio_reads_the_catalogue_and_a_tablet_does_not(studio: House) -> None:
    for role in PEOPLE:
        assert ask(signed_in(role), list_services).total == 0
    with pytest.raises(Denied):
        ask(paired(), list_services)
