"""An identity document's number is kept whole, shown by its end, and read on purpose only."""

import pytest

from studio.clients.actions import edit_client, reveal_identity
from studio.clients.queries import client_card, client_history
from studio.clients.refusals import NumberIsShortened
from studio.clients.rules.identity import clean_number, masked
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.people import signed_in


@pytest.mark.parametrize(("number", "shown"), [("", ""), ("A1", "••••"), ("XK47112", "••••"), ("XK471122", "••••1122")])
def test_a_number_shows_its_end_when_that_tells_little(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_what_was_shown_shortened_is_no_number() -> None:
    with pytest.raises(NumberIsShortened):
        clean_number("••••1229")


def test_the_journal_knows_who_read_it_and_never_the_number(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner, id_number="XK4711229", id_kind="Passport")
    perform(owner, edit_client, client.id, {"id_number": "ZZ9900887"}, 1)
    assert perform(owner, reveal_identity, client.id) == "ZZ9900887"
    assert ask(owner, client_card, client.code).id_number == "••••0887"
    told, _ = ask(owner, client_history, client.id)
    assert [event.action for event in told] == [
        "clients.identity.reveal",
        "clients.client.edit",
        "clients.client.create",
    ]
    assert "ZZ99" not in str(told)
    assert "XK47" not in str(told)
