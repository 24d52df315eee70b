"""The designer at desks: what everybody reads, what owner and manager change, and two of them at one text."""

from __future__ import annotations

from typing import Any

from nicegui import ui
from nicegui.testing import User, UserInteraction

from components.form import Form
from pages.consent.designer_order import Ordered
from studio.consent.actions import publish_template, save_draft
from studio.consent.queries import TextView, text
from studio.consent.rules.sheet import blocks_of
from studio.consent.templates import TATTOO_ADULT, shipped
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.consents import intro_of, reworded
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, press

HERE = "/consent/templates"
ADULT = f"{HERE}/{TATTOO_ADULT}"


def stands(who: Actor) -> TextView:
    return ask(who, text, TATTOO_ADULT)


def kinds(who: Actor) -> list[str]:
    return [block["kind"] for block in blocks_of(stands(who).shown["en"])]


async def moved(user: User, at: Any, to: Any) -> None:
    list_of_blocks = found(user, Ordered)
    for listener in list_of_blocks._event_listeners.values():
        if listener.type == "move":
            list_of_blocks._handle_event({"listener_id": listener.id, "args": {"at": at, "to": to}})


async def test_everybody_reads_the_texts_and_nobody_else_changes_them(studio: House, open_at: Open) -> None:
    artist = await open_at(signed_in("artist"), HERE)
    await artist.should_see("Consent to a piercing")
    await artist.should_see("Edition 1, not used yet")
    await artist.should_not_see("New text")
    one = await open_at(signed_in("artist"), ADULT)
    await one.should_see("Design, spelling and stencil")
    await one.should_not_see("Add a block")


async def test_the_list_follows_what_is_published(studio: House, open_at: Open) -> None:
    artist = await open_at(signed_in("artist"), HERE)
    await artist.should_see("As it came with Linework")
    perform(signed_in("owner"), publish_template, TATTOO_ADULT, reworded("Ours.", "en"))
    await artist.should_see("Your own")
    await artist.should_see("Missing: Português (Brasil)")


async def test_a_block_is_moved_and_the_draft_is_published(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    user = await open_at(owner, ADULT)
    before = kinds(owner)
    await moved(user, 1, 0)
    await until(lambda: stands(owner).line.is_draft)
    assert kinds(owner)[:2] == [before[1], before[0]]
    await user.should_see("It counts once it is published.")
    user.find("Publish").click()
    await user.should_see("Publish edition 2?")


async def test_forged_moves_change_nothing(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    user = await open_at(owner, ADULT)
    for at, to in ((0, 99), (-1, 0), ("0", "1"), (0, 0), (None, 1)):
        await moved(user, at, to)
    await user.should_see("Design, spelling and stencil")
    assert not stands(owner).line.is_draft


async def test_two_people_at_one_draft_are_told_and_choose(studio: House, open_at: Open) -> None:
    owner, other = signed_in("owner"), signed_in("manager")
    user = await open_at(owner, ADULT)
    (change,) = [
        one for one in user.find(ui.button).elements if one.props.get("aria-label", "").startswith("Change Please")
    ]
    UserInteraction(user, {change}, None).click()
    await user.should_see("1. Text")
    form = found(user, Form)
    form._fields["en/text"].value = "Mine."
    perform(other, save_draft, TATTOO_ADULT, reworded("Theirs."), 0)
    user.find("Keep").click()
    await user.should_see("changed this draft meanwhile")
    assert intro_of(dict(stands(owner).shown["en"])) == "Theirs."
    user.find("Put mine in its place").click()
    await until(lambda: intro_of(dict(stands(owner).shown["en"])) == "Mine.")
    assert set(stands(owner).shown) == set(shipped()[TATTOO_ADULT])


async def test_what_differs_between_editions_is_laid_side_by_side(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    perform(owner, publish_template, TATTOO_ADULT, reworded("Ours."))
    user = await open_at(owner, f"{ADULT}/editions")
    await user.should_see("Edition 2")
    await user.should_see("What is otherwise")
    await user.should_see("Ours.")


async def test_what_the_rules_want_and_the_text_does_not_ask_is_added_there(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    texts = {
        tag: {**content, "blocks": [block for block in content["blocks"] if block["kind"] != "body_map"]}
        for tag, content in shipped()[TATTOO_ADULT].items()
    }
    perform(owner, publish_template, TATTOO_ADULT, texts)
    desk = await open_at(owner, ADULT)
    await desk.should_see("This text does not ask for it: Place on the body")
    press(desk, "Add the figure to tap on")
    await desk.should_not_see("This text does not ask for it")
    blocks = {tag: [block for block in content["blocks"] if block["kind"] == "body_map"] for tag, content in
              stands(owner).shown.items()}  # fmt: skip
    assert {tag: found[0]["title"] for tag, found in blocks.items()} == {
        "en": "Where on the body", "pt-BR": "Onde no corpo"}  # fmt: skip
