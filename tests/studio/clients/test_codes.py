"""QR codes of clients: ours open a file, everything else is only text."""

import threading
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from studio.clients import refusals
from studio.clients.camera import Camera
from studio.clients.card_print import card_pdf
from studio.clients.codes import ForeignCode, OwnCode, code_text, qr_png, qr_svg, recognise
from studio.clients.queries import scanned
from studio.clients.reader import read_code
from studio.kernel.house import House
from studio.kernel.work import ask
from tests.factories.clients import on_file
from tests.factories.people import signed_in


def test_a_printed_code_is_read_and_recognised(studio: House) -> None:
    text = code_text(studio, "CL-0042")
    assert read_code(qr_png(text)) == text
    assert recognise(studio, text) == recognise(studio, f" {text.lower()}\n") == OwnCode("CL-0042")
    assert qr_svg(text).startswith("<svg")


@pytest.mark.parametrize("spoil", ["blur", "turn", "large", "small", "dark"])
def test_a_code_on_a_poor_photo_is_read(studio: House, spoil: str) -> None:
    text = code_text(studio, "CL-0042")
    assert read_code(poor_photo(qr_png(text), spoil)) == text


@pytest.mark.parametrize("changed", ["CL-0043", "CL-0042:", "CL-0042", ""])
def test_a_code_that_only_looks_like_ours_is_foreign(studio: House, changed: str) -> None:
    seal = code_text(studio, "CL-0042").rpartition(":")[2]
    spoiled = seal[:-1] + ("B" if seal.endswith("A") else "A")
    assert isinstance(recognise(studio, f"LW:CLIENT:{changed}:{spoiled}"), ForeignCode)
    assert isinstance(recognise(studio, f"LW:CLIENT:{changed}"), ForeignCode)


@pytest.mark.parametrize(
    "text", ["https://evil.example/x", "javascript:alert(1)", "WIFI:S:x;", "CL-0042", "", "é" * 5000, "\x1b[2J\x00a"]
)
def test_foreign_text_is_shown_and_does_nothing(studio: House, text: str) -> None:
    on_file(owner := signed_in())
    found = ask(owner, scanned, text)
    assert not found.client_code
    assert found.text.isprintable()
    assert len(found.text) <= 300


def test_a_code_of_another_studio_is_foreign(studio: House) -> None:
    neighbour = replace(studio, key=bytes(32), _derived={})
    assert isinstance(recognise(neighbour, code_text(studio, "CL-0001")), ForeignCode)


@pytest.mark.parametrize("image", [b"", b"nonsense", qr_png("x")[:40], b"GIF89a" + bytes(40)])
def test_a_picture_without_a_code_gives_nothing(image: bytes) -> None:
    assert read_code(image) is None


def test_the_card_is_one_page_of_a_bank_cards_size() -> None:
    card = card_pdf("North Quay Tattoo", "<b>Zoë</b> " + "Ł" * 90, "CL-0001", "LW:CLIENT:CL-0001:X")
    assert card.startswith(b"%PDF")
    assert b"/MediaBox [0 0 242.65 153.07]" in card
    assert card.count(b"/Type /Page\n") == 1


def test_the_desk_camera_tells_each_code_once_and_lets_go(tmp_path: Path) -> None:
    told: list[str] = []
    ended = threading.Event()
    with Camera(film(tmp_path, ["LW:ONE", "LW:TWO"]), told.append, on_end=ended.set) as camera:
        assert ended.wait(20)
    assert told == ["LW:ONE", "LW:TWO"]
    assert not camera.running


def test_a_camera_can_be_closed_while_it_looks(tmp_path: Path) -> None:
    camera = Camera(film(tmp_path, ["LW:ONE"] * 20), lambda code: camera.close())
    deadline = time.monotonic() + 20
    while camera.running and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not camera.running


def test_a_missing_camera_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(refusals.CameraIsMissing):
        Camera(str(tmp_path / "no-camera.avi"), print)


def poor_photo(png: bytes, spoil: str) -> bytes:
    """The code as a hurried phone would see it."""
    scene = Image.new("L", (1280, 960), 200)
    code = Image.open(BytesIO(png)).convert("L").resize((420, 420))
    if spoil == "turn":
        code = code.rotate(27, expand=True, fillcolor=200)
    scene.paste(code, (400, 250))
    if spoil == "blur":
        scene = scene.filter(ImageFilter.GaussianBlur(2.5))
    if spoil == "dark":
        scene = scene.point([value // 4 + 10 for value in range(256)])
    scene = scene.resize({"large": (4000, 3000), "small": (400, 300)}.get(spoil, scene.size))
    drawn = BytesIO()
    scene.save(drawn, "JPEG", quality=70)
    return drawn.getvalue()


def film(folder: Path, codes: list[str]) -> str:
    """A short film that shows one code after the other."""
    import cv2
    import numpy as np

    path = str(folder / "film.avi")
    writer = cv2.VideoWriter(path, cv2.VideoWriter.fourcc(*"MJPG"), 15, (640, 480))
    for code in codes:
        picture = np.array(Image.open(BytesIO(qr_png(code))).convert("RGB").resize((320, 320)))
        frame = np.full((480, 640, 3), 220, np.uint8)
        frame[80:400, 160:480] = picture
        for _ in range(6):
            writer.write(frame)
    writer.release()
    return path
