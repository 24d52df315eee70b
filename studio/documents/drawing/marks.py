"""Our own mark and the small signs on paper, as paths in a square of 24 units."""

from __future__ import annotations

PEN = "M 7.6 1.5 L 10.4 1.5 L 9.9 15.7 L 9 20.5 L 8.1 15.7 Z"
"""Filled with ink."""
LOOP = (
    "M 9 20.5 C 13.5 22.3 17 21.7 18.6 19.7 C 19.8 18.1 19 16.2 17.2 16.3 "
    "C 15 16.4 14.9 19.9 18 21 C 19.3 21.5 20.6 21.4 22 20.8"
)
"""Drawn in the accent, 1.5 wide."""
CROSS = "M 8 8 L 16 16 M 16 8 L 8 16"
LOOK = "M 12 3 L 22 20.5 L 2 20.5 Z M 12 9.5 L 12 14.5 M 12 17.2 L 12 17.4"


def placed(path: str, x: float, y: float, size: float) -> list[tuple[str, tuple[float, ...]]]:
    """The path's steps, moved and sized: a letter for what to do, then where, in points from the top left."""
    steps: list[tuple[str, tuple[float, ...]]] = []
    numbers: list[float] = []
    letter = ""
    for word in [*path.split(), ""]:
        if word.isalpha() or not word:
            if letter:
                steps.append(
                    (letter, tuple((y if n % 2 else x) + value * size / 24 for n, value in enumerate(numbers)))
                )
            letter, numbers = word, []
        else:
            numbers.append(float(word))
    return steps
