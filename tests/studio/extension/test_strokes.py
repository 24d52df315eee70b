"""What counts as drawn by hand: pictures, dots, ticks and ink beside the pad do not."""

import math
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.consent.handwriting import write
from studio.extension import strokes
from studio.extension.strokes import INITIALS, MOST_POINTS, SIGNATURE, clean_pad, count_points, is_straight, spread
from studio.kernel.refusal import Refusal

WIDE, HIGH = 740.0, 232.0


def pad(*strokes: list[Any], width: Any = WIDE, height: Any = HIGH) -> dict[str, Any]:
    return {"width": width, "height": height, "strokes": list(strokes)}


def line(x0: float, y0: float, x1: float, y1: float, points: int = 30) -> list[list[float]]:
    return [[x0 + (x1 - x0) * n / points, y0 + (y1 - y0) * n / points, n * 8] for n in range(points + 1)]


WRONG: list[tuple[str, object, type[Refusal]]] = [
    ("nothing sent", None, strokes.SignatureIsEmpty),
    ("no strokes", pad(), strokes.SignatureIsEmpty),
    ("strokes without points", pad([], []), strokes.SignatureIsEmpty),
    ("a picture", "data:image/png;base64,iVBORw0KGgo=", strokes.StrokesAreUnclear),
    ("a picture as strokes", {"width": 9, "height": 9, "strokes": "data:image/png"}, strokes.StrokesAreUnclear),
    ("a picture beside strokes", {**pad(line(9, 9, 99, 99)), "image": "x"}, strokes.StrokesAreUnclear),
    ("one dot", pad([[100, 100, 0]]), strokes.SignatureIsADot),
    ("a thousand dots in one place", pad([[100, 100, n] for n in range(1000)]), strokes.SignatureIsADot),
    ("a trembling dot", pad([[100 + n % 7, 100 + n % 5, n] for n in range(300)]), strokes.SignatureIsADot),
    ("a short straight line", pad(line(100, 100, 180, 110)), strokes.SignatureIsADot),
    ("the same twice", pad(line(100, 100, 180, 110), [[140, 105, 999]]), strokes.SignatureIsADot),
    ("beside the pad", pad(line(100, 100, 900, 120)), strokes.InkIsOffThePad),
    ("above the pad", pad(line(100, -40, 500, 120)), strokes.InkIsOffThePad),
    ("no size", pad(line(9, 9, 400, 99), width=0), strokes.StrokesAreUnclear),
    ("a size of no number", pad(line(9, 9, 400, 99), width="740"), strokes.StrokesAreUnclear),
    ("a pad as large as a town", pad(line(9, 9, 400, 99), width=1e6), strokes.StrokesAreUnclear),
    ("not a number", pad([[math.nan, 1, 0], [2, 2, 1]]), strokes.StrokesAreUnclear),
    ("endless", pad([[math.inf, 1, 0], [2, 2, 1]]), strokes.StrokesAreUnclear),
    ("true for one", pad([[True, 1, 0], [2, 2, 1]]), strokes.StrokesAreUnclear),
    ("no time", pad([[1, 1], [2, 2]]), strokes.StrokesAreUnclear),
    ("time running back", pad([*line(9, 9, 400, 99), [400, 99, 0]]), strokes.StrokesAreUnclear),
    ("pressed too hard", pad([[1, 1, 0, 1.5]]), strokes.StrokesAreUnclear),
    ("points as text", pad(["1,1,0"]), strokes.StrokesAreUnclear),
    ("a stroke that is none", pad([[1, 1, 0]], "x"), strokes.StrokesAreUnclear),  # type: ignore[arg-type]  # what a forger sends
    ("a million points", pad([[1, 1, n] for n in range(1_000_000)]), strokes.TooMuchInk),
    ("a million strokes", pad(*([[[1, 1, 0]]] * 1_000_000)), strokes.TooMuchInk),
]


@pytest.mark.parametrize(("raw", "refusal"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_what_no_hand_wrote_is_refused(raw: object, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        clean_pad(raw, SIGNATURE)


@pytest.mark.parametrize(
    "strokes",
    [
        [line(100, 30, 400, 200), line(100, 200, 400, 30)],
        [line(60, 120, 600, 118)],
        [line(100, 180, 140, 60), line(140, 60, 180, 180), line(115, 130, 165, 130)],
    ],
    ids=["a cross", "a long line", "one letter"],
)
def test_plain_signatures_are_signatures(strokes: list[list[list[float]]]) -> None:
    for later, stroke in enumerate(strokes):
        for point in stroke:
            point[2] += later * 1000
    assert clean_pad(pad(*strokes), SIGNATURE)["strokes"] == strokes


@given(st.integers(0, 10_000), st.integers(2, 14), st.sampled_from([(740.0, 232.0), (350.0, 160.0), (1200.0, 400.0)]))
def test_handwriting_of_any_size_is_kept_point_by_point(seed: int, letters: int, size: tuple[float, float]) -> None:
    drawn = write(Random(seed), letters, *size)
    assert clean_pad(drawn, SIGNATURE) == drawn


@given(st.integers(0, 10_000))
def test_two_letters_are_initials(seed: int) -> None:
    drawn = write(Random(seed), 2, 176, 116)
    assert clean_pad(drawn, INITIALS) == drawn


NUMBERS = (
    st.floats(allow_nan=True, allow_infinity=True) | st.integers() | st.none() | st.booleans() | st.text(max_size=3)
)


@given(
    st.recursive(NUMBERS, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner))
    | st.fixed_dictionaries(
        {"width": NUMBERS, "height": NUMBERS, "strokes": st.lists(st.lists(st.lists(NUMBERS, max_size=5), max_size=5))}
    )
)
def test_whatever_is_sent_is_refused_or_kept_and_never_an_incident(raw: object) -> None:
    try:
        kept = clean_pad(raw, SIGNATURE)
    except Refusal:
        return
    assert kept == raw


@given(st.floats(0, WIDE), st.floats(0, HIGH), st.floats(0, 2 * math.pi), st.floats(0, 0.07), st.integers(1, 60))
def test_no_speck_passes_wherever_it_lies(x: float, y: float, turn: float, part: float, points: int) -> None:
    length = part * WIDE
    to = (min(max(x + length * math.cos(turn), 0), WIDE), min(max(y + length * math.sin(turn), 0), HIGH))
    with pytest.raises(strokes.SignatureIsADot):
        clean_pad(pad(line(x, y, *to, points)), SIGNATURE)


def test_points_are_counted_without_being_looked_at() -> None:
    assert count_points([pad([[1, 1, 1]] * 3), None, "x", pad(*([[]] * (MOST_POINTS + 1)))]) == MOST_POINTS + 1
    assert count_points({"strokes": [[1, 2], [3], "x"]}) == 4


@given(st.floats(-9, 9), st.floats(-9, 9), st.floats(1, 50))
def test_a_line_is_straight_and_a_corner_is_not(x: float, y: float, length: float) -> None:
    straight = [(x + length * n, y + length * n) for n in range(9)]
    assert is_straight(straight)
    assert not is_straight([*straight, (x + 9 * length, y)])
    assert spread(straight) == pytest.approx(8 * length * math.sqrt(2))
