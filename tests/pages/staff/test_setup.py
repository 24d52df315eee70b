"""The first start, here with a browser that runs no scripts: each step is a form, and what is typed is kept."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from pages.staff.setup.draft import Draft, read_draft
from pages.staff.setup.steps import KEYS
from studio.catalog.queries.first import services_offered
from studio.kernel.actor import CONSOLE, guest
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import keep_setup, use_code
from studio.staff.queries import actor_of_session, list_users, studio_is_empty
from studio.staff.refusals import AlreadySetUp
from studio.staff.rules import hash_password
from studio.staff.setting_up import KEPT, kept_setup
from studio.upkeep import premises
from studio.upkeep.queries import list_settings
from tests.factories.people import signed_in
from tests.pages.staff.setting_up import PASSWORD, TYPED, fill, fill_all
from tests.pages.visiting import Page, open_page, send, visitor


async def test_step_by_step_the_studio_is_made_and_its_owner_signed_in(studio: House) -> None:
    async with visitor() as desk:
        answer = await fill_all(desk)
        token = next(value for name, value in desk.cookies.items() if "door" not in name)
    studio.settings.forget()
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    actor = actor_of_session(token)
    assert actor is not None
    assert (actor.name, actor.role) == ("Ruth Calder", "owner")
    place = ("studio.name", "studio.currency", "studio.locale", "studio.zone", "studio.jurisdiction")
    assert {key: studio.settings[key] for key in place} == {
        "studio.jurisdiction": "brazil",
        "studio.name": "North Quay Tattoo",
        "studio.currency": "BRL",
        "studio.locale": "pt-BR",
        "studio.zone": "America/Sao_Paulo",
    }
    assert studio.settings[premises.ADDRESS] == "12 Harbour Row\nDover"
    assert studio.settings[premises.HOURS] == {
        "tue": [["10:00", "13:00"], ["14:00", "18:00"]],
        "sat": [["11:00", "19:00"]],
    }
    assert studio.settings[premises.METHODS] == ["cash", "instant", "Barter"]
    assert studio.settings[premises.TAXES] == [{"name": "ISS", "basis_points": 500}]
    assert (studio.settings["lan.enabled"], studio.settings["lan.tls"]) == (True, True)
    assert kept_setup() == "", "what was typed before is forgotten"
    assert ask(actor, services_offered)


async def test_a_new_start_goes_on_where_the_last_one_ended_with_all_that_was_typed(studio: House) -> None:
    async with visitor() as desk:
        await fill(desk, "studio")
        await fill(desk, "place")
        await fill(desk, "hours", go="keep", mon="9-1")
    async with visitor() as later:
        page = await open_page(later, "/setup")
        assert (page.value("mon"), page.value("tue"), page.value("sun")) == ("9-1", "10-13, 14-18", "")
        assert "Step 3 of 9" in page.words
        assert (await open_page(later, "/setup/studio")).value("studio_name") == "North Quay Tattoo"
        again = await open_page(later, "/setup/place")
        assert re.search(r"<option value=BR [^>]* selected>", again.text)
        assert (await later.get("/setup/owner")).headers["location"] == "/setup", "what has not come yet waits"


async def test_back_and_jumps_lose_nothing_and_the_list_says_what_is_unfinished(studio: House) -> None:
    async with visitor() as desk:
        await fill(desk, "studio")
        back = await fill(desk, "place", go="back", taxes="What 200")
        assert back.headers["location"] == "/setup/studio"
        page = await open_page(desk, "/setup/studio")
        assert "Place , not finished" in page.words
        assert "What 200" in (await open_page(desk, "/setup/place")).text
        jumped = await fill(desk, "place", go="studio")
        assert jumped.headers["location"] == "/setup/studio"
        assert "Place , done" in (await open_page(desk, "/setup")).words


async def test_passwords_are_kept_as_a_hash_alone(studio: House) -> None:
    async with visitor() as desk:
        for step in KEYS[:6]:
            await fill(desk, step)
        page = await open_page(desk, "/setup/owner")
        assert PASSWORD not in kept_setup()
        assert PASSWORD not in page.text
        assert "A password is chosen" in page.words
        kept = await fill(desk, "owner", password="", password_again="")
        assert kept.headers["location"] == "/setup/people"
        wrong = await fill(desk, "owner", password="five brown needles", password_again="five")
        assert (wrong.status_code, Page(wrong.text).words.count("The two passwords are not the same.")) == (422, 2)
        assert "Write a password" not in wrong.text
        assert "five brown" not in wrong.text


async def test_every_mistake_names_its_field_and_keeps_what_was_typed(studio: House) -> None:
    wrong: dict[str, tuple[dict[str, Any], set[str]]] = {
        "studio": ({"studio_name": " ", "contact": "x" * 300}, {"studio_name", "contact"}),
        "place": ({"zone": "Mars/Olympus", "taxes": "much", "rules": "atlantis"}, {"zone", "taxes", "rules"}),
        "hours": ({"mon": "always", "tue": "10-12, 11-13"}, {"mon", "tue"}),
        "payment": ({"way": [], "more_ways": "x" * 70}, {"way"}),
        "network": ({"net": "nowhere"}, {"net"}),
        "owner": ({"name": "", "email": "ruth", "password": "password1"}, {"name", "email", "password"}),
        "people": ({"person_name": "Ines", "person_email": "ruth@northquay.example"}, {"person_email_0"}),
    }
    async with visitor() as desk:
        for step, (typed, fields) in wrong.items():
            answer = await fill(desk, step, **typed)
            assert answer.status_code == 422, step
            assert set(re.findall(r'<a href="#(\w+)">', answer.text)) == fields, step
            assert all(re.search(rf"id=[\"']?{name}[\"' >]", answer.text) for name in fields), step
            await fill(desk, step)
    assert studio_is_empty()


async def test_what_need_not_be_is_left_for_later_with_its_usual_value(studio: House) -> None:
    async with visitor() as desk:
        await fill(desk, "studio", address="", contact="")
        for step in KEYS[1:-1]:
            await fill(desk, step, go="later")
            await fill(
                desk, step, go="later" if step in ("hours", "payment", "network", "people", "clients") else "next"
            )
        await fill(desk, "data")
    studio.settings.forget()
    assert studio.settings[premises.HOURS] == {}
    assert not studio.settings.is_chosen(premises.METHODS)
    assert not studio.settings.is_chosen(premises.ADDRESS), "so that it stays among the first steps"
    assert studio.settings["lan.enabled"] is False
    assert ask(signed_in("owner"), list_users)[1] == 2, "the owner of the wizard, and the one who asks here"


async def test_the_first_people_get_codes_to_pass_on(studio: House) -> None:
    people = {
        "person_name": ["Ines Duarte", "", "Noor Haddad"],
        "person_email": ["ines@example.com", "", "noor@example.com"],
        "person_role": ["artist", "artist", "reception"],
    }
    async with visitor() as desk:
        answer = await fill_all(desk, people=people, clients={"import": "yes"})
        assert any("door" not in name for name in desk.cookies)
    codes = re.findall(r"<code[^>]*>([\w-]+)</code>", answer.text)
    assert answer.status_code == 200
    assert len(set(codes)) == 2
    assert 'href="/clients/import"' in answer.text
    user = perform(guest(), use_code, "noor@example.com", codes[1], hash_password("four wet stones"))
    assert (user.name, user.role) == ("Noor Haddad", "reception")


async def test_a_logo_is_looked_at_at_once_and_is_the_studios_in_the_end(studio: House) -> None:
    drawn = BytesIO()
    Image.new("RGB", (40, 20), "#204060").save(drawn, "PNG")
    async with visitor() as desk:
        page = await open_page(desk, "/setup")
        seal = {"x-form-token": page.hidden()["form_token"]}
        refused = await desk.post("/setup/logo", content=b"no picture", headers=seal)
        assert "cannot be opened" in refused.json()["detail"]
        assert (await desk.post("/setup/logo", content=drawn.getvalue())).status_code == 403
        kept = await desk.post("/setup/logo", content=drawn.getvalue(), headers=seal)
        assert kept.json()["logo"]
        assert (await desk.get("/setup/logo")).content.startswith(b"\x89PNG")
        await fill_all(desk)
        assert (await desk.get("/setup/logo")).status_code == 404
    studio.settings.forget()
    assert studio.settings["studio.logo"].startswith(kept.json()["logo"])


async def test_it_happens_once_and_at_the_desk_only(studio: House) -> None:
    async with visitor() as desk, visitor(zone="lan") as phone:
        page = await open_page(desk, "/setup")
        for path in ("/setup", "/setup/studio", "/setup/logo"):
            assert (await phone.get(path)).status_code == 404
            assert (await send(phone, path, page.filled(**TYPED["studio"]))).status_code == 404
        assert (await desk.get("/setup/nothing")).status_code == 404
        await fill_all(desk)
        for path in ("/setup", "/setup/data", "/setup/logo"):
            assert (await desk.get(path)).status_code == 404
            assert (await send(desk, path, page.filled(**TYPED["data"], go="next"))).status_code == 404
    assert ask(signed_in("owner"), list_users)[1] == 2


async def test_a_form_without_our_seal_keeps_nothing(studio: House) -> None:
    async with visitor() as desk:
        answer = await send(desk, "/setup/studio", TYPED["studio"])
    assert answer.status_code == 403
    assert "North Quay" in answer.text, "it can be sent again"
    assert kept_setup() == ""


async def test_the_chosen_language_stays(studio: House) -> None:
    async with visitor("pt-BR") as desk:
        page = await open_page(desk, "/setup")
        assert "Como se chama seu estúdio?" in page.words
        await send(desk, "/setup/studio", page.filled(**TYPED["studio"], lang="en", go="lang"))
        assert "What is your studio called?" in (await open_page(desk, "/setup")).words
        assert "Como se chama" in (await open_page(desk, "/setup?lang=pt-BR")).words


async def test_what_was_typed_is_sealed_and_nobodys_setting(studio: House) -> None:
    async with visitor() as desk:
        await fill(desk, "studio")
    with studio.db.reading() as connection:
        stored = str(connection.exec_driver_sql("SELECT value FROM setting").fetchall())
        told = str(connection.exec_driver_sql("SELECT * FROM journal_values").fetchall())
    assert "North Quay" not in stored + told
    owner = signed_in("owner")
    assert KEPT not in {one.key for one in ask(owner, list_settings)}
    with pytest.raises(AlreadySetUp):
        perform(CONSOLE, keep_setup, "{}")


@pytest.mark.parametrize("broken", ["{", "[]", '{"nothing": 1}', '"x"'])
def test_what_cannot_be_read_begins_anew(studio: House, broken: str) -> None:
    perform(CONSOLE, keep_setup, broken)
    assert read_draft() == Draft()
