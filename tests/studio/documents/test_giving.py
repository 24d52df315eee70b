"""Sheets clients take home: which edition, how, by whom; the code leads where it should and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studio.clients.actions import merge_clients
from studio.clients.queries import client_history
from studio.documents.drawing import draw
from studio.documents.papers import refusals
from studio.documents.papers.actions import publish_paper
from studio.documents.papers.client_file import print_client_file
from studio.documents.papers.giving import give_aftercare, open_given, show_again, take_back_aftercare
from studio.documents.papers.printing import document_of
from studio.documents.papers.queries import given_for_guest, given_to, paper_now
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Missing
from studio.kernel.time import Clock
from studio.kernel.work import ask, perform
from studio.staff.queries import guest_of_token
from studio.upkeep.actions import change_setting
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest, on_file
from tests.factories.papers import words_in
from tests.factories.people import signed_in
from tests.studio.messages.post_office import post_is_out, post_office, set_up_mail

SHEET = "aftercare-tattoo"
OTHER = {"en": {"title": "Look after it", "lead": "", "body": "Wash it."}}


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_who_was_given_what_stays_as_it_was_given(owner: Actor) -> None:
    ana = on_file(owner, language="pt-BR")
    artist = signed_in("artist")
    token, _ = perform(artist, give_aftercare, ana.id, SHEET)
    perform(owner, publish_paper, SHEET, OTHER, ["tattoo"], 0)
    [line] = ask(owner, given_to, ana.id)
    assert (line.title, line.number, line.language, line.how) == ("Cuidados com sua tatuagem", 1, "pt-BR", "phone")
    assert line.by_name == artist.name
    assert "documents.aftercare.give" in {event.action for event in ask(owner, client_history, ana.id)[0]}
    guest = guest_of_token(token, "paper")
    assert guest is not None
    paper, english = given_for_guest(guest), given_for_guest(guest, "en")
    assert paper is not None
    assert paper.title == "Cuidados com sua tatuagem"
    assert english is not None
    assert english.title == "Aftercare of your tattoo"
    assert perform(owner, give_aftercare, ana.id, SHEET, "en", "printed")[1].number == 2


def test_the_code_is_good_for_one_sheet_and_some_days(owner: Actor, studio: House) -> None:
    perform(owner, change_setting, "documents.given.days", 2)
    ana, ben = on_file(owner), on_file(owner, "Ben")
    token, given = perform(owner, give_aftercare, ana.id, SHEET)
    other, _ = perform(owner, give_aftercare, ben.id, "aftercare-piercing")
    guest, stranger = guest_of_token(token, "paper"), guest_of_token(other, "paper")
    assert guest is not None
    assert stranger is not None
    assert guest_of_token(token, "registration") is None
    with pytest.raises(Denied):
        perform(stranger.actor(), open_given, guest.id)
    perform(guest.actor(), open_given, guest.id)
    assert ask(owner, given_to, ana.id)[0].opened_at is not None
    assert ask(owner, given_to, ben.id)[0].opened_at is None
    again = perform(owner, show_again, given.id)
    spent, fresh = guest_of_token(token, "paper"), guest_of_token(again, "paper")
    assert spent is not None
    assert fresh is not None
    assert (given_for_guest(spent), fresh.living) == (None, True)
    studio.clock = Clock(lambda: datetime.now(UTC) + timedelta(hours=49))
    late = guest_of_token(again, "paper")
    assert late is not None
    assert given_for_guest(late) is None


def test_a_note_made_by_mistake_is_taken_back_and_its_code_with_it(owner: Actor, studio: House) -> None:
    ana = on_file(owner)
    token, given = perform(owner, give_aftercare, ana.id, SHEET)
    perform(owner, undo_act, newest(studio))
    [line] = ask(owner, given_to, ana.id)
    assert line.taken_back_at is not None
    guest = guest_of_token(token, "paper")
    assert guest is not None
    assert not guest.living
    with pytest.raises(Missing):
        perform(owner, show_again, given.id)
    perform(owner, take_back_aftercare, given.id)


@pytest.mark.parametrize(
    ("key", "how", "refusal"),
    [
        ("privacy", "phone", refusals.OnlySheetsAreGiven),
        ("nothing", "phone", refusals.PaperIsUnknown),
        (SHEET, "by pigeon", refusals.WayIsUnknown),
    ],
)
def test_what_cannot_be_given_is_refused(owner: Actor, key: str, how: str, refusal: type[Exception]) -> None:
    ana = on_file(owner)
    with pytest.raises(refusal):
        perform(owner, give_aftercare, ana.id, key, "", how)  # type: ignore[arg-type]  # what a program may send
    assert ask(owner, given_to, ana.id) == ()


def test_a_viewer_gives_nothing(owner: Actor) -> None:
    ana = on_file(owner)
    with pytest.raises(Denied):
        perform(signed_in("viewer"), give_aftercare, ana.id, SHEET)


def test_what_a_merged_file_was_given_is_found_with_the_one_kept(owner: Actor) -> None:
    kept, twin = on_file(owner, "Ana Pereira"), on_file(owner, "Ana Pereira")
    perform(owner, give_aftercare, twin.id, SHEET, "", "printed")
    perform(owner, merge_clients, kept.id, twin.id, {}, kept.version, twin.version)
    assert [line.key for line in ask(owner, given_to, kept.id)] == [SHEET]


def test_a_printed_sheet_has_the_studios_head_and_can_be_searched(owner: Actor, studio: House, tmp_path: Path) -> None:
    for key, value in {"studio.name": "Black Swan", "studio.address": "1 High Street"}.items():
        perform(owner, change_setting, key, value)
    drawn = draw(document_of(studio, ask(owner, paper_now, SHEET, "pt-BR"), studio.clock.now()))
    found = " ".join(words_in(drawn, tmp_path).split())
    for words in ("Black Swan", "1 High Street", "Cuidados com sua tatuagem", "Edição 1", "protetor solar fator 30"):
        assert words in found


def test_a_printed_file_shows_what_its_reader_may_see(owner: Actor, tmp_path: Path) -> None:
    ana = on_file(owner, phone="07700 900123", birth_date="1990-06-14")
    perform(owner, give_aftercare, ana.id, SHEET, "", "printed")
    code, document = perform(owner, print_client_file, ana.id)
    found = " ".join(words_in(draw(document), tmp_path).split())
    for words in (ana.code, "Ana Pereira", "14 June 1990", "+44 7700 900123", "Aftercare of your tattoo"):
        assert words in found
    assert code == ana.code
    with pytest.raises(Denied):
        perform(signed_in("viewer"), print_client_file, ana.id)


def test_by_email_the_whole_sheet_arrives_once_an_address_is_on_file(owner: Actor, studio: House) -> None:
    bare, ana = on_file(owner, "Bo"), on_file(owner, "Ana Pereira", email="ana@example.com", language="pt-BR")
    assert perform(owner, give_aftercare, bare.id, SHEET, how="email")[1].how == "email", "a note where none is sent"
    with post_office() as office:
        set_up_mail(office)
        with pytest.raises(refusals.EmailIsMissing):
            perform(owner, give_aftercare, bare.id, SHEET, how="email")
        token, given = perform(owner, give_aftercare, ana.id, SHEET, how="email")
        post_is_out(studio)
    (letter,) = office.arrived
    assert (token, given.language, letter["to"]) == ("", "pt-BR", "ana@example.com")
    assert given.title in letter["subject"]
    body = letter.get_body(("plain",))
    assert body is not None
    told = body.get_content()
    assert "Ana" in told
    assert "– " in told
    assert "# " not in told
    assert len(ask(owner, given_to, bare.id)) == 1
