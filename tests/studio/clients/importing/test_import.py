"""A file becomes clients: all at once, one entry in the journal, found like anybody, and taken back as one."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from sqlalchemy import func, select

from storage.table import columns_of
from studio.clients.actions import merge_clients
from studio.clients.importing import refusals
from studio.clients.importing.actions import drop_import, map_import, tidy_import, undo_import
from studio.clients.importing.queries import import_lines, list_imports, one_import
from studio.clients.importing.running import begin_import, call_off, wait
from studio.clients.importing.telling import FILLS, digest
from studio.clients.models import ConsentTick
from studio.clients.queries import client_card, client_history, find_clients, list_clients
from studio.kernel.actor import Actor
from studio.kernel.changes import SECRET
from studio.kernel.history import events
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry, verify
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask, perform
from studio.staff.actions import change_user, lock_sign_in, sign_out_everywhere
from tests.factories.clients import on_file
from tests.factories.imports import brought, checked, imported, made_findable
from tests.factories.people import id_of, signed_in

FILE = (
    "Name;Telefone;E-mail;Data de nascimento;Endereço;Etiquetas;Idioma;Observações;Newsletter\n"
    'Ana Pereira;+351 912 345 678;ana@example.com;23/04/1990;"Rua A, 1\nPorto";vip, blackwork;pt-BR;Likes tea;sim\n'
    "João Łucas;;joao@example.com;1988-12-31;;;português;;não\n"
    "Zoë O'Neil;;;;;;;;\n"
).encode()
TICK = columns_of(ConsentTick).c


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def entries(studio: House) -> int:
    with studio.db.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(JournalEntry)) or 0)


def test_a_file_becomes_clients_with_one_entry_in_the_journal(owner: Actor, studio: House) -> None:
    before = entries(studio)
    done = imported(owner, FILE)
    assert (done.state, done.trouble) == ("done", "")
    assert dict(done.counts) == {"new": 3, "made": 3, "filled": 0, "left_out": 0}
    assert entries(studio) == before + 1
    with studio.db.reading() as connection:
        told, _ = events(connection, studio, action="clients.client.import")
        assert verify(connection, studio.derive("journal"), []) is None
    assert told[0].facts[0]["file_hash"] == done.file_hash
    assert studio.files.read(told[0].facts[0]["file_id"]) == FILE


def test_they_are_whole_and_found_like_anybody(owner: Actor, studio: House) -> None:
    imported(owner, FILE)
    ana = ask(owner, client_card, "CL-0001")
    assert (ana.name, ana.phone, ana.email) == ("Ana Pereira", "+351912345678", "ana@example.com")
    assert (str(ana.birth_date), ana.tags, ana.language) == ("1990-04-23", ["blackwork", "vip"], "pt-BR")
    assert ana.address == "Rua A, 1\nPorto"
    assert [hit.code for hit in ask(owner, find_clients, "912345")] == ["CL-0001"]
    assert [hit.code for hit in ask(owner, find_clients, "cl-0003")] == ["CL-0003"]
    assert [hit.title for hit in ask(owner, find_clients, "lucas")] == ["João Łucas"]
    assert ask(owner, list_clients, tag="vip").total == 1
    told, _ = ask(owner, client_history, ana.id)
    assert [event.action for event in told] == ["clients.client.import"]
    with studio.db.reading() as connection:
        ticks = connection.execute(select(TICK.kind, TICK.given, TICK.wording).order_by(TICK.id)).all()
    assert [tuple(tick) for tick in ticks] == [("marketing", True, "Newsletter"), ("marketing", False, "Newsletter")]


def test_nobody_is_found_before_all_are_on_file(owner: Actor) -> None:
    from studio.clients.importing.actions import import_clients, start_import

    import_id = checked(owner, FILE).id
    perform(owner, start_import, import_id, "skip")
    for _ in made_findable(owner, import_id):
        assert ask(owner, find_clients, "pereira") == []
    assert ask(owner, list_clients).total == 0
    perform(owner, import_clients, import_id)
    assert ask(owner, list_clients).total == 3


def test_who_is_on_file_is_left_filled_or_filed_again_as_chosen(owner: Actor) -> None:
    known = on_file(owner, "Ana Pereira", email="ana@example.com", notes="On file since long ago")
    assert dict(checked(owner, FILE).counts) == {"new": 2, "same": 1}
    left = imported(owner, FILE)
    assert (left.counts["made"], left.counts["left_out"]) == (2, 1)
    assert ask(owner, client_card, known.code).phone == ""
    filled = imported(owner, FILE, "fill")
    assert (filled.counts["made"], filled.counts["filled"]) == (0, 1)
    ana = ask(owner, client_card, known.code)
    assert (ana.phone, ana.notes, ana.tags) == ("+351912345678", "On file since long ago", ["blackwork", "vip"])
    assert [hit.code for hit in ask(owner, find_clients, "912345678")] == [known.code]
    told, _ = ask(owner, client_history, known.id)
    assert told[0].changes[0]["before"]["phone"] == ""
    assert (told[0].changes[0]["after"]["tags"], len(told[0].changes)) == (["blackwork", "vip"], 1)
    assert imported(owner, FILE, "new").counts["made"] == 3


def test_what_was_filled_in_stands_in_rows_that_the_entry_seals(owner: Actor, studio: House) -> None:
    for number in range(3):
        on_file(owner, f"Person {number}", email=f"p{number}@example.com")
    told = "".join(f"Person {n},p{n}@example.com,Notes of {n},X{n}234567\n" for n in range(3))
    done = imported(owner, f"Name,E-mail,Notes,ID number\n{told}".encode(), "fill")
    with studio.db.reading() as connection:
        [entry], _ = events(connection, studio, action="clients.client.import")
        rows = connection.execute(select(FILLS).where(FILLS.c.import_id == done.id).order_by(FILLS.c.line)).all()
    [sealed] = [change["after"] for change in entry.changes if change["table"] == FILLS.name]
    assert sealed == {"count": 3, "digest": sha256("".join(row.digest for row in rows).encode()).hexdigest()}
    assert [row.digest for row in rows] == [digest(row.salt, row.told) for row in rows]
    assert json.loads(rows[1].told)["after"] == {"id_number": SECRET, "notes": "Notes of 1"}


def test_wrong_lines_are_left_out_and_say_why(owner: Actor) -> None:
    file = b"Name,Phone,Birthday\nAna,12,1990-01-01\n,,\n  ,+351912345678,29/02/2023\nBea,,\nCid,,,extra\n"
    done = imported(owner, file + b"Name,Phone,Birthday\n")
    assert (done.counts["made"], done.counts["wrong"]) == (1, 3)
    wrong = {line.line: {field for field, *_ in line.problems} for line in ask(owner, import_lines, done.id, "wrong")}
    assert wrong == {2: {"phone"}, 4: {"name", "birth_date"}, 6: {""}}


def test_the_same_person_twice_in_a_file_is_one(owner: Actor) -> None:
    done = imported(owner, b"name,email\nAna,ana@example.com\nAna,ana@example.com\nAna,other@example.com\n")
    assert (done.counts["made"], done.counts["twice"]) == (2, 1)


def test_a_family_name_before_a_comma_goes_last(owner: Actor) -> None:
    names = ("Çelik, Ayşe", "Ayşe Çelik", "Sammy Davis, Jr.", "Wood, Ann, Miss", ", Bo")
    view = checked(owner, ("Name;Phone\n" + "".join(f"{name};0176 5551234\n" for name in names)).encode())
    assert view.counts["twice"] == 1
    lines = ask(owner, import_lines, view.id, "new")
    assert [line.name for line in lines] == ["Ayşe Çelik", *names[2:]]


def test_what_linework_wrote_itself_keeps_its_commas(owner: Actor) -> None:
    view = checked(owner, b"Code;Name\nCL-0001;Corner Shop, London\n")
    assert [line.name for line in ask(owner, import_lines, view.id, "new")] == ["Corner Shop, London"]


def test_an_import_is_taken_back_as_one(owner: Actor, studio: House) -> None:
    mine = on_file(owner, "Mine")
    done = imported(owner, FILE)
    before = entries(studio)
    assert perform(owner, undo_import, done.id) == 3
    assert entries(studio) == before + 1
    assert [row.code for row in ask(owner, list_clients).items] == [mine.code]
    assert ask(owner, find_clients, "pereira") == []
    assert ask(owner, list_clients, archived=True, q="pereira").total == 1
    with pytest.raises(refusals.ImportIsOver):
        perform(owner, undo_import, done.id)


def test_who_was_on_file_before_stays_when_an_import_they_became_one_with_is_taken_back(owner: Actor) -> None:
    before = on_file(owner, "Ana P.", phone="+351912345678")
    done = imported(owner, FILE.replace(b"+351 912 345 678", b""))
    ana, joao = (ask(owner, list_clients, q=name).items[0] for name in ("Ana Pereira", "Lucas"))
    perform(owner, merge_clients, ana.id, before.id, {}, ana.version, before.version)
    perform(owner, merge_clients, joao.id, ask(owner, list_clients, q="Zo").items[0].id, {"name": "ours"}, 1, 1)
    assert perform(owner, undo_import, done.id) == 1
    assert [row.name for row in ask(owner, list_clients).items] == ["Ana Pereira"]


def test_numbers_of_an_import_that_is_let_go_are_given_to_the_next(owner: Actor, studio: House) -> None:
    from studio.clients.importing.actions import start_import

    import_id = checked(owner, FILE).id
    perform(owner, start_import, import_id, "skip")
    next(made_findable(owner, import_id))
    perform(owner, drop_import, import_id)
    while perform(owner, tidy_import, import_id):
        pass
    assert ask(owner, list_imports) == []
    assert list(studio.files.ids()) == []
    assert on_file(owner, "Next").code == "CL-0001"


def test_a_stopped_import_goes_on_where_it_was(owner: Actor) -> None:
    from studio.clients.importing.actions import start_import

    import_id = checked(owner, FILE).id
    perform(owner, start_import, import_id, "skip")
    next(made_findable(owner, import_id))
    assert ask(owner, list_clients).total == 0
    begin_import(owner, import_id)
    wait(import_id)
    assert [row.code for row in ask(owner, list_clients, sort="code").items] == ["CL-0001", "CL-0002", "CL-0003"]


def test_whoever_stops_an_import_finds_nobody_on_file_and_can_go_on(owner: Actor) -> None:
    lines = "\n".join(f"Person {n},p{n}@example.com" for n in range(2_000))
    import_id = checked(owner, f"Name,E-mail\n{lines}".encode()).id
    begin_import(owner, import_id, "skip")
    call_off(owner, import_id)
    wait(import_id)
    stopped = ask(owner, one_import, import_id)
    assert (stopped.state, stopped.trouble) == ("running", refusals.ImportIsCalledOff.sentence)
    assert ask(owner, list_clients).total == 0
    begin_import(owner, import_id)
    wait(import_id)
    assert ask(owner, list_clients).total == 2_000


@pytest.mark.parametrize("leave", ["lock", "sign out"])
def test_an_import_goes_on_whoever_locks_the_desk_or_goes_home(owner: Actor, leave: str) -> None:
    lines = "\n".join(f"Person {n},p{n}@example.com" for n in range(1_200))
    import_id = checked(owner, f"Name,E-mail\n{lines}".encode()).id
    begin_import(owner, import_id, "skip")
    if leave == "lock":
        perform(owner, lock_sign_in)
    else:
        perform(owner, sign_out_everywhere, id_of(owner))
    wait(import_id)
    colleague = signed_in("manager")
    assert ask(colleague, one_import, import_id).state == "done"
    assert ask(colleague, list_clients).total == 1_200
    with pytest.raises(SignedOut):
        perform(owner, undo_import, import_id)


def test_an_import_stops_with_whoever_may_bring_clients_in_no_more(owner: Actor) -> None:
    manager = signed_in("manager")
    lines = "\n".join(f"Person {n},p{n}@example.com" for n in range(1_200))
    import_id = checked(manager, f"Name,E-mail\n{lines}".encode()).id
    begin_import(manager, import_id, "skip")
    perform(owner, change_user, id_of(manager), active=False)
    wait(import_id)
    assert ask(owner, one_import, import_id).state == "running"
    assert ask(owner, list_clients).total == 0


def test_a_name_is_needed_and_no_field_may_be_two_columns(owner: Actor) -> None:
    import_id = brought(owner, b"a,b\n1,2\n")
    with pytest.raises(refusals.NoColumnIsTheName):
        perform(owner, map_import, import_id, ["phone", ""], "dmy")
    with pytest.raises(refusals.FieldIsTwice):
        perform(owner, map_import, import_id, ["name", "name"], "dmy")
    with pytest.raises(refusals.ReadingIsUnknown):
        perform(owner, map_import, import_id, ["name", "salary"], "dmy")
