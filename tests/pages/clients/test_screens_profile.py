"""A client's profile: who sees what of it, and how it follows what happens elsewhere."""

from functools import partial
from io import BytesIO
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User
from PIL import Image

from components.app.frame import frame
from components.files import FileField
from components.timeline import Timeline
from pages.clients.profile import draw
from pages.clients.profile import profile as profile_page
from studio.clients.actions import archive_client, edit_client, record_consent, record_health, set_photo
from studio.clients.models import Client
from studio.clients.pictures import read_portrait
from studio.clients.queries import card_by_id, client_history, consents_now, health_sheet
from studio.clients.refusals import ClientIsUnknown
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.handing import hand_in
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking, until

LATEX = {"allergies": {"answer": "yes", "choices": ["latex"]}, "diabetes": "no"}


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def ana(owner: Actor) -> Client:
    return on_file(owner, "Ana Pereira", pronouns="she/her", phone="+44 7700 900123", notes="Likes ferns")


def profile(client: Client, tab: str = "") -> Any:
    return partial(draw, client.code, tab)


def picture(size: tuple[int, int] = (300, 400)) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", size, "teal").save(drawn, "JPEG")
    return drawn.getvalue()


def views(owner: Actor, client: Client) -> int:
    return sum(event.action == "clients.health.view" for event in ask(owner, client_history, client.id)[0])


async def test_the_profile_tells_who_it_is(owner: Actor, ana: Client) -> None:
    async with looking(owner, profile(ana)) as user:
        for words in ("Ana Pereira", "she/her", "CL-0001", "07700 900123", "Likes ferns", "Not asked yet"):
            await user.should_see(words)


async def test_an_artist_reads_the_flags_and_the_look_is_logged_once(owner: Actor, ana: Client) -> None:
    perform(owner, record_health, ana.id, LATEX)
    async with looking(signed_in("artist"), profile(ana)) as user:
        await user.should_see("Allergy: Latex")
        await user.should_see("Your view is logged")
        perform(owner, record_health, ana.id, {"keloid": "yes"})
        await user.should_see("Keloid")
    assert views(owner, ana) == 1


async def test_reception_sees_the_light_and_never_the_reason(owner: Actor, ana: Client) -> None:
    perform(owner, record_health, ana.id, LATEX)
    async with looking(signed_in("reception"), profile(ana, "health")) as user:
        await user.should_see("Ask before you start")
        await user.should_see("Only artists and managers read the answers themselves.")
        await user.should_not_see("Latex")
    assert views(owner, ana) == 0


async def test_the_history_names_no_health_question_to_reception(owner: Actor, ana: Client) -> None:
    perform(owner, record_health, ana.id, LATEX)
    async with looking(signed_in("reception"), profile(ana, "history")) as user:
        await user.should_see("wrote down health answers of this client")
        await user.should_not_see("Diabetes")
    async with looking(owner, profile(ana, "history")) as user:
        await user.should_see("Allergy, Diabetes")


async def test_the_history_tells_before_and_after(owner: Actor, ana: Client) -> None:
    perform(owner, edit_client, ana.id, {"notes": "Likes waves"}, ana.version)
    async with looking(owner, profile(ana, "history")) as user:
        first = found(user, Timeline).props["moments"][0]
        assert list(first["changes"]) == [{"label": "Notes", "before": "Likes ferns", "after": "Likes waves"}]


async def test_what_a_colleague_changes_appears_and_flashes(owner: Actor, ana: Client) -> None:
    async with looking(owner, profile(ana)) as user:
        perform(signed_in("reception"), edit_client, ana.id, {"pronouns": "they/them"}, ana.version)
        await user.should_see("they/them")
        assert [one for one in elements(user) if "flashed" in one.classes]


