"""Sixty hostile pictures and a dozen hostile PDFs: nothing of them is kept as it came, and nothing breaks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from multiprocessing.connection import Connection
from typing import Any

import psutil
import pytest
from PIL import Image

from storage.decoding import Unfit, Wish, kind_of, paper_pages, redrawn
from storage.decoding import keeper as keeping
from storage.decoding.keeper import keeper
from tests.factories.hostile import CANARIES, GENUINE, HOSTILE, MARKED, noise, picture
from tests.factories.hostile_papers import PAPERS, good_paper

LARGE, SMALL = Wish(1200), Wish(160, square=True)


def babble(said: bytes, pipe: Connection[Any, Any]) -> None:
    """What a process that was taken over might answer."""
    pipe.recv_bytes()
    pipe.recv_bytes()
    pipe.send_bytes(said)
    pipe.recv_bytes()


@pytest.fixture(autouse=True, scope="module")
def rest() -> Iterator[None]:
    yield
    keeper.stop()


def test_there_are_sixty_of_them() -> None:
    assert len(HOSTILE) + len(MARKED) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_still_picture_of_bearable_size_is_refused(name: str) -> None:
    with pytest.raises(Unfit) as refused:
        redrawn(HOSTILE[name](), LARGE, SMALL)
    assert refused.value.why in {"unclear", "large", "moves"}


@pytest.mark.parametrize("name", MARKED)
def test_what_a_picture_carries_besides_its_colours_is_gone(name: str) -> None:
    upload = MARKED[name]()
    for drawn in redrawn(upload, LARGE, SMALL, Wish(600, "png"), Wish(600, "grey")):
        assert not [canary for canary in CANARIES if canary in drawn]
        with Image.open(BytesIO(drawn)) as made:
            made.load()
            assert not made.getexif()
            assert not {"exif", "icc_profile", "comment", "xmp", "XML:com.adobe.xmp", "photoshop"} & made.info.keys()
        assert upload not in drawn


@pytest.mark.parametrize("name", GENUINE)
def test_every_camera_is_understood(name: str) -> None:
    with Image.open(BytesIO(redrawn(GENUINE[name](), LARGE)[0])) as made:
        assert (made.format, made.mode) == ("JPEG", "RGB")


def test_a_sideways_photo_stands_upright_and_cmyk_keeps_its_colours() -> None:
    exif = Image.Exif()
    exif[0x0112] = 8
    with Image.open(BytesIO(redrawn(picture("JPEG", (300, 200), exif=exif), LARGE)[0])) as made:
        assert made.size == (200, 300)
    out = BytesIO()
    Image.new("CMYK", (40, 40), (0, 255, 255, 0)).save(out, "JPEG")
    with Image.open(BytesIO(redrawn(out.getvalue(), LARGE)[0])) as made:
        red, green, blue = made.getpixel((20, 20))  # type: ignore[misc]  # an RGB picture
        assert red > 200
        assert green < 60
        assert blue < 60


def test_a_process_that_dies_over_a_file_is_replaced_for_the_next() -> None:
    redrawn(noise(), SMALL)
    psutil.Process(keeper._process.pid).kill()
    assert redrawn(noise(), SMALL)


@pytest.mark.parametrize("said", [b"", b"[]", b'"unfit"', bytes(2_000)])
def test_a_process_that_talks_nonsense_is_ended(monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    keeper.stop()
    with monkeypatch.context() as hurt:
        hurt.setattr(keeping, "serve", partial(babble, said))
        hurt.setattr(keeping, "MOST_SAID", 1_000)
        with pytest.raises(Unfit, match="unclear"):
            redrawn(noise(), SMALL)
    assert keeper._process is None
    assert redrawn(noise(), SMALL)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    redrawn(noise(), SMALL)
    monkeypatch.setattr(keeping, "PATIENCE", 0.0)
    with pytest.raises(Unfit):
        redrawn(picture("JPEG", (6000, 6000)), LARGE)
    monkeypatch.undo()
    assert redrawn(noise(), SMALL)


def test_a_process_that_grows_too_much_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    redrawn(noise(), SMALL)
    monkeypatch.setattr(keeping, "MOST_GROWN", 1)
    monkeypatch.setattr(keeping, "LOOK_EVERY", 0.001)
    with pytest.raises(Unfit, match="large"):
        redrawn(picture("JPEG", (6000, 6000)), LARGE)


def test_the_largest_pictures_leave_this_process_as_small_as_it_was() -> None:
    redrawn(noise(), SMALL)
    most, watching = [0], threading.Event()

    def watch() -> None:
        while not watching.wait(0.01):
            most[0] = max(most[0], psutil.Process(keeper._process.pid).memory_info().rss)

    before, watcher = psutil.Process().memory_info().rss, threading.Thread(target=watch)
    upload = picture("PNG", (8000, 5000), "RGBA")
    watcher.start()
    redrawn(upload, LARGE, SMALL)
    watching.set()
    watcher.join()
    assert psutil.Process().memory_info().rss - before < 200_000_000
    assert most[0] < keeping.MOST_GROWN


def test_several_files_at_once_wait_for_each_other() -> None:
    made: list[bytes] = []
    askers = [threading.Thread(target=lambda: made.extend(redrawn(noise(), SMALL))) for _ in range(6)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(set(made)) == 1
    assert len(made) == 6


def test_a_harmless_paper_is_counted() -> None:
    assert paper_pages(good_paper(3)) == 3


@pytest.mark.parametrize("name", PAPERS)
def test_papers_that_act_are_locked_or_hold_nothing_are_refused(name: str) -> None:
    why, make = PAPERS[name]
    with pytest.raises(Unfit) as refused:
        paper_pages(make())
    assert refused.value.why == why


def test_the_name_of_a_file_is_never_asked() -> None:
    told = {kind_of(data) for data in (b"MZ..", b"\x7fELF", b"#!/bin/sh")}
    assert told == {"program"}
    assert kind_of(b"<?xml version='1.0'?><svg>") == "markup"
    assert kind_of("Näme;E-Mail\n".encode("utf-16")) == "text"
    assert kind_of(b"Name,Phone\r\nAna,1\r\n") == "text"
    assert kind_of(b"\x00\x01\x02") == "other"
    assert kind_of(b"") == "empty"
