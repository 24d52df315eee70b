"""Papers on screen: listed, written in two languages, published, put away; and what a client was given."""

from __future__ import annotations

from functools import partial

import pytest
from nicegui import ui

from components.table import DataTable
from pages.documents import giving, new, one, sealed
from pages.documents.list import draw as draw_list
from studio.clients.queries import card_by_id
from studio.documents.papers.giving import give_aftercare
from studio.documents.papers.queries import given_to, list_papers, paper
from studio.documents.papers.shown import guest_links
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


async def test_the_list_says_what_is_in_use_and_what_only_proposed(owner: Actor) -> None:
    async with looking(owner, draw_list) as user:
        await until(lambda: len(found(user, DataTable).rows) == 7)
        states = {row["id"]: row["state"]["word"] for row in found(user, DataTable).rows}
        assert (states["privacy"], states["aftercare-tattoo"]) == ("Proposal, not published", "In use")
        await user.should_see("New aftercare sheet")
    async with looking(signed_in("artist"), draw_list) as user:
        await user.should_not_see("New aftercare sheet")


async def test_a_notice_is_published_from_its_own_page(owner: Actor) -> None:
    perform(owner, change_setting, "studio.address", "1 High Street")
    async with looking(owner, partial(one.draw, "privacy")) as user:
        user.find("Publish edition 1").click()
        await user.should_see("Fill in what stands in braces first, such as {contact}.")
        assert guest_links("en") == ()
        perform(owner, change_setting, "studio.contact", "01 234")
        for field in user.find(kind=ui.textarea, content="Text").elements:
            field.set_value(field.value.replace("{contact}", "01 234"))
        user.find("Publish edition 1").click()
        await user.should_see("Edition 1 is in use from now on.")
        await user.should_see("Read it")
        await user.should_not_see("What changed")
    assert [link.key for link in guest_links("en")] == ["privacy"]


async def test_a_draft_is_kept_and_thrown_away(owner: Actor) -> None:
    async with looking(owner, partial(one.draw, "aftercare-tattoo")) as user:
        next(iter(user.find(kind=ui.input, content="Title").elements)).set_value("Mine")
        user.find("Keep as a draft").click()
        await user.should_see("Kept as a draft.")
        assert ask(owner, paper, "aftercare-tattoo").line.has_draft
        await user.should_see("Throw the draft away")
        user.find("Throw the draft away").click()
        await user.should_see("What is in use stays in use.")
        user.find("Throw it away").click()
        await until(lambda: not ask(owner, paper, "aftercare-tattoo").line.has_draft)


async def test_whoever_only_reads_is_offered_nothing_to_write(owner: Actor) -> None:
    async with looking(signed_in("artist"), partial(one.draw, "aftercare-tattoo")) as user:
        await user.should_see("Aftercare of your tattoo")
        await user.should_see("Cuidados com sua tatuagem")
        await user.should_not_see("Publish edition 1")
        await user.should_not_see("Archive")


async def test_a_paper_is_archived_and_brought_back(owner: Actor) -> None:
    async with looking(owner, partial(one.draw, "aftercare-removal")) as user:
        user.find("Archive").click()
        await user.should_see("Archived. What was given and signed stays.")
        user.find("Undo").click()
        await until(lambda: ask(owner, paper, "aftercare-removal").line.state == "in_use")


async def test_a_sheet_of_ones_own_is_begun(owner: Actor) -> None:
    async with looking(owner, new.draw) as user:
        user.find("Begin the sheet").click()
        await user.should_see("Each language needs a title.")
        next(iter(user.find(kind=ui.input, content="Title").elements)).set_value("Scalp")
        user.find("Begin the sheet").click()
        await until(lambda: any(line.title == "Scalp" for line in ask(owner, list_papers)))


async def test_a_client_is_given_a_sheet_and_it_follows_live(owner: Actor) -> None:
    ana = on_file(owner)
    card = ask(owner, card_by_id, ana.id)
    async with looking(owner, partial(giving.draw, card)) as user:
        await user.should_see("No sheet was given yet")
        user.find("Give a sheet").click()
        await user.should_see("Give it")
        user.find("Give it").click()
        await user.should_see("is noted as given.")
        await until(lambda: len(ask(owner, given_to, ana.id)) == 1)
        perform(signed_in("artist"), give_aftercare, ana.id, "aftercare-piercing", "", "printed")
        await user.should_see("Aftercare of your piercing, edition 1")


async def test_sealed_documents_begin_with_what_belongs_here(owner: Actor) -> None:
    async with looking(owner, sealed.draw) as user:
        await user.should_see("No documents yet")
