"""Incidents: one code for one thing that breaks, counted; browsers tell theirs without a word anybody typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from components.app.feedback import incident
from components.table import DataTable
from pages.plain import plain_app
from pages.upkeep import browser_errors
from pages.upkeep.browser_errors import FROM_ALL, FROM_ONE, Sieve
from studio.kernel.house import House
from studio.kernel.incidents import Trouble, happened, trouble_of
from studio.kernel.log import NAME, start_log
from studio.kernel.work import ask, perform
from studio.upkeep.browsers import trouble_in_browser
from studio.upkeep.incidents import KEEPER, MOST, IncidentView, keeper, list_incidents, note_incidents, settle_incidents
from studio.upkeep.queries import list_journal
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, press

CANARY = "Wilhelmina Canary, +44 20 7946 0958, latex"


@pytest.fixture
def browser(studio: House, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(browser_errors, "sieve", Sieve())
    import pages.upkeep
    from tests.conftest import rooms

    registry = rooms()
    registry.add_screens(pages.upkeep.SCREENS)
    return TestClient(plain_app(registry), base_url="http://127.0.0.1")


def kept() -> list[IncidentView]:
    keeper.settle()
    return ask(signed_in(), list_incidents)[0]


def broken() -> ZeroDivisionError:
    try:
        trouble_in_browser({"line": 1 / 0})
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_the_same_place_has_the_same_code_and_is_counted(studio: House) -> None:
    def fails() -> BaseException:
        try:
            trouble_in_browser(None)  # type: ignore[arg-type]
        except AttributeError as error:
            return error
        raise AssertionError

    codes = {happened(trouble_of(fails())) for _ in range(3)}
    (one,) = kept()
    assert codes == {one.code}
    assert (one.kind, one.message, one.count) == ("server", "AttributeError", 3)
    assert one.place.startswith("studio/upkeep/browsers.py:")


def test_counting_leaves_no_entry_and_marking_does(studio: House) -> None:
    owner = signed_in()
    before = ask(owner, list_journal)[1]
    perform(KEEPER, note_incidents, [Trouble("browser", "a.js:1", "TypeError")])
    assert ask(owner, list_journal)[1] == before
    perform(owner, settle_incidents)
    assert ask(owner, list_journal)[1] == before + 1
    assert ask(owner, list_incidents, new=True)[1] == 0
    perform(KEEPER, note_incidents, [Trouble("browser", "a.js:1", "TypeError")])
    assert ask(owner, list_incidents, new=True)[1] == 1


def test_however_much_breaks_only_so_many_are_kept(studio: House) -> None:
    perform(KEEPER, note_incidents, [Trouble("browser", f"a.js:{line}", "TypeError") for line in range(MOST + 7)])
    assert ask(signed_in(), list_incidents, size=1)[1] == MOST


def test_a_browser_tells_what_broke_and_nothing_that_was_typed(
    browser: TestClient, studio: House, tmp_path: Path
) -> None:
    handler = start_log(tmp_path)
    said = {"name": "TypeError", "said": f"Cannot read properties of null (reading '{CANARY}')", "file": "plain.js"}
    browser.post("/incidents", json={**said, "line": 7, "page": "r"})
    browser.post("/incidents", json=dict.fromkeys(("name", "said", "file", "line", "page"), CANARY))
    handler.close()
    first, second = sorted(kept(), key=lambda one: one.place, reverse=True)
    assert (first.message, first.place) == ("TypeError cannot read properties of null reading", "plain.js:7 /r")
    assert second.message == "Error"
    log = (tmp_path / NAME).read_text("utf-8")
    assert first.code in log
    for word in ("anary", "7946", "latex", "ilhelmina"):
        assert word not in f"{first}{second}{log}"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"1", b'{"line": 1e999}', b"\xff\xfe", b"[" * 1900])
def test_whatever_is_sent_the_answer_is_the_same(browser: TestClient, body: bytes) -> None:
    answer = browser.post("/incidents", content=body)
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_flood_is_let_fall(browser: TestClient) -> None:
    for line in range(40):
        assert browser.post("/incidents", content=json.dumps({"file": "a.js", "line": line + 1})).status_code == 204
    assert len(kept()) == FROM_ONE
    sieve = Sieve()
    assert sum(sieve.lets_in(f"10.0.0.{n}", 1) for n in range(100)) == FROM_ALL
    assert sieve.lets_in("10.0.0.1", 2)


async def test_the_page_lists_them_live_and_marks_them_seen(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in(), "/settings/incidents")
    await user.should_see("Nothing went wrong")
    with user:
        code = incident(broken())
    await until(lambda: [row["code"] for row in found(user, DataTable).rows] == [code])
    assert found(user, DataTable).rows[0]["state"]["word"] == "New"
    press(user, "Mark all as seen")
    await until(lambda: found(user, DataTable).rows[0]["state"]["word"] == "Seen")


async def test_artists_do_not_see_them(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("artist"), "/settings/incidents")
    await user.should_see("Your role does not allow this.")
