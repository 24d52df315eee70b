"""Lists: paged and sorted by the database, the same few statements however many rows."""

import pytest

from studio.clients import refusals
from studio.clients.actions import record_health
from studio.clients.queries import client_card, list_clients, list_registrations, registration_with_matches
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import counted_statements, on_file, sent
from tests.factories.people import signed_in


def test_a_list_costs_the_same_for_three_and_for_thirty(studio: House) -> None:
    owner = signed_in()
    costs = []
    for names in (range(3), range(3, 30)):
        for number in names:
            on_file(owner, f"Client {number}", tags=["vip", "regular"], phone="+447700900412")
        sent({"name": "Client", "phone": "+447700900412"})
        with counted_statements(studio) as listed:
            page = ask(owner, list_clients, q="client", tag="vip", size=20)
        with counted_statements(studio) as inbox:
            waiting = ask(owner, list_registrations)
        with counted_statements(studio) as one:
            ask(owner, registration_with_matches, waiting.items[0].id)
        costs.append([len(ours(seen)) for seen in (listed, inbox, one)])
    assert page.total == 30
    assert len(page.items) == 20
    assert costs[0][1:] == costs[1][1:] == [2, 2]
    assert max(costs[0][0], costs[1][0]) <= 2


def test_a_card_with_health_takes_two_statements(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner, tags=["vip"])
    perform(owner, record_health, client.id, {"diabetes": True, "heart": True})
    with counted_statements(studio) as seen:
        ask(owner, client_card, client.code)
    assert len(ours(seen)) == 2


def test_sorting_by_name_ignores_accents_and_codes_sort_as_numbers(studio: House) -> None:
    owner = signed_in()
    for name in ("Österreich", "Zeta", "Ábel", "oslo", "Bea"):
        on_file(owner, name)
    assert [row.name for row in ask(owner, list_clients).items] == ["Ábel", "Bea", "oslo", "Österreich", "Zeta"]
    assert [row.name for row in ask(owner, list_clients, sort="-code").items] == [
        "Bea",
        "oslo",
        "Ábel",
        "Zeta",
        "Österreich",
    ]
    assert [row.name for row in ask(owner, list_clients, sort="-created", size=2).items] == ["Bea", "oslo"]
    with pytest.raises(refusals.SortIsUnknown):
        ask(owner, list_clients, sort="shoe_size")


def test_pages_hold_everybody_once(studio: House) -> None:
    owner = signed_in()
    for number in range(7):
        on_file(owner, "Same Name", notes=str(number))
    pages = [ask(owner, list_clients, page=number, size=3) for number in (1, 2, 3, 4)]
    assert [page.total for page in pages] == [7, 7, 7, 7]
    assert len({row.code for page in pages for row in page.items}) == 7


def test_filters_by_tag_health_and_fragment_meet(studio: House) -> None:
    owner = signed_in()
    on_file(owner, "Ana", tags=["vip"])
    ill = on_file(owner, "Anabel", tags=["vip"])
    on_file(owner, "Bea", tags=["other"])
    perform(owner, record_health, ill.id, {"diabetes": True})
    assert [row.name for row in ask(owner, list_clients, tag="vip").items] == ["Ana", "Anabel"]
    assert [row.name for row in ask(owner, list_clients, tag="vip", health="amber", q="ana").items] == ["Anabel"]
    assert ask(owner, list_clients, q="zzz").total == 0


def ours(statements: list[str]) -> list[str]:
    """Without what proves the sign-in, which reads remember for a second."""
    return [sent for sent in statements if "sign_in" not in sent and "BEGIN" not in sent and "FROM setting" not in sent]
