"""Who may do what with papers: each verb is refused to everybody it is not for."""

from typing import Any

import pytest
from uuid_utils.compat import uuid7

from studio.documents import actions
from studio.documents.papers import actions as papers
from studio.documents.papers import giving
from studio.documents.papers.client_file import print_client_file
from studio.documents.papers.queries import list_papers
from studio.kernel.house import House
from studio.kernel.permissions import PEOPLE
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.work import Action, ask, perform
from tests.factories.devices import paired
from tests.factories.people import signed_in

NOBODY = uuid7()
OFFICE = {"owner", "manager"}
TEAM = OFFICE | {"artist", "guest_artist", "reception"}
CALLS: list[tuple[Action[..., Any], tuple[Any, ...], set[str]]] = [
    (papers.add_paper, ({},), OFFICE),
    (papers.draft_paper, ("privacy", "no contents", (), 0), OFFICE),
    (papers.discard_draft, ("no-such", 0), OFFICE),
    (papers.publish_paper, ("privacy", {}, (), 0), OFFICE),
    (papers.archive_paper, ("no-such",), OFFICE),
    (papers.restore_paper, ("no-such",), OFFICE),
    (giving.give_aftercare, (NOBODY, "aftercare-tattoo"), TEAM),
    (giving.show_again, (NOBODY,), TEAM),
    (giving.take_back_aftercare, (NOBODY,), TEAM),
    (giving.open_given, (NOBODY,), set()),
    (print_client_file, (NOBODY,), TEAM),
    (actions.open_document, (NOBODY,), TEAM | {"inspector"}),
]


@pytest.mark.parametrize("role", PEOPLE)
def test_each_verb_answers_only_those_it_is_for(studio: House, role: str) -> None:
    actor = signed_in(role)
    for verb, args, allowed in CALLS:
        with pytest.raises(Refusal) as refused:
            perform(actor, verb, *args)
        assert isinstance(refused.value, Denied) == (role not in allowed), verb.name


def test_everybody_of_the_studio_reads_its_papers_and_a_tablet_does_not(studio: House) -> None:
    for role in PEOPLE:
        assert len(ask(signed_in(role), list_papers)) == 7
    with pytest.raises(Denied):
        ask(paired(), list_papers)
