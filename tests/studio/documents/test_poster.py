"""The sign at the door: one page in each size, with words that can be read and a code that a camera reads."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import cv2
import pytest
from PIL import Image

from studio.documents.drawing.document import Letterhead
from studio.documents.drawing.poster import Poster, Saying, draw_poster
from tests.factories.papers import tool, words_in

ADDRESS = "http://192.168.178.120:8081/join?p=x7k2m9"


def poster(paper: str = "A4", name: str = "Black Heron Tattoo", logo: bytes | None = None) -> Poster:
    line = "In the studio's Wi-Fi, scan this with your camera.\nNo phone? Ask at the desk."
    sayings = (Saying("en", "Welcome! Register here", line), Saying("pt-BR", "Boas-vindas! Cadastre-se aqui", line))
    made = datetime(2026, 11, 21, tzinfo=UTC)
    return Poster(Letterhead(name, logo=logo), ADDRESS, ADDRESS[7:], sayings, "Wi-Fi: Heron guests", made, paper)


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_camera_reads_the_printed_code(paper: str, tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    file.write_bytes(draw_poster(poster(paper)))
    tool("pdftoppm")
    subprocess.run(["pdftoppm", "-r", "72", "-png", str(file), str(tmp_path / "page")], check=True)
    [page] = tmp_path.glob("page*.png")
    seen = cv2.imread(str(page))
    assert seen is not None
    assert cv2.QRCodeDetector().detectAndDecode(seen)[0] == ADDRESS


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_every_word_of_it_stands_on_the_one_page(paper: str, tmp_path: Path) -> None:
    words = words_in(draw_poster(poster(paper)), tmp_path)
    for part in ("Black Heron Tattoo", "Welcome! Register here", "Cadastre-se aqui", "Wi-Fi: Heron guests"):
        assert part in words
    assert ADDRESS[7:] in words
    assert words.count("\f") <= 1


def test_a_long_name_and_a_logo_of_any_shape_fit(tmp_path: Path) -> None:
    drawn = BytesIO()
    Image.new("RGBA", (900, 60), "black").save(drawn, "PNG")
    name = "The Wonderfully Long Name Of A Tattoo Studio In Rotterdam & Co"
    words = " ".join(words_in(draw_poster(poster("A5", name, drawn.getvalue())), tmp_path).split())
    assert name in words


def test_the_same_poster_gives_the_same_bytes() -> None:
    assert draw_poster(poster()) == draw_poster(poster())
