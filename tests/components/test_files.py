"""The place for files: what it keeps, what it refuses and why, whose it is, and that nothing of it stays behind."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from components.files import FileField, Handed, arriving
from components.files.file_field import MOST_FILES
from pages.server.body import CAPS
from storage.decoding.keeper import keeper
from storage.spool import Spool
from studio.extension import incoming
from studio.extension.incoming import ANYTHING, PAPERS, TABLES, Allowed
from studio.kernel.actor import Actor, person
from studio.kernel.house import House
from studio.kernel.refusal import Conflict
from tests.components.conftest import NELL
from tests.factories.handing import hand_in, pieces
from tests.factories.hostile import CANARIES, many_frames, picture, placed
from tests.factories.hostile_papers import good_paper, locked


@pytest.fixture(autouse=True, scope="module")
def rest() -> Iterator[None]:
    yield
    keeper.stop()


async def placed_on(open_page: Any, **about: Any) -> FileField:
    made: list[FileField] = []

    def draw() -> None:
        made.append(FileField(**{"label": "Files", "several": True, "allowed": ANYTHING, **about}))

    made_user = await open_page(draw)
    made[0].opened_by = made_user  # type: ignore[attr-defined]  # so that the page lives as long as the field
    return made[0]


async def test_files_stay_with_the_form_until_they_are_removed(studio: House, open_page: Any) -> None:
    field = await placed_on(open_page)
    heard: list[int] = []
    field.on_value_change(lambda: heard.append(len(field.value)))
    first = await hand_in(field, picture("JPEG", exif=placed()), "me.jpg")
    second = await hand_in(field, good_paper(3), "paper.pdf")
    assert (first["kind"], second["kind"], second["pages"]) == ("jpeg", "pdf", "3 pages")
    kept = field.value[0].read()
    assert not [canary for canary in CANARIES if canary in kept]
    assert field.value[0].small.startswith(b"\xff\xd8\xff")
    field._removed("somebody else's")
    field._removed(first["id"])
    assert [one.name for one in field.value] == ["paper.pdf"]
    assert heard == [1, 2, 2, 1]


async def test_one_that_is_refused_says_why_and_the_others_stay(studio: House, open_page: Any) -> None:
    field = await placed_on(open_page)
    await hand_in(field, picture(), "me.jpg")
    said = [
        (await hand_in(field, data, "holiday.jpg"))["said"]
        for data in (
            b"",
            b"MZ" + bytes(99),
            many_frames(),
            picture()[:400],
            locked(),
            b"\x00\x00\x00\x18ftypheic" + bytes(99),
        )
    ]
    for why, part in zip(
        said, ["nothing in", "another kind", "another kind", "cannot be opened", "password", "HEIC"], strict=True
    ):
        assert part in why
    assert len(field.value) == 1


async def test_more_than_is_taken_is_heard_to_its_end_and_forgotten(
    studio: House, open_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[int] = []

    class Watched(Spool):
        def add(self, data: bytes) -> None:
            laid.append(len(data))
            super().add(data)

    monkeypatch.setattr(arriving, "Spool", Watched)
    field = await placed_on(open_page, allowed=Allowed(PAPERS, 1))
    heard = 0

    async def much() -> AsyncIterator[bytes]:
        nonlocal heard
        for _ in range(40):
            heard += 100_000
            yield bytes(100_000)

    assert await field.receive("a.pdf", much()) == {"said": "This file is larger than 1 MB."}
    assert heard == 4_000_000
    assert sum(laid) <= 1_000_000


async def test_whoever_takes_it_may_refuse_and_may_break(studio: House, open_page: Any) -> None:
    taken: list[Handed] = []

    async def take(handed: Handed) -> None:
        taken.append(handed)
        if len(taken) == 1:
            raise Conflict
        if len(taken) == 2:
            raise ZeroDivisionError

    field = await placed_on(open_page, take=take)
    answers = [await hand_in(field, picture(), "../../C:\\a.jpg") for _ in range(3)]
    assert answers[0] == {"said": "This does not fit with what is already there."}
    assert "Code" in answers[1]["said"]
    assert answers[2] == {"kind": "jpeg"}
    assert taken[2].read() == b""  # gone as soon as it was taken


async def test_whoever_takes_it_waits_for_no_disk(
    studio: House, open_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    came: list[bytes] = []
    at: list[int] = []
    real = Spool.read

    def opened(spool: Spool) -> bytes:
        at.append(threading.get_ident())
        return real(spool)

    async def take(handed: Handed) -> None:
        came.append(handed.read())

    monkeypatch.setattr(Spool, "read", opened)
    field = await placed_on(open_page, take=take)
    assert "said" not in await hand_in(field, good_paper(), "paper.pdf")
    assert came == [good_paper()]
    assert len(at) == 1
    assert threading.get_ident() not in at


async def test_there_is_an_end_to_how_many(studio: House, open_page: Any) -> None:
    field = await placed_on(open_page, allowed=Allowed(TABLES, 1))
    answers = [await hand_in(field, b"Name\nAna\n", "a.csv") for _ in range(MOST_FILES + 1)]
    assert "said" in answers[-1]
    assert len(field.value) == MOST_FILES


async def test_one_takes_the_place_of_another_where_one_is_wanted(studio: House, open_page: Any) -> None:
    field = await placed_on(open_page, several=False)
    await hand_in(field, b"Name\nAna\n", "a.csv")
    [first] = field.value
    await hand_in(field, b"Name\nBea\n", "b.csv")
    assert [one.name for one in field.value] == ["b.csv"]
    assert first.read() == b""


async def test_what_was_handed_in_is_gone_with_its_page(studio: House, open_page: Any) -> None:
    field = await placed_on(open_page)
    await hand_in(field, picture(), "a.jpg")
    [kept] = field.value
    field.delete()
    assert kept.read() == b""
    assert list(studio.files.ids()) == []


async def test_nobody_else_finds_the_address(studio: House, open_page: Any) -> None:
    field = await placed_on(open_page)
    session = uuid4()
    mo, nell_elsewhere = person(uuid4(), "Mo", "owner", session), replace(NELL, session_id=session)
    assert [await sent(field.props["url"], one) for one in (None, mo, nell_elsewhere)] == [404, 404, 404]
    assert await sent("/upload/guessed", NELL) == 404
    assert not field.value
    assert await sent(field.props["url"], NELL) == 200
    assert [one.name for one in field.value] == ["Zoë's.csv"]
    assert await sent(field.props["url"], NELL, b"") == 422


async def sent(address: str, actor: Actor | None, data: bytes = b"Name\nAna\n") -> int:
    app = FastAPI()
    arriving.mount(app)

    async def known(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, "linework.actor": actor}, receive, send)

    async with httpx.AsyncClient(transport=httpx.ASGITransport(known), base_url="http://127.0.0.1") as browser:
        answer = await browser.post(address, content=pieces(data), headers={"X-File-Name": "..%2FZo%C3%AB's.csv"})
    return answer.status_code


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("a.jpg", "a.jpg"),
        ("..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("C:%5Cx%5Cb.pdf", "b.pdf"),
        ("a%00%0Ab%E2%80%AE.exe", "ab.exe"),
    ],
)
def test_a_name_is_a_short_line_and_no_path(told: str, name: str) -> None:
    assert arriving.named(told) == name
    assert len(arriving.named("x" * 9_000)) == arriving.LONGEST_NAME


def test_what_is_taken_is_said_before(studio: House) -> None:
    assert Allowed().told() == "JPEG, PNG or WebP, up to 20 MB"
    assert Allowed(PAPERS, 30).told() == "PDF, up to 30 MB"
    assert set(incoming.NAMES) == set(incoming.ACCEPTED)


def test_the_gate_lets_through_what_places_take() -> None:
    assert CAPS["upload"] > 60 * 1_000_000
