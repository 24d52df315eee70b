"""Clients: put on file, mended, archived, restored."""

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from studio.clients import refusals
from studio.clients.actions import archive_client, create_client, edit_client, restore_client
from studio.clients.facts import ClientCreated, ClientEdited
from studio.clients.queries import client_card, find_clients, list_clients, tags_in_use
from studio.kernel.house import House
from studio.kernel.refusal import Invalid, Missing, Stale
from studio.kernel.settings import SettingRow
from studio.kernel.work import Work, action, ask, perform
from tests.factories.clients import counted_statements, on_file
from tests.factories.people import signed_in


def test_a_name_is_enough_and_the_client_is_found_by_any_part_of_it(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner, "Zoë Ångström-Łuczak")
    assert (client.code, client.version) == ("CL-0001", 1)
    for fragment in ("zoe", "STROM", "lucz", "cl-0001", "oë", "z"):
        assert [hit.id for hit in ask(owner, find_clients, fragment)] == [client.id], fragment


def test_a_client_is_found_by_phone_as_dialled_at_home_and_abroad(studio: House) -> None:
    owner = signed_in()
    perform_settings(studio, "GB")
    client = on_file(owner, phone="07700 900412", email="ana@example.com")
    assert client.phone == "+447700900412"
    for fragment in ("07700 900", "+44 7700", "900412", "0041", "(0)7700 900412", "ana@exa"):
        assert [hit.id for hit in ask(owner, find_clients, fragment)] == [client.id], fragment


def test_numbers_have_no_gap_after_a_refusal(studio: House) -> None:
    owner = signed_in()
    on_file(owner)

    def refuse(work: object, fact: ClientCreated) -> None:
        raise refusals.TextIsExpected

    studio.bus.within(ClientCreated, refuse)
    with pytest.raises(refusals.TextIsExpected):
        on_file(owner)
    studio.bus._within.clear()
    assert on_file(owner).code == "CL-0002"


def test_many_desks_at_once_never_share_a_code(studio: House) -> None:
    owner = signed_in()
    codes: list[str] = []

    def work() -> None:
        codes.extend(on_file(owner, f"Client {number}").code for number in range(5))

    desks = [threading.Thread(target=work) for _ in range(8)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert sorted(codes) == [f"CL-{number:04d}" for number in range(1, 41)]


def test_an_edit_changes_what_it_names_and_tells_so(studio: House) -> None:
    owner = signed_in()
    heard: list[ClientEdited] = []
    client = on_file(owner, tags=["vip"], notes="likes tea")
    studio.bus.after(ClientEdited, heard.append)
    edited = perform(owner, edit_client, client.id, {"name": "Ana Castelão", "tags": ["cover-up"]}, client.version)
    assert (edited.version, edited.notes) == (2, "likes tea")
    assert [fact.fields for fact in heard] == [("name", "tags")]
    assert ask(owner, find_clients, "castelao")
    assert not ask(owner, find_clients, "pereira")
    assert ask(owner, tags_in_use) == ["cover-up"]


def test_an_edit_that_changes_nothing_leaves_no_trace(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner, tags=["vip"])
    assert perform(owner, edit_client, client.id, {"name": "Ana Pereira ", "tags": ["VIP"]}, 1).version == 1


def test_saving_over_a_colleague_shows_what_stands_now(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner)
    perform(owner, edit_client, client.id, {"notes": "first"}, 1)
    with pytest.raises(Stale) as stale:
        perform(owner, edit_client, client.id, {"notes": "second"}, 1)
    assert stale.value.current.notes == "first"  # type: ignore[attr-defined]
    assert ask(owner, client_card, "CL-0001").notes == "first"


def test_an_archived_client_leaves_list_and_search_and_comes_back_whole(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner, tags=["vip"])
    perform(owner, archive_client, client.id)
    perform(owner, archive_client, client.id)
    assert not ask(owner, find_clients, "ana")
    assert ask(owner, list_clients).total == 0
    assert [row.code for row in ask(owner, list_clients, archived=True, q="ana", tag="vip").items] == ["CL-0001"]
    with pytest.raises(refusals.ClientIsArchived):
        perform(owner, edit_client, client.id, {"notes": "x"}, 2)
    perform(owner, restore_client, client.id)
    assert ask(owner, find_clients, "ana")
    assert ask(owner, list_clients, archived=True).total == 0


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 500])
def test_a_bad_name_stores_nothing(studio: House, name: str) -> None:
    owner = signed_in()
    with pytest.raises(Invalid) as refused:
        on_file(owner, name)
    assert set(refused.value.fields) == {"name"}
    assert ask(owner, list_clients).total == 0


@pytest.mark.parametrize(
    "name",
    ["O'Neil\"; DROP TABLE client;--", "<img src=x onerror=alert(1)>", "日本語", "العربية", "👩‍🎤 Mo", "100% _ *"],
)
def test_a_strange_name_is_stored_literally_and_found(studio: House, name: str) -> None:
    owner = signed_in()
    on_file(owner, name)
    assert ask(owner, client_card, "CL-0001").name == name
    assert [hit.title for hit in ask(owner, find_clients, name)] == [name]


def test_a_minor_needs_a_guardian_on_file_too(studio: House) -> None:
    owner = signed_in()
    born = studio.clock.today("UTC").replace(day=1)
    young = born.replace(year=born.year - 15).isoformat()
    with pytest.raises(Invalid) as refused:
        on_file(owner, birth_date=young)
    assert set(refused.value.fields) == {"guardian_name"}
    client = on_file(owner, birth_date=young, guardian_name="Rui Pereira")
    with pytest.raises(Invalid):
        perform(owner, edit_client, client.id, {"guardian_name": ""}, 1)
    assert ask(owner, client_card, client.code).minor


def test_an_unknown_client_is_missing(studio: House) -> None:
    owner = signed_in()
    with pytest.raises(Missing):
        ask(owner, client_card, "CL-0404")
    with pytest.raises(Missing):
        perform(owner, archive_client, owner.id)  # type: ignore[arg-type]


def test_who_turns_eighteen_today_goes_by_the_date_on_the_studios_wall(studio: House) -> None:
    owner = signed_in()
    studio.clock.read = lambda: datetime(2026, 6, 14, 22, 30, tzinfo=UTC)
    perform_settings(studio, zone="Europe/London")
    with pytest.raises(Invalid):
        on_file(owner, birth_date="2008-06-15")
    perform_settings(studio, zone="Europe/Berlin")
    assert on_file(owner, birth_date="2008-06-15").code == "CL-0001"


def test_a_client_costs_one_commit(studio: House) -> None:
    owner = signed_in()
    on_file(owner)
    commits: list[object] = []
    event.listen(studio.db.engine, "commit", commits.append)
    with counted_statements(studio) as statements:
        on_file(owner, phone="+447700900412", email="ana@example.com", tags=["vip"])
    assert len(commits) == 1
    assert len(statements) <= 14


def perform_settings(place: House, country: str = "", zone: str = "UTC") -> None:
    with place.db.writing() as session:
        session.merge(SettingRow(key="studio.country", value=country))
        session.merge(SettingRow(key="studio.zone", value=zone))
    place.settings.forget()


def test_create_joins_an_open_act(studio: House) -> None:
    @action("story.two", needs="clients.client.edit")
    def two(work: Work) -> list[str]:
        return [create_client(work, {"name": "One"}).code, create_client(work, {"name": "Two"}).code]

    assert perform(signed_in(), two) == ["CL-0001", "CL-0002"]