async def test_what_changes_while_the_page_is_made_stands_on_it(
    owner: Actor, ana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the file was read, before the page follows what happens to it."""

    def changed_meanwhile(*asked: Any, **more: Any) -> Any:
        perform(owner, edit_client, ana.id, {"pronouns": "they/them"}, ana.version)
        return frame(*asked, **more)

    monkeypatch.setattr(profile_page, "frame", changed_meanwhile)
    async with looking(owner, profile(ana)) as user:
        await user.should_see("they/them")


async def test_an_archived_client_is_looked_at_and_restored(owner: Actor, ana: Client) -> None:
    perform(owner, archive_client, ana.id)
    async with looking(owner, profile(ana)) as user:
        await user.should_see("Off the lists since")
        await user.should_not_see("Edit")
        user.find("Restore").click()
        await user.should_see("Edit")
    assert ask(owner, card_by_id, ana.id).archived_at is None


async def test_a_viewer_is_offered_nothing_to_change(owner: Actor, ana: Client) -> None:
    async with looking(signed_in("viewer"), profile(ana, "health")) as user:
        await user.should_see("Ana Pereira")
        for words in ("Edit", "Give", "Record answers"):
            await user.should_not_see(words)


async def test_a_consent_is_given_at_the_desk_and_taken_back(owner: Actor, ana: Client) -> None:
    perform(owner, record_consent, ana.id, "marketing", True)
    async with looking(owner, profile(ana, "health")) as user:
        user.find("Withdraw").click()
        await user.should_see("News and offers: withdrawn.")
        assert not ask(owner, consents_now, ana.id)["marketing"].given
        user.find("Undo").click()
        await until(lambda: ask(owner, consents_now, ana.id)["marketing"].given)


async def test_answers_are_written_down_at_the_desk(owner: Actor, ana: Client) -> None:
    async with looking(owner, profile(ana, "health")) as user:
        user.find("Record answers").click()
        await user.should_see("Any allergies?")
        answer(user, "Pregnant or nursing?", "no")
        answer(user, "Diabetes", "yes")
        user.find("Save answers").click()
        await user.should_see("1 question answered with no")
        await user.should_see("questions not answered")
    sheet = ask(owner, health_sheet, ana.id)
    assert {one.question: one.answer for one in sheet.answers} == {"pregnant": False, "diabetes": True}


async def test_a_portrait_is_redrawn_and_kept(owner: Actor, ana: Client) -> None:
    async with looking(owner, profile(ana, "photos")) as user:
        await hand_over(user, picture())
        await user.should_see("Portrait of Ana Pereira is on file.")
        assert ask(owner, card_by_id, ana.id).photo
        user.find("Undo").click()
        await until(lambda: ask(owner, card_by_id, ana.id).photo is None)


async def test_what_is_no_picture_is_refused_beside_its_place(owner: Actor, ana: Client) -> None:
    async with looking(owner, profile(ana, "photos")) as user:
        assert "another kind of file" in (await hand_over(user, b"<svg onload=alert(1)>"))["said"]
        assert "cannot be opened" in (await hand_over(user, picture()[:200]))["said"]
    assert ask(owner, card_by_id, ana.id).photo is None


async def test_removing_a_portrait_can_be_undone(owner: Actor, ana: Client) -> None:
    perform(owner, set_photo, ana.id, read_portrait(picture()))
    async with looking(owner, profile(ana, "photos")) as user:
        user.find("Remove portrait").click()
        await until(lambda: ask(owner, card_by_id, ana.id).photo is None)
        user.find("Undo").click()
        await until(lambda: ask(owner, card_by_id, ana.id).photo)


async def test_an_unknown_code_is_missing(owner: Actor) -> None:
    caught: list[Exception] = []

    async def trying() -> None:
        try:
            await draw("CL-9999")
        except ClientIsUnknown as refusal:
            caught.append(refusal)

    async with looking(owner, trying):
        assert caught


async def hand_over(user: User, content: bytes) -> dict[str, Any]:
    return await hand_in(found(user, FileField), content)


def answer(user: User, question: str, value: str) -> None:
    from components.form.choices import SegField

    found(user, SegField, label=question).value = value


def elements(user: User) -> list[ui.element]:
    assert user.client is not None
    return list(user.client.elements.values())
