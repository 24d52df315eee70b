"""Somebody who is not on file yet is put on file where one is asked for a client."""

from __future__ import annotations

from components.pickers.picker import Picker
from pages.clients.picking import ClientPicker
from studio.clients.queries import find_clients
from studio.kernel.house import House
from studio.kernel.work import ask
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking


async def test_a_new_name_is_put_on_file_by_choosing_it(studio: House) -> None:
    owner = signed_in("owner")
    on_file(owner, "Iris Vale")
    async with looking(owner, ClientPicker) as user:
        picker = found(user, Picker)

        async def offered(typed: str) -> list[str]:
            with picker:
                await picker._answer(picker._latest + 1, typed)
            return [hit["id"] for hit in picker.props["answer"]["hits"]]

        assert "new" not in await offered("Iris Vale"), "she is on file"
        assert await offered("0151 2345") == [], "a number is no name"
        assert await offered("  Iris  Valentine ") == ["new"]
        with picker:
            await picker._picked(picker._found["new"])
        assert picker.choice
        assert picker.choice.title == "Iris Valentine"
        assert [hit.title for hit in ask(owner, find_clients, "Valentine", 8)] == ["Iris Valentine"]


async def test_who_may_not_put_anybody_on_file_is_not_offered_it(studio: House) -> None:
    signed_in("owner")
    async with looking(signed_in("viewer"), ClientPicker) as user:
        picker = found(user, Picker)
        with picker:
            await picker._answer(1, "Iris Valentine")
        assert picker.props["answer"]["hits"] == []
