"""Programs read the rules in force, all there are, and what counted before; the owner's choose and change them."""

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


def test_an_owners_program_makes_rules_its_own_and_others_change_nothing(studio: House, api: Api) -> None:
    program = api(signed_in("owner"))
    made = program.post(AT, json={"key": "germany", "name": "Our rules"})
    assert (made.status_code, made.json()["key"], made.json()["version"]) == (201, "own-our-rules", 1)
    at = f"{AT}/own-our-rules"
    rules = program.get(at).json()
    rules["ages"]["tattoo"]["alone"] = 21
    assert program.put(at, json={"version": 1, "content": rules}).json()["version"] == 2
    assert program.put(at, json={"version": 1, "content": rules}).status_code == 409
    assert program.post(f"{at}/choose").json() == {"in_force": "own-our-rules"}
    assert program.get(f"{AT}/in-force").json()["ages"]["tattoo"]["alone"] == 21
    assert program.delete(f"{at}?version=2").status_code == 409, "it is in force"
    assert program.post(f"{AT}/neutral/choose").status_code == 200
    assert program.delete(f"{at}?version=2").status_code == 204
    assert program.get(at).status_code == 404


def test_what_fits_nowhere_is_refused_by_field_and_only_owners_change(studio: House, api: Api) -> None:
    program = api(signed_in("owner"))
    rules = program.get(f"{AT}/neutral").json()
    assert program.put(f"{AT}/neutral", json={"version": 0, "content": rules}).status_code == 409
    assert program.post(f"{AT}/files", json={"file": "key = 1"}).status_code == 422
    assert program.post(f"{AT}/atlantis/choose").status_code == 404
    program.post(AT, json={"key": "neutral", "name": "Ours"})
    wrong = program.put(
        f"{AT}/own-ours", json={"version": 1, "content": {**rules, "key": "own-ours", "majority": {"age": 3}}}
    )
    assert (wrong.status_code, "majority.age" in str(wrong.json())) == (422, True)
    manager = api(signed_in("manager"))
    assert manager.post(AT, json={"key": "neutral", "name": "Theirs"}).status_code == 403
    assert manager.post(f"{AT}/germany/choose").status_code == 403
