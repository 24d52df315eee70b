"""The order of the catalogue, acts on many, and what lists cost."""

from typing import Any

import pytest
from uuid_utils.compat import uuid7

from studio.catalog.actions import (
    archive_services,
    edit_service,
    offer_services,
    order_services,
    pause_services,
    restore_services,
)
from studio.catalog.queries import list_services, services
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask, perform
from studio.upkeep.undoing import undo_act
from tests.factories.clients import counted_statements, newest
from tests.factories.people import signed_in
from tests.factories.services import offered, pounds


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def names(actor: Actor, **asked: Any) -> str:
    return "".join(one.name for one in ask(actor, list_services, **asked).items)


def test_services_stand_in_the_order_they_are_put_in_and_that_is_taken_back(studio: House, owner: Actor) -> None:
    a, b, c, d = (offered(owner, name) for name in "ABCD")
    perform(owner, order_services, [d.id, a.id, b.id, c.id])
    assert names(owner) == "DABC"
    perform(owner, undo_act, newest(studio))
    assert names(owner) == "ABCD"


def test_some_are_ordered_among_themselves_and_the_others_keep_their_places(owner: Actor) -> None:
    _, b, _, d = (offered(owner, name, kind="piercing" if name in "BD" else "tattoo") for name in "ABCD")
    perform(owner, order_services, [d.id, b.id])
    assert names(owner) == "ADCB"
    assert names(owner, kind="piercing") == "DB"
    assert names(owner, kind="tattoo") == "AC"


def test_ordering_costs_nobody_their_edit(owner: Actor) -> None:
    a, b = offered(owner, "A"), offered(owner, "B")
    perform(owner, order_services, [b.id, a.id])
    perform(owner, edit_service, a.id, {"minutes": 90}, 1)
    assert names(owner) == "BA"


def test_an_order_that_names_one_twice_or_a_stranger_changes_nothing(owner: Actor) -> None:
    a, b = offered(owner, "A"), offered(owner, "B")
    for ids in ([b.id, a.id, b.id], [b.id, a.id, uuid7()]):
        with pytest.raises(Refusal):
            perform(owner, order_services, ids)
    assert names(owner) == "AB"


def test_the_list_is_sorted_with_what_has_no_price_at_the_end(owner: Actor) -> None:
    for name, price in (("A", None), ("B", 90), ("C", 20)):
        told = {"price_kind": "fixed", "price": pounds(price)} if price else {}
        offered(owner, name, **told)
    assert names(owner, sort="price") == "CBA"
    assert names(owner, sort="-price") == "BCA"
    assert names(owner, sort="-name") == "CBA"
    with pytest.raises(Refusal):
        names(owner, sort="colour")


def test_many_are_archived_paused_and_brought_back_in_one_act_each(studio: House, owner: Actor) -> None:
    a, b, c = (offered(owner, name) for name in "ABC")
    assert perform(owner, archive_services, [a.id, b.id]) == [a.id, b.id]
    assert perform(owner, pause_services, [a.id, c.id]) == [c.id], "what is archived is not offered anyway"
    assert (names(owner), names(owner, state="paused"), names(owner, state="active")) == ("C", "C", "")
    assert names(owner, state="archived") == "AB"
    perform(owner, undo_act, newest(studio))
    assert names(owner, state="active") == "C"
    assert perform(owner, restore_services, [a.id, b.id, c.id]) == [a.id, b.id]
    assert perform(owner, offer_services, [a.id]) == []
    perform(owner, undo_act, newest(studio))
    assert names(owner) == "C"


@pytest.mark.parametrize("question", [list_services, services])
def test_the_catalogue_asks_as_little_for_thirty_services_as_for_three(owner: Actor, question: object) -> None:
    def statements() -> int:
        with counted_statements() as asked:
            ask(owner, question)  # type: ignore[arg-type]  # either of both
        return len([one for one in asked if "service" in one])

    for number in range(3):
        offered(owner, f"S{number}")
    statements()
    few = statements()
    for number in range(27):
        offered(owner, f"T{number}")
    assert statements() == few <= 2
