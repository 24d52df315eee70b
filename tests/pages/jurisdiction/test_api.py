"""Programs read the rules in force, all there are, and what counted before; they change nothing."""

from __future__ import annotations

from studio.jurisdiction.actions import choose_profile
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.people import signed_in
from tests.pages.programs import Api

AT = "/api/v1/jurisdictions"


def test_a_program_reads_what_counts_and_what_it_rests_on(studio: House, api: Api) -> None:
    perform(CONSOLE, choose_profile, "us-california")
    program = api(signed_in("inspector"))
    listed = program.get(AT).json()
    assert {one["key"]: one["unchecked"] for one in listed["items"]}["brazil"] is True
    assert [one["key"] for one in listed["items"] if one["in_force"]] == ["us-california"]
    counts = program.get(f"{AT}/in-force").json()
    assert counts["ages"]["tattoo"]["alone"] == 18
    assert "119302" in counts["ages"]["tattoo"]["source"]
    (edition,) = program.get(f"{AT}/editions").json()["items"]
    assert program.get(f"{AT}/editions/{edition['number']}").json() == counts
    assert program.get(f"{AT}/us-california").json() == counts


def test_what_is_not_there_is_not_found_and_strangers_read_nothing(studio: House, api: Api) -> None:
    program = api(signed_in("owner"))
    for missing in ("atlantis", "editions/9", "..%2Fneutral"):
        assert program.get(f"{AT}/{missing}").status_code == 404
    assert program.get(f"{AT}/editions/0").status_code == 422
    assert api(None).get(AT).status_code == 401
    assert program.post(AT, json={}).status_code == 405
