"""What holds for every plain page, and for what they are made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from fastapi import APIRouter
from structlog.testing import capture_logs

from pages.api import ApiActor
from pages.csrf import FormIsOld, check_form_token, form_token
from pages.plain import plain_app
from pages.static_files import lean_css, lean_script, sheet
from pages.version import VERSION
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.house import House
from studio.kernel.refusal import Stale
from tests.pages.visiting import invitation, visitor

INLINE = re.compile(r"""<style|\sstyle=|\son\w+=["']|<script(?![^>]*\ssrc=)|javascript:""", re.IGNORECASE)


def broken() -> APIRouter:
    """Pages that go wrong."""
    router = APIRouter()

    @router.get("/broken")
    def surprise() -> None:
        raise RuntimeError("Ana Pereira has diabetes")

    @router.get("/stale")
    def refusal() -> None:
        raise Stale

    @router.get("/number/{n}")
    def number(n: int) -> int:
        return n

    @router.get("/mine")
    def mine(actor: ApiActor) -> str:
        return actor.name

    return router


async def test_no_page_carries_anything_inline_and_every_page_says_so(studio: House) -> None:
    async with visitor() as browser:
        first = [(address, await browser.get(address)) for address in ("/setup", "/api/docs", "/nothing/here")]
        later = [(address, await browser.get(address)) for address in (f"/r/{invitation()}", "/r/wrong", "/login")]
        for address, answer in first + later:
            assert not INLINE.search(answer.text), (address, INLINE.search(answer.text))
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["cache-control"] == "no-store"
            assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", answer.text), address


async def test_static_files_stay_in_the_browser_for_ever(studio: House) -> None:
    async with visitor() as browser:
        page = await browser.get(f"/r/{invitation()}")
        for address in re.findall(r"/static/[\w.-]+", page.text):
            file = await browser.get(address)
            assert file.status_code == 200
            assert "immutable" in file.headers["cache-control"]
            assert file.headers["content-encoding"] == "gzip"
            old = await browser.get(re.sub(r"-\w{10}\.", "-0000000000.", address))
            assert old.headers["cache-control"] == "no-store"
        assert (await browser.get("/static/../plain.py")).status_code == 404
        assert (await browser.get("/static/secret-0123456789.css")).status_code == 404


async def test_a_surprise_shows_a_code_and_tells_nothing(studio: House) -> None:
    app = plain_app(Registry((), (Screens("broken", plain=(broken(),), api=(broken(),)),)))
    with capture_logs() as log:
        async with visitor(app=app) as browser:
            page, data = await browser.get("/broken"), await browser.get("/api/v1/broken")
    assert [entry["code"] in answer.text for entry, answer in zip(log, (page, data), strict=True)] == [True, True]
    assert page.status_code == data.status_code == 500
    assert re.search(r"Code [0-9A-F]{6}\.", page.text)
    for answer in (page, data):
        assert "diabetes" not in answer.text
        assert "Traceback" not in answer.text


async def test_the_api_says_no_in_problems(studio: House) -> None:
    app = plain_app(Registry((), (Screens("broken", api=(broken(),)),)))
    async with visitor(app=app) as browser:
        for address, status in (("/stale", 409), ("/number/x", 422), ("/mine", 401), ("/nothing", 404)):
            answer = await browser.get("/api/v1" + address)
            assert answer.headers["content-type"] == "application/problem+json"
            problem = answer.json()
            assert (answer.status_code, problem["status"]) == (status, status)
            assert set(problem) == {"type", "title", "status", "detail", "fields"}
        assert list((await browser.get("/api/v1/number/x")).json()["fields"]) == ["n"]


async def test_it_says_that_it_runs(studio: House) -> None:
    async with visitor() as browser:
        assert (await browser.get("/healthz")).json() == {"status": "ok", "version": VERSION}


def test_the_version_is_the_one_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == VERSION


def test_a_seal_fits_its_own_form_and_holder_for_a_while(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    seal = form_token("login", "cookie")
    check_form_token(seal, "login", "cookie")
    for token, scope, holder in (
        (seal, "setup", "cookie"),
        (seal, "login", "other"),
        (seal, "login", ""),
        ("", "login", "cookie"),
        ("zz.1.é", "login", "cookie"),
        ("f" + seal, "login", "cookie"),
    ):
        with pytest.raises(FormIsOld):
            check_form_token(token, scope, holder)
    monkeypatch.setattr("pages.csrf.HOURS", -1)
    with pytest.raises(FormIsOld):
        check_form_token(form_token("login", "cookie"), "login", "cookie")


def test_leaner_files_mean_the_same() -> None:
    assert (
        lean_css("a  { color : red; /* why */ }\n.b:not(.c, .d) > p { margin: 0 1px; }")
        == "a{color :red}.b:not(.c,.d)>p{margin:0 1px}"
    )
    assert (
        lean_script('  // why\n  const a = "x = y; // z", b = a ? `k: ${a}` : 1;\n')
        == 'const a="x = y; // z",b=a?`k: ${a}`:1;\n'
    )


def test_sheets_leave_no_token_open(studio: House) -> None:
    for names in (("plain.css",), ("plain.css", "desk.css")):
        text = sheet(names)
        declared = set(re.findall(r"--([\w-]+):", text))
        assert set(re.findall(r"var\(--([\w-]+)", text)) <= declared


async def test_a_form_of_a_thousand_separators_is_not_taken_apart(studio: House) -> None:
    async with visitor() as browser:
        kind = {"content-type": "application/x-www-form-urlencoded"}
        answer = await browser.post("/login", content=b"&" * 1000, headers=kind)
    assert answer.status_code == 400


async def test_a_static_file_that_is_not_there_is_the_same_nothing(studio: House) -> None:
    async with visitor() as browser:
        missing, nothing = await browser.get("/static/nothing-1234567890.css"), await browser.get("/r/wrong")
    assert (missing.status_code, missing.text) == (404, nothing.text)
