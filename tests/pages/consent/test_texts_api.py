"""Programs write consent texts as the screen does: drafted, published, filed, put away, never over somebody's work."""

from __future__ import annotations

from studio.consent.actions import save_draft
from studio.consent.queries import text
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.people import signed_in
from tests.pages.programs import Api

AT, PHOTO_RELEASE = "/api/v1/consent-templates", "photo-release"


def test_a_text_is_begun_drafted_published_and_put_away(studio: House, api: Api) -> None:
    program = api(signed_in("owner"))
    made = program.post(AT, json={"title": "Our release", "based_on": PHOTO_RELEASE}).json()
    assert (made["key"], made["is_draft"]) == ("our-release", True)
    at = f"{AT}/our-release"
    draft = program.get(f"{at}/draft").json()
    draft["contents"]["en"]["title"] = "Ours, reworded"
    kept = program.put(f"{at}/draft", json={"version": draft["version"], "contents": draft["contents"]})
    assert kept.json()["contents"]["en"]["title"] == "Ours, reworded"
    assert program.put(f"{at}/draft", json={"version": draft["version"], "contents": {}}).status_code == 409
    out = program.post(f"{at}/draft/publish", json={"version": kept.json()["version"]})
    assert (out.status_code, out.json()["edition"]) == (201, 1)
    assert program.get(f"{at}/draft").json()["contents"] is None
    assert program.post(f"{at}/archive").json()["archived"] is True
    assert "our-release" not in {one["key"] for one in program.get(AT).json()["items"]}
    assert program.post(f"{at}/restore").json()["archived"] is False


def test_a_file_comes_in_as_it_went_out_and_a_draft_is_thrown_away(studio: House, api: Api) -> None:
    program, other = api(signed_in("owner")), signed_in("manager")
    file = program.get(f"{AT}/{PHOTO_RELEASE}/files/en")
    assert file.headers["content-disposition"].endswith(f'"{PHOTO_RELEASE}.en.toml"')
    taken = program.post(f"{AT}/files", json={"file": file.text, "name": "release.toml"})
    assert (taken.status_code, taken.json()["is_draft"]) == (201, True)
    version = taken.json()["version"]
    assert program.delete(f"{AT}/{PHOTO_RELEASE}/draft?version={version}").status_code == 204
    broken = program.post(f"{AT}/files", json={"file": "key = 1", "name": "release.toml"})
    assert (broken.status_code, "release.toml" in broken.text) == (422, True)
    seen = ask(other, text, PHOTO_RELEASE)
    reworded = {**seen.contents["en"], "title": "Mine"}
    perform(other, save_draft, PHOTO_RELEASE, {**seen.contents, "en": reworded}, seen.line.version)
    assert program.post(f"{AT}/files", json={"file": file.text}).status_code == 409


def test_what_is_not_there_is_not_found_and_only_those_who_may_write(studio: House, api: Api) -> None:
    program, artist = api(signed_in("owner")), api(signed_in("artist"))
    assert program.get(f"{AT}/nothing/draft").status_code == 404
    assert program.get(f"{AT}/{PHOTO_RELEASE}/files/xx").status_code == 404
    assert program.post(f"{AT}/nothing/archive").status_code == 404
    assert program.post(f"{AT}/{PHOTO_RELEASE}/draft/publish", json={"version": 0}).status_code in (409, 422)
    assert program.post(AT, json={"title": " "}).status_code == 422
    for tried in (
        artist.post(AT, json={"title": "Mine"}),
        artist.post(f"{AT}/files", json={"file": "x"}),
        artist.post(f"{AT}/{PHOTO_RELEASE}/archive"),
        artist.delete(f"{AT}/{PHOTO_RELEASE}/draft?version=0"),
    ):
        assert tried.status_code == 403
    assert artist.get(f"{AT}/{PHOTO_RELEASE}/draft").status_code == 200
    assert api(None).get(f"{AT}/{PHOTO_RELEASE}/draft").status_code == 401
