"""On file twice: suggested, compared, merged and taken apart on screen."""

from datetime import date

import pytest

from components.compare import Compare
from pages.clients.merge import draw as draw_merge
from pages.clients.pairs import draw as draw_pairs
from pages.clients.profile import draw as draw_profile
from pages.clients.profile.telling import moments
from studio.clients.actions import merge_clients, record_health, unmerge_clients
from studio.clients.queries import client_card, client_history, kept_code, likely_pairs, list_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until

BORN = date(1990, 3, 14)


@pytest.fixture
def owner(studio: House) -> Actor:
    desk = signed_in("owner")
    on_file(desk, "Ana Pereira", phone="07700 900123", birth_date=BORN, notes="Mornings.", tags=["vip"])
    on_file(desk, "Ana Perreira", email="ana@example.com", birth_date=BORN, notes="By bike.")
    return desk


async def test_a_pair_is_suggested_with_its_reasons_and_can_be_two_people(owner: Actor) -> None:
    async with looking(owner, draw_pairs) as user:
        await user.should_see("Same birth date, similar name")
        user.find("Two people").click()
        await user.should_see("Nobody seems to be on file twice")
        user.find("Undo").click()
        await until(lambda: ask(owner, likely_pairs).total == 1)


async def test_two_files_are_compared_and_merged_as_chosen(owner: Actor) -> None:
    async with looking(owner, lambda: draw_merge("CL-0001", "CL-0002")) as user:
        compare = found(user, Compare)
        assert compare.taken == {"name": "ours", "email": "theirs", "notes": "both"}
        user.find(kind=Compare).trigger("take", {"name": "name", "side": "theirs"})
        user.find(kind=Compare).trigger("take", {"name": "name", "side": "both"})
        user.find("Merge into Ana Pereira").click()
        await until(lambda: ask(owner, kept_code, "CL-0002") == "CL-0001")
    card = ask(owner, client_card, "CL-0001")
    assert (card.name, card.email, card.notes) == ("Ana Perreira", "ana@example.com", "Mornings.\nBy bike.")


async def test_a_merged_file_is_taken_apart_from_the_profile(owner: Actor) -> None:
    one, other = ask(owner, client_card, "CL-0001"), ask(owner, client_card, "CL-0002")
    perform(owner, merge_clients, one.id, other.id, {}, one.version, other.version)
    async with looking(owner, lambda: draw_profile("CL-0001")) as user:
        await user.should_see("Merged into this file")
        user.find("Take apart").click()
        await user.should_see("CL-0002 stands by itself again.")
    assert ask(owner, list_clients).total == 2


async def test_the_history_tells_of_answers_that_came_with_a_merge_and_went_again(owner: Actor) -> None:
    other = ask(owner, client_card, "CL-0002")
    perform(owner, record_health, other.id, {"allergies": {"answer": "yes", "choices": ["latex"]}})
    one, other = ask(owner, client_card, "CL-0001"), ask(owner, client_card, "CL-0002")
    merge = perform(owner, merge_clients, one.id, other.id, {}, one.version, other.version)
    perform(owner, unmerge_clients, merge.id)
    async with looking(owner, lambda: draw_profile("CL-0001", "history")) as user:
        await user.should_see("Health")
        lines = [line for moment in moments(ask(owner, client_history, one.id)[0]) for line in moment.changes]
        assert [(line.before, line.after) for line in lines if line.label == "Health"] == [
            ("Allergy", ""),
            ("", "Allergy"),
        ]


async def test_the_address_of_a_merged_file_leads_to_the_person(owner: Actor) -> None:
    one, other = ask(owner, client_card, "CL-0001"), ask(owner, client_card, "CL-0002")
    perform(owner, merge_clients, one.id, other.id, {}, one.version, other.version)
    async with looking(owner, lambda: draw_profile("CL-0002")) as user:
        await user.should_see("This file was merged into CL-0001.")
        await until(lambda: user.back_history[-1:] == ["/clients/CL-0001"] or "CL-0001" in str(user.back_history))
