"""Files of a client over HTTP: for staff with the right, and the same nothing for all else."""

from io import BytesIO

import pytest
from PIL import Image

from pages.clients import files
from pages.plain import plain_app
from studio.clients.actions import set_photo
from studio.clients.codes import OwnCode, recognise
from studio.clients.models import Client
from studio.clients.pictures import read_portrait
from studio.clients.reader import read_code
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.visiting import visitor

FILES = ("photo", "qr.png", "qr.svg", "card.pdf")


@pytest.fixture
def client(studio: House) -> Client:
    owner = signed_in("owner")
    client = on_file(owner, "Łucja Żółć-Çelik")
    drawn = BytesIO()
    Image.new("RGB", (900, 900), "teal").save(drawn, "PNG")
    perform(owner, set_photo, client.id, read_portrait(drawn.getvalue()))
    return client


async def fetch(actor: Actor | None, path: str) -> tuple[int, str, bytes]:
    app = plain_app(Registry((), (Screens("clients", plain=(files.router,)),)))
    async with visitor(app=app, actor=actor) as browser:
        answer = await browser.get(path)
    return answer.status_code, answer.headers["content-type"], answer.content


async def test_the_qr_picture_is_read_as_our_own_code(studio: House, client: Client) -> None:
    status, kind, content = await fetch(signed_in("reception"), f"/clients/{client.code}/qr.png")
    read = read_code(content)
    assert (status, kind) == (200, "image/png")
    assert read
    assert recognise(studio, read) == OwnCode(client.code)


async def test_the_qr_as_lines_is_an_svg_without_script(client: Client) -> None:
    status, kind, content = await fetch(signed_in("reception"), f"/clients/{client.code}/qr.svg")
    assert (status, kind) == (200, "image/svg+xml")
    assert b"<svg" in content
    assert b"script" not in content


async def test_the_card_prints_whatever_the_name(client: Client) -> None:
    status, kind, content = await fetch(signed_in("artist"), f"/clients/{client.code}/card.pdf")
    assert (status, kind, content[:5]) == (200, "application/pdf", b"%PDF-")


async def test_the_portrait_comes_in_two_sizes(client: Client) -> None:
    viewer = signed_in("viewer")
    small = await fetch(viewer, f"/clients/{client.code}/photo")
    large = await fetch(viewer, f"/clients/{client.code}/photo?size=l")
    assert [Image.open(BytesIO(one[2])).size for one in (small, large)] == [(160, 160), (900, 900)]


@pytest.mark.parametrize("name", FILES)
async def test_who_may_not_see_clients_gets_no_file(client: Client, name: str) -> None:
    assert (await fetch(signed_in("inspector"), f"/clients/{client.code}/{name}"))[0] == 403


@pytest.mark.parametrize("name", FILES)
async def test_nobody_signed_in_gets_no_file(client: Client, name: str) -> None:
    assert (await fetch(None, f"/clients/{client.code}/{name}"))[0] == 401


@pytest.mark.parametrize("name", FILES)
async def test_an_unknown_client_has_no_file(client: Client, name: str) -> None:
    assert (await fetch(signed_in("owner"), f"/clients/CL-9999/{name}"))[0] == 404


async def test_a_client_without_a_portrait_has_no_photo(client: Client) -> None:
    owner = signed_in("owner")
    assert (await fetch(owner, f"/clients/{on_file(owner).code}/photo"))[0] == 404
