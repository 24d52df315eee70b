"""Privacy at desks: what is due, a hold, a person's file to take away, and erasing them from their page."""

from __future__ import annotations

import json
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest

from pages.privacy.breach import written
from pages.privacy.paper import zipped
from studio.clients.actions import decline_registration, record_health, view_health
from studio.extension.registry import registry
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy import refusals
from studio.privacy.actions import erase_person, make_person_file, place_hold, read_person_file, take_views_out
from studio.privacy.gathering import in_the_file
from studio.privacy.progress import Progress
from studio.privacy.queries import views_between, views_of
from tests.factories import clock, consents
from tests.factories.attached import LETTER, attached, office
from tests.factories.clients import on_file, sent
from tests.factories.hostile_papers import good_paper
from tests.factories.people import signed_in
from tests.pages.desks import Open


async def test_the_office_sees_what_is_due_who_is_held_and_how_long_things_are_kept(
    studio: House, open_at: Open
) -> None:
    client = on_file(signed_in("owner"))
    perform(signed_in("owner"), decline_registration, sent().id, "joke")
    perform(signed_in("owner"), place_hold, client.id, "A claim of the insurer")
    clock.later(studio).wait(days=366)
    owner = await open_at(signed_in("owner"), "/privacy")
    await owner.should_see("Forms sent")
    await owner.should_see("A claim of the insurer")
    await owner.should_see("End these records")
    await owner.should_see("Signed consents of minors")
    manager = await open_at(signed_in("manager"), "/privacy")
    await manager.should_see("Forms sent")
    await manager.should_not_see("End these records")


async def test_a_clients_page_tells_what_would_go_and_then_that_they_are_erased(studio: House, open_at: Open) -> None:
    client = on_file(signed_in("owner"))
    owner = await open_at(signed_in("owner"), f"/clients/{client.code}?tab=privacy")
    await owner.should_see("Erase this person")
    await owner.should_see("Hold back")
    perform(signed_in("owner"), place_hold, client.id, "A claim of the insurer")
    await owner.should_see("A claim of the insurer")
    await owner.should_not_see("Erase this person")


def test_a_persons_file_holds_every_personal_column_and_every_picture(studio: House) -> None:
    client = consents.adult("Ana Pereira", notes="afraid of needles")
    perform(signed_in("artist"), record_health, client.id, {"allergies": {"answer": True, "detail": "latex"}})
    consents.packet(client)
    owner = signed_in("owner")
    for data in (LETTER, office("word/document.xml"), office("xl/workbook.xml"), good_paper()):
        attached(owner, client, data=data)
    request = perform(owner, make_person_file, client.id)
    code, parts = perform(owner, read_person_file, request.id)
    progress = Progress()
    packed = b"".join(zipped(studio, code, parts, progress))
    assert progress.done == progress.total == 2 + sum(len(part.files) for part in parts)
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert archive.read("CL-0001.pdf").startswith(b"%PDF")
        told = json.loads(archive.read("CL-0001.json"))["data"]
        files = [name for name in archive.namelist() if name.startswith("files/attachment")]
    assert sorted(name.rpartition(".")[2] for name in files) == ["docx", "pdf", "txt", "xlsx"]
    for holding in registry().holdings():
        if in_the_file(holding) and holding.table.name in told:
            assert set(told[holding.table.name][0]) == set(holding.personal), holding.table.name
    assert {"client", "health_answer", "consent_part", "consent_packet", "journal_values"} <= set(told)
    assert told["client"][0]["notes"] == "afraid of needles"
    assert "latex" in json.dumps(told["health_answer"])


def test_it_is_only_for_whoever_asked_and_only_for_a_while(studio: House) -> None:
    client = on_file(signed_in("owner"))
    owner = signed_in("owner")
    request = perform(owner, make_person_file, client.id)
    with pytest.raises(refusals.FileIsGone):
        perform(signed_in("manager"), read_person_file, request.id)
    clock.later(studio).wait(minutes=11)
    with pytest.raises(refusals.FileIsGone):
        perform(owner, read_person_file, request.id)


def test_who_looked_is_told_also_after_somebody_was_erased(studio: House) -> None:
    client = on_file(signed_in("owner"))
    began = studio.clock.now()
    artist = signed_in("artist")
    perform(artist, view_health, client.id)
    perform(artist, view_health, client.id)
    perform(signed_in("owner"), erase_person, client.id, client.code)
    (line,) = ask(signed_in("owner"), views_of, client.id)
    assert (line.who, line.what, line.times) == (artist.name, "Health answers", 2)
    found = ask(signed_in("owner"), views_between, began, studio.clock.now() + timedelta(hours=1))
    assert [one.code for one in found] == [client.code]
    with pytest.raises(refusals.TimeIsUnclear):
        perform(signed_in("owner"), take_views_out, began, began)
    taken = perform(signed_in("owner"), take_views_out, began, studio.clock.now() + timedelta(hours=1))
    assert b"Health answers,CL-0001" in written(["Who"], taken)
