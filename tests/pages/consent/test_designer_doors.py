"""Consent texts for programs, and the preview: the real page, which keeps nothing."""

from __future__ import annotations

from typing import Any

import pytest

from pages.consent import designer_preview
from pages.plain import plain_app
from studio.consent.actions import save_draft
from studio.consent.templates import TATTOO_ADULT, shipped
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.consents import reworded
from tests.factories.people import signed_in
from tests.pages.programs import Api
from tests.pages.visiting import visitor

AT = "/api/v1/consent-templates"
SEEN = f"/consent/templates/{TATTOO_ADULT}/preview"


def test_a_program_reads_texts_and_publishes_an_edition(studio: House, api: Api) -> None:
    program = api(signed_in("owner"))
    listed = {one["key"]: one for one in program.get(AT).json()["items"]}
    assert set(listed) == set(shipped())
    one = program.get(f"{AT}/{TATTOO_ADULT}").json()
    assert one["contents"]["en"]["title"] == "Consent to a tattoo"
    edition = program.get(f"{AT}/{TATTOO_ADULT}/editions/1").json()
    assert edition["contents"] == one["contents"]
    made = program.post(f"{AT}/{TATTOO_ADULT}/editions", json={"contents": reworded("By a program.")})
    assert (made.status_code, made.json()["edition"]) == (201, 2)
    assert program.get(f"{AT}/{TATTOO_ADULT}").json()["text"]["edition"] == 2
    assert program.get(f"{AT}/{TATTOO_ADULT}/editions/1").json() == edition


@pytest.mark.parametrize("contents", [{}, {"en": {}}, {"en": {"blocks": "x"}}, {"xx": {}}])
def test_a_program_that_publishes_a_hole_hears_where_it_is(studio: House, api: Api, contents: dict[str, Any]) -> None:
    answer = api(signed_in("owner")).post(f"{AT}/{TATTOO_ADULT}/editions", json={"contents": contents})
    assert answer.status_code == 422
    assert answer.json()["fields"]


def test_who_only_reads_publishes_nothing_and_strangers_read_nothing(studio: House, api: Api) -> None:
    reader = api(signed_in("viewer"))
    assert reader.get(AT).status_code == 200
    assert reader.post(f"{AT}/{TATTOO_ADULT}/editions", json={"contents": reworded("No.")}).status_code == 403
    assert reader.get(f"{AT}/nothing").status_code == 404
    assert reader.get(f"{AT}/{TATTOO_ADULT}/editions/9").status_code == 404
    assert api(None).get(AT).status_code == 401


def desk(actor: Actor | None) -> Any:
    return visitor(
        "en", "desk", plain_app(Registry((), (Screens("consent", plain=(designer_preview.router,)),))), actor
    )


async def test_the_preview_is_the_signing_page_of_the_draft_framed_by_our_own_screens(studio: House) -> None:
    owner = signed_in("owner")
    perform(owner, save_draft, TATTOO_ADULT, reworded("A draft of ours."), 0)
    page = await desk(owner).get(SEEN)
    assert page.status_code == 200
    assert "A draft of ours." in page.text
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
    portuguese = await desk(owner).get(SEEN + "?lang=pt-BR")
    assert "Consentimento para tatuagem" in portuguese.text


@pytest.mark.parametrize("key", shipped())
async def test_every_text_can_be_looked_at_in_every_language(studio: House, key: str) -> None:
    for language, content in shipped()[key].items():
        page = await desk(signed_in("viewer")).get(f"/consent/templates/{key}/preview?lang={language}")
        assert content["title"] in page.text


async def test_a_preview_takes_nothing_in(studio: House) -> None:
    assert (await desk(signed_in("owner")).post(SEEN, json={"signature": "x"})).status_code == 404


async def test_a_preview_is_for_staff(studio: House) -> None:
    assert (await desk(None).get(SEEN)).status_code == 401
    assert (await desk(signed_in("owner")).get("/consent/templates/nothing/preview")).status_code == 404
