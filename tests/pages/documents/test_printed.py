"""Whatever is printed carries the studio's name and logo, and its words can be searched."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pages.clients.pdf_file import pdf_of
from pages.clients.poster import poster_of_today
from studio.clients.actions import merge_clients
from studio.clients.queries import client_card, list_clients
from studio.consent.actions import open_paper
from studio.consent.drawer import drawer
from studio.documents.drawing import draw
from studio.documents.drawing.poster import draw_poster
from studio.documents.papers.client_file import print_client_file
from studio.documents.papers.printing import document_of
from studio.documents.papers.queries import paper_now
from studio.documents.queries import documents_of
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from studio.upkeep.logo import keep_logo
from tests.factories.clients import on_file
from tests.factories.consents import adult, packet
from tests.factories.papers import tool, words_in
from tests.factories.people import signed_in

NAME, STREET = "North Quay Tattoo", "4 North Quay"


@pytest.fixture
def owner(studio: House) -> Actor:
    owner = signed_in("owner")
    picture = BytesIO()
    Image.effect_noise((300, 100), 90).convert("RGB").save(picture, "png")
    told = {"studio.name": NAME, "studio.address": STREET, "studio.logo": keep_logo(studio, picture.getvalue())}
    for key, value in told.items():
        perform(owner, change_setting, key, value)
    return owner


def pictures_in(pdf: bytes, folder: Path) -> int:
    tool("pdfimages")
    file = folder / "pictures.pdf"
    file.write_bytes(pdf)
    return len(subprocess.run(["pdfimages", "-list", str(file)], capture_output=True, check=True).stdout.splitlines())


def test_every_pdf_has_the_letterhead_and_can_be_searched(studio: House, owner: Actor, tmp_path: Path) -> None:
    ana = adult("Ana Pereira")
    kept = packet(ana)
    drawer.settle()
    sheet = ask(owner, paper_now, "aftercare-tattoo", "en")
    printed = {
        "consent": (perform(owner, open_paper, kept.code)[1], "Ana Pereira"),
        "aftercare sheet": (draw(document_of(studio, sheet, studio.clock.now())), sheet.title),
        "client file": (draw(perform(owner, print_client_file, ana.id)[1]), "Ana Pereira"),
        "list of clients": (pdf_of(ask(owner, list_clients).items), "Ana Pereira"),
    }
    for what, (pdf, word) in printed.items():
        text = " ".join(words_in(pdf, tmp_path).split())
        assert (NAME in text, STREET in text, word in text) == (True, True, True), what
        assert pictures_in(pdf, tmp_path) > 2, what
    poster = draw_poster(poster_of_today("A4"))
    assert NAME in words_in(poster, tmp_path)
    assert pictures_in(poster, tmp_path) > 2


def test_what_a_merged_client_signed_is_listed_and_printed_with_the_one_who_stays(owner: Actor, tmp_path: Path) -> None:
    kept, other = on_file(owner, "Ana Pereira"), adult("Ana Pereyra")
    signed = packet(other)
    drawer.settle()
    now = ask(owner, client_card, other.code).version
    perform(owner, merge_clients, kept.id, other.id, {}, kept.version, now)
    assert [line.title for line in ask(owner, documents_of, Subject("client", kept.id))] == [signed.code]
    _, document = perform(owner, print_client_file, kept.id)
    assert signed.code in words_in(draw(document), tmp_path)
