"""Ink from a pad as a picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

from components.signature.picture import MOST, WIDTH, png_of


def test_ink_becomes_a_small_picture_cut_to_it_and_what_is_no_ink_becomes_none() -> None:
    drawn = png_of({"strokes": [[[100, 200], [300, 250, 0.5], ["x", None]], [[150, 260], [280, 260]]]})
    assert drawn
    picture = Image.open(BytesIO(drawn))
    assert (picture.format, picture.width) == ("PNG", WIDTH)
    assert picture.height < picture.width
    assert picture.getextrema() == (0, 255)
    forged: tuple[Any, ...] = (
        {},
        {"strokes": [[[1, 1]]]},
        {"strokes": "ink"},
        {"strokes": [[[float("nan"), 1], [1e9, 1], [True, 1]]]},
    )
    assert [png_of(one) for one in (None, *forged, {"strokes": [[[0, 0]] * (MOST + 1)]})] == [None] * 6
