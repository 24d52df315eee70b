"""Files as studios really have them: any separator, any letters, broken, huge or no table at all."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from studio.clients.importing import refusals
from studio.clients.importing.asking import look_apart
from studio.clients.importing.queries import import_lines
from studio.clients.queries import client_card, list_clients
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask
from tests.factories.imports import checked, imported
from tests.factories.people import signed_in

TEXT = "Name{0}Phone{0}City\nJoão Łukasz{0}+351912345678{0}Málaga\nBea{0}+351912345679{0}Köln\n"
PLAIN = "Name;Phone;City\nJoão;+351912345678;Málaga\nBea;+351912345679;Köln\n"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def workbook(*rows: list[object], title: str = "Clients") -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.title = title
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_separator_and_letters_are_found_out(studio: House, sign: str, letters: str) -> None:
    seen = look_apart(studio, TEXT.format(sign).encode(letters))
    assert seen["heads"] == ["Name", "Phone", "City"]
    assert seen["samples"][0] == ["João Łukasz", "Bea"]
    assert (seen["mapping"], seen["lines"]) == (["name", "phone", "address"], 2)


def test_letters_of_old_windows_are_found_out_too(owner: Actor) -> None:
    imported(owner, PLAIN.encode("cp1252"))
    assert ask(owner, client_card, "CL-0001").address == "Málaga"


def test_a_quoted_line_break_is_one_line_and_a_head_that_comes_twice_is_none(owner: Actor) -> None:
    done = imported(owner, b'sep=;\r\nName;Notes\r\nAna;"one\r\ntwo; ""three"""\r\nName;Notes\r\nBea;\r\n')
    assert (done.counts["made"], done.counts.get("wrong", 0)) == (2, 0)
    assert ask(owner, client_card, "CL-0001").notes == 'one\ntwo; "three"'


def test_a_workbook_is_read_as_people_see_it(owner: Actor) -> None:
    head: list[object] = ["First name", "Last name", "Phone", "Birthday", "Newsletter"]
    done = imported(owner, workbook(head, ["Ana", "Pereira", 351912345678.0, date(1990, 4, 23), True]))
    ana = ask(owner, client_card, "CL-0001")
    assert done.counts["made"] == 1
    assert (ana.name, ana.birth_date) == ("Ana Pereira", date(1990, 4, 23))
    assert ana.phone.endswith("351912345678")


def test_one_wrong_line_in_ten_thousand_is_named_and_the_others_are_whole(owner: Actor) -> None:
    lines = [f"Person {n},p{n}@example.com" for n in range(10_000)]
    lines[1_234] = "Person 1234,not an address"
    done = checked(owner, ("Name,E-mail\n" + "\n".join(lines)).encode())
    assert dict(done.counts) == {"new": 9_999, "wrong": 1}
    wrong = ask(owner, import_lines, done.id, "wrong")
    assert [(line.line, line.problems[0][0]) for line in wrong] == [(1_236, "email")]
    assert ask(owner, list_clients).total == 0


def test_a_number_a_spreadsheet_rounded_is_found_out(owner: Actor) -> None:
    done = checked(owner, b"Name,Phone\nAna,5.51199E+12\n")
    assert ask(owner, import_lines, done.id, "wrong")[0].problems[0][1] == refusals.PhoneIsRounded.sentence


def bomb(name: str = "xl/sharedStrings.xml", size: int = 200_000_000) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("[Content_Types].xml", "<Types/>")
        with box.open(name, "w", force_zip64=True) as member:
            for _ in range(size // 1_000_000):
                member.write(b" " * 1_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", refusals.FileIsEmpty),
        (b" \r\n;;\n", refusals.FileIsEmpty),
        (bytes(range(256)) * 40, refusals.FileIsNoTable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), refusals.FileIsLocked),
        (b"PK\x03\x04 nothing of the kind", refusals.FileIsUnreadable),
        (bomb(), refusals.FileUnpacksTooLarge),
        (b"Name\n" + b"A\n" * 250_002, refusals.TooManyLines),
        (b'Name,Notes\nAna,"' + b"x" * 200_000, refusals.LineIsEndless),
    ],
    ids=["empty", "blank", "binary", "old Excel", "no zip", "bomb", "too many lines", "endless"],
)
def test_what_is_no_list_of_clients_is_refused_with_what_to_do(
    studio: House, data: bytes, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        look_apart(studio, data)


WHOLE = {
    "Name": "Ana Pereira",
    "Gender": "woman, mostly",
    "Identity document": "Passport",
    "Number of the document": "X1234567",
    "Issued by": "Portugal",
    "Valid until": "30/04/31",
    "Brought by": "Bea",
    "Guardian": "Rita",
    "Guardian's relation": "mother",
    "Guardian's birth date": "01/02/1970",
    "Emergency contact's relation": "sister",
}


def test_a_file_may_tell_all_that_a_client_has(owner: Actor, studio: House) -> None:
    imported(owner, "\n".join(";".join(line) for line in (WHOLE, WHOLE.values())).encode())
    ana = ask(owner, client_card, "CL-0001")
    assert (ana.gender, ana.brought_by, ana.id_kind, ana.id_issuer) == ("woman, mostly", "Bea", "Passport", "Portugal")
    assert (ana.id_number, ana.id_expires) == ("••••4567", date(2031, 4, 30))
    assert (ana.guardian_relation, ana.guardian_birth_date) == ("mother", date(1970, 2, 1))
    assert ana.emergency_relation == "sister"


def test_a_wrong_separator_shows_in_what_the_columns_hold_and_is_mended(studio: House) -> None:
    told = {"kind": "csv", "encoding": "utf-8", "delimiter": ",", "head": True}
    assert look_apart(studio, PLAIN.encode(), told)["heads"] == ["Name;Phone;City"]
    assert look_apart(studio, PLAIN.encode(), {**told, "delimiter": ";"})["heads"] == ["Name", "Phone", "City"]


def test_letters_nobody_can_see_and_formulas_are_only_text(owner: Actor) -> None:
    imported(owner, b'Name,Notes\n"Ana\x00\x07",\'=1+1\n"\'+351 912",<img src=x onerror=alert(1)>\n')
    assert ask(owner, client_card, "CL-0001").name == "Ana"
    assert ask(owner, client_card, "CL-0001").notes == "=1+1"
    assert ask(owner, client_card, "CL-0002").name == "+351 912"
