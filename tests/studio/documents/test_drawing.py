"""Documents as they come out of the printer."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from studio.documents.drawing import Answer, Answers, Clause, Facts, Ink, Paragraph, Picture, Signature, draw
from studio.documents.drawing.faces import FOLDER, faces
from tests.factories.papers import consent, paper, scrawl, tool, words_in

NAMES = [
    *("Ana Pereira", "Łukasz Żółć", "Zoë", "Ελένη Παπαδοπούλου", "Анна Кузнецова", "عبد الله محمد", "علاء الدين"),
    *("שרה כהן", "日本語 山田太郎", "김민수", "देवनागरी क्षत्रिय", "ภาษาไทย กำลัง", "தமிழ்", "Հայերեն", "ქართული", "አማርኛ"),
    *("Nguyễn", "Z\u0335a\u0336go", "O'Brien-Smith"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_again_in_whatever_script_it_is_written(name: str, tmp_path: Path) -> None:
    pdf = draw(paper(Facts((("Legal name", name),)), Signature(name, "Client", "10:02", scrawl())))
    assert words_in(pdf, tmp_path).count(name) == 2


def test_every_name_has_a_face_of_ours_and_emoji_are_one_shape() -> None:
    from studio.documents.drawing.writing import Writer

    writer = Writer("en")
    for name in [*NAMES, "👩\u200d🎤", "🇧🇷"]:
        pieces = [piece for word in name.split() for piece in writer.pieces(word, False, (0,) * len(word))]
        assert all(piece.face and all(glyph.no for glyph in piece.glyphs) for piece in pieces), name
    [singer] = writer.pieces("👩\u200d🎤", False, (0, 0, 0))
    assert len([glyph for glyph in singer.glyphs if glyph.no > 0]) == 1


def test_what_no_face_has_shows_as_a_box_and_nothing_is_lost_around_it(tmp_path: Path) -> None:
    pdf = draw(paper(Paragraph("before \ue000\ud800\x00 after")))
    assert "before" in words_in(pdf, tmp_path)
    assert "after" in words_in(pdf, tmp_path)
    assert pdf != draw(paper(Paragraph("before  after")))


def test_markup_is_only_text(tmp_path: Path) -> None:
    payload = "<script>alert('x')</script> %PDF (a) \\) Tj ET {name} **bold**"
    assert payload in words_in(draw(paper(Facts((("Name", payload),)))), tmp_path).replace("\n", " ")


def test_nobody_turns_letters_around_with_hidden_marks(tmp_path: Path) -> None:
    assert "no consent" in words_in(draw(paper(Paragraph("\u202eno consent\u202c"))), tmp_path)


def test_arabic_lines_read_in_order(tmp_path: Path) -> None:
    words = "أقر بأنني قرأت هذا النص وفهمته ولا يمكن إزالته إلا بتكلفة"
    found = words_in(draw(paper(Clause("1", "الإجراء", words, scrawl()), language="ar")), tmp_path)
    assert words in found.replace("\n", " ")


def test_another_program_finds_the_file_sound(tmp_path: Path) -> None:
    tool("qpdf")
    file = tmp_path / "consent.pdf"
    file.write_bytes(draw(consent("عبد الله 日本語 देव 👩\u200d🎤")))
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "No syntax or stream encoding errors" in checked.stdout


def test_every_page_says_which_it_is(tmp_path: Path) -> None:
    found = words_in(draw(consent()), tmp_path)
    assert "Page 1 of 3" in found
    assert "Page 3 of 3" in found
    assert found.count("CS-0001 · Version 7") == 3
    assert "ab" * 32 in found


def test_the_foot_speaks_the_language_of_the_document(tmp_path: Path) -> None:
    assert "Página 1 de 1" in words_in(draw(paper(Paragraph("x"), language="pt-BR")), tmp_path)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert draw(consent()) == draw(consent())
    assert draw(consent()) != draw(consent("Ana Pereirа"))  # the last letter is Cyrillic


def test_ink_is_drawn_as_lines_never_as_a_picture() -> None:
    signed, unsigned = (draw(paper(Signature("Ana", "Client", "10:02", ink))) for ink in (scrawl(), None))
    assert len(signed) > len(unsigned)
    assert b"/Subtype /Image" not in signed


@pytest.mark.parametrize(
    "ink",
    [
        Ink(0, 0, (((1, 1, 0, None),),)),
        Ink(600, 200, ()),
        Ink(600, 200, ((),)),
        Ink(600, 200, (((5.0, 5.0, 0, None),),)),
        Ink(600, 200, (((float("nan"), 5.0, 0, float("inf")), (1e300, -1e300, 0, -5.0)),)),
        scrawl(1, 100_000),
    ],
    ids=["no pad", "no stroke", "empty stroke", "dot", "nonsense", "far too much"],
)
def test_any_ink_can_be_drawn(ink: Ink) -> None:
    assert len(draw(paper(Signature("Ana", "Client", "10:02", ink)))) < 400_000


def test_pictures_and_logos_are_shown_and_broken_ones_leave_a_frame() -> None:
    png = BytesIO()
    Image.new("RGBA", (40, 20), (200, 0, 0, 128)).save(png, "PNG")
    letterhead = replace(paper().letterhead, logo=png.getvalue())
    assert b"/Subtype /Image" in draw(replace(paper(Picture(png.getvalue(), "Stencil")), letterhead=letterhead))
    assert b"/Subtype /Image" not in draw(paper(Picture(b"\x89PNG nothing")))


def test_long_words_and_long_values_stay_on_the_paper(tmp_path: Path) -> None:
    long = "Donaudampfschifffahrt" * 60
    document = paper(
        Facts((("Name", long), ("B", long)), abreast=True),
        Facts((("Name", long * 4),)),
        Answers((Answer(long, "Yes", long * 3),)),
        Signature(long, long, long, scrawl()),
        Signature(long, long, long, scrawl()),
        title=long,
        studio=long,
    )
    found = words_in(draw(document), tmp_path).replace("\n", "")
    assert found.count("Donaudampfschifffahrt") >= 60 * 16


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_drawn(text: str) -> None:
    blocks = (
        Clause(text, text, text, None, text),
        Facts(((text, text),), abreast=True),
        Answers((Answer(text, text, text),)),
    )
    assert draw(paper(*blocks, Signature(text, text, text, None), title=text, studio=text)).startswith(b"%PDF")


def test_typefaces_come_with_their_licence_and_within_their_room() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text("utf-8")
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 40 * 1024 * 1024
    named = {face.name for bold in (False, True) for face in faces(bold)}
    assert {file.stem for file in FOLDER.glob("*.ttf")} == named
