"""The screen: records between two days, an inspector let in and gone, a bundle with its bar."""

from __future__ import annotations

from uuid import UUID

import pytest

from pages.inspection.progress import begun, progress_of
from studio.inspection.actions import ask_bundle, end_visit
from studio.inspection.queries import bundles, visits
from studio.kernel.house import House
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask, perform
from tests.factories import consents
from tests.factories.people import signed_in
from tests.pages.desks import Open, buttons, field, press
from tests.pages.programs import Api
from tests.studio.inspection.test_visit import let_in, today, written


async def test_an_owner_sees_the_records_and_who_looks(studio: House, open_at: Open) -> None:
    consents.packet()
    owner = signed_in("owner", "Mara")
    desk = await open_at(owner, "/inspection")
    await desk.should_see("CS-0001")
    assert {"Let an inspector in", "Make the file", "Show"} <= set(buttons(desk))
    let_in(owner)
    await desk.should_see("Dana Reyes")
    assert "End it now" in buttons(desk)
    (visit,) = ask(owner, visits)
    perform(owner, end_visit, visit.id)
    await desk.should_see("Ended by Mara")


async def test_the_file_is_for_the_days_that_stand_in_the_fields(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    desk = await open_at(owner, "/inspection")
    await desk.should_see("Nothing in these days")
    field(desk, "First day").set_value("01/02/2024")
    field(desk, "Last day").set_value("03/02/2024")
    press(desk, "Make the file")
    await desk.should_see("It begins")
    (asked,) = ask(owner, bundles)
    assert (asked.first_day.isoformat(), asked.last_day.isoformat()) == ("2024-02-01", "2024-02-03")


async def test_an_inspector_reads_and_each_screen_is_on_record(studio: House, open_at: Open) -> None:
    consents.packet()
    inspector = let_in(signed_in("owner"))
    home = await open_at(inspector, "/")
    await home.should_see("County health office")
    await home.should_see("Open the records")
    desk = await open_at(inspector, "/inspection")
    await desk.should_see("CS-0001")
    await desk.should_see("Without health answers, contact and signatures: each consent is told by its digest.")
    assert "Let an inspector in" not in buttons(desk)
    noted = [action for action, who in written(studio) if who == str(inspector.id)]
    assert noted.count("inspection.screen.note") == 2
    assert "inspection.records.look" in noted


def test_the_file_comes_once_to_whoever_asked_and_tells_how_far_it_is(studio: House, api: Api) -> None:
    consents.packet()
    owner, day = signed_in("owner"), today(studio)
    asked = perform(owner, ask_bundle, day, day)
    assert progress_of(asked.id).state == "waiting"
    address = f"/inspection/bundle/{asked.id}"
    assert api(signed_in("manager")).get(address).status_code == 404
    answer = api(owner).get(address)
    assert answer.content.startswith(b"PK")
    assert answer.headers["content-disposition"].endswith('.zip"')
    made = progress_of(asked.id)
    assert (made.state, made.share, made.done) == ("made", 100, made.total)
    assert api(owner).get(address).status_code == 404
    assert api(owner).get("/inspection/bundle/nonsense").status_code == 404
    assert b"verify_bundle" in api(owner).get("/inspection/verify_bundle.py").content
    with pytest.raises(SignedOut), begun(UUID(int=5), 9):
        raise SignedOut
    assert progress_of(UUID(int=5)).state == "broken"
