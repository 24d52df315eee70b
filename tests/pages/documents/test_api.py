"""The documents room for programs: what is sealed, whether it holds, and the studio's papers."""

from __future__ import annotations

from uuid import uuid4

from studio.documents.actions import keep_document
from studio.documents.drawing import draw
from studio.documents.sealing import seal
from studio.kernel.actor import rule
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.work import perform
from tests.factories.clients import on_file
from tests.factories.papers import consent
from tests.factories.people import signed_in
from tests.pages.programs import Api

HERE = "/api/v1/documents"


def test_sealed_documents_are_listed_read_and_verified(studio: House, api: Api) -> None:
    owner = signed_in("owner")
    ana = on_file(owner, "Ana Pereira")
    sealed = seal(studio, draw(consent()), "Consent")
    about = Subject("client", ana.id)
    row = perform(
        rule("documents"), keep_document, "consent", about, sealed, title="CS-0001", needs="consent.packet.see"
    )
    program = api(owner)
    listed = program.get(f"{HERE}?q=cs-00").json()
    assert (listed["total"], listed["items"][0]["about"]["name"]) == (1, "Ana Pereira")
    assert program.get(f"{HERE}?q=zz").json()["total"] == 0
    assert program.get(f"{HERE}/{row.id}").json()["title"] == "CS-0001"
    assert program.get(f"{HERE}/{row.id}/verdict").json()["state"] == "valid"
    assert program.get(f"{HERE}/{row.id}/pdf").content == sealed
    assert api(signed_in("reception")).get(f"{HERE}/{row.id}/pdf").status_code == 403
    assert api(signed_in("viewer")).get(HERE).status_code == 403
    assert program.get(f"{HERE}/{uuid4()}").status_code == 404


def test_papers_are_read_with_every_edition(studio: House, api: Api) -> None:
    program = api(signed_in("artist"))
    found = {one["key"]: one for one in program.get(f"{HERE}/papers").json()["items"]}
    assert (found["privacy"]["state"], found["aftercare-tattoo"]["state"]) == ("proposal", "in_use")
    one = program.get(f"{HERE}/papers/aftercare-tattoo").json()
    assert one["contents"]["en"]["title"] == "Aftercare of your tattoo"
    assert program.get(f"{HERE}/papers/no-such").status_code == 404


def test_a_sheet_is_written_published_given_and_put_away(studio: House, api: Api) -> None:
    owner = signed_in("owner")
    ana, program, at = on_file(owner, "Ana Pereira"), api(owner), f"{HERE}/papers"
    content = {"en": {"title": "Scalp", "lead": "", "body": "Keep your hat off."}}
    made = program.post(at, json={"contents": content, "service_kinds": ["tattoo"]})
    assert made.status_code == 201
    paper = f"{at}/{made.json()['key']}"
    told = {"contents": content, "service_kinds": ["tattoo"], "version": 1}
    assert program.post(f"{paper}/given", json={"client_id": str(ana.id)}).status_code == 409, "a draft is not given"
    assert program.post(f"{paper}/editions", json=told).json()["edition"] == 1
    assert program.post(f"{paper}/editions", json=told).status_code == 409, "somebody saved since"
    given = program.post(f"{paper}/given", json={"client_id": str(ana.id)})
    assert (given.status_code, given.json()["title"], "/d/" in given.json()["address"]) == (201, "Scalp", True)
    printed = program.post(f"{paper}/given", json={"client_id": str(ana.id), "how": "printed"}).json()
    assert (printed["edition"], printed["address"]) == (1, "")
    assert program.post(f"{paper}/archive").json()["archived"] is True
    assert program.post(f"{paper}/restore").json()["archived"] is False
    artist = api(signed_in("artist"))
    assert artist.post(f"{paper}/archive").status_code == 403
    assert artist.post(at, json={"contents": content}).status_code == 403
    assert artist.post(f"{paper}/given", json={"client_id": str(uuid4())}).status_code == 404
