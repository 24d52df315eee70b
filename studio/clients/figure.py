"""The figure of a body: every place as a closed shape with round corners, mirrored where the body is."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from functools import cache

from studio.clients.body import PLACES, VIEWS, places_of

Corner = tuple[float, float]
Shape = tuple[Corner, ...]
WIDTH, HEIGHT, MIDDLE = 200, 432, 100
ROUND = 7.0

HEAD: Shape = ((88, 9), (112, 9), (121, 24), (120, 42), (110, 59), (90, 59), (80, 42), (79, 24))
NECK: Shape = ((90, 62), (110, 62), (113, 76), (87, 76))
ARM: dict[str, Shape] = {
    "shoulder": ((133, 82), (147, 89), (153, 104), (152, 119), (138, 120), (137, 102)),
    "upper_arm": ((138, 123), (152, 122), (156, 148), (155, 168), (143, 169), (139, 148)),
    "forearm": ((143, 172), (155, 171), (162, 198), (163, 222), (153, 223), (146, 198)),
    "hand": ((153, 226), (163, 225), (169, 240), (166, 260), (156, 262), (151, 244)),
}
LEG: dict[str, Shape] = {
    "thigh": ((103, 220), (113, 206), (125, 216), (138, 208), (141, 238), (135, 288), (113, 288), (105, 252)),
    "foot": ((116, 393), (129, 393), (137, 412), (134, 422), (115, 422), (114, 407)),
}
FRONT: dict[str, Shape] = {
    "chest": ((102, 80), (130, 83), (134, 104), (133, 127), (102, 131)),
    "ribs": ((124, 131), (134, 130), (133, 152), (131, 172), (121, 172)),
    "hip": ((113, 175), (131, 175), (138, 204), (125, 212), (113, 196)),
    "knee": ((113, 291), (135, 291), (133, 314), (114, 314)),
    "shin": ((114, 317), (133, 317), (137, 345), (129, 390), (117, 390), (112, 345)),
}
BACK: dict[str, Shape] = {
    "upper_back": ((108, 80), (130, 83), (134, 104), (132, 132), (108, 134)),
    "lower_back": ((108, 137), (132, 135), (131, 172), (108, 172)),
    "buttock": ((102, 175), (131, 175), (139, 205), (126, 217), (102, 214)),
    "knee": FRONT["knee"],
    "calf": FRONT["shin"],
}
STOMACH: Shape = ((81, 134), (119, 134), (118, 172), (82, 172))
GROIN: Shape = ((90, 175), (110, 175), (110, 198), (100, 216), (90, 198))
SPINE: Shape = ((95, 80), (105, 80), (105, 172), (95, 172))
BEHIND: Shape = ((103, 221), (126, 220), (139, 209), (141, 238), (135, 288), (113, 288), (105, 252))
SIDE: dict[str, Shape] = {
    "head": ((84, 12), (110, 8), (123, 26), (119, 48), (104, 59), (86, 58), (83, 47), (76, 42), (81, 33), (79, 22)),
    "neck": ((94, 62), (114, 54), (118, 76), (91, 78)),
    "ribs": ((76, 98), (84, 84), (120, 84), (130, 106), (128, 146), (122, 182), (82, 186), (79, 150), (73, 122)),
    "hip": ((82, 190), (122, 185), (131, 204), (124, 220), (84, 216)),
    "thigh": ((84, 219), (124, 223), (123, 250), (115, 288), (92, 288), (84, 250)),
    "knee": ((92, 291), (115, 291), (112, 314), (93, 314)),
    "calf": ((93, 317), (113, 317), (119, 346), (110, 390), (98, 390), (93, 350)),
    "foot": ((98, 393), (111, 393), (115, 414), (111, 422), (64, 422), (66, 412), (90, 404)),
    "shoulder": ((90, 80), (116, 80), (121, 98), (113, 113), (92, 112), (86, 96)),
    "upper_arm": ((91, 115), (113, 116), (111, 148), (104, 168), (91, 167), (89, 140)),
    "forearm": ((90, 170), (104, 171), (100, 184), (72, 198), (57, 201), (54, 190), (72, 181)),
    "hand": ((51, 190), (54, 203), (40, 212), (27, 210), (29, 199), (41, 191)),
}
"""Seen from the left, looking to the left; the arm lies above the body, so it comes last."""


@cache
def shape_of(place: str) -> Shape:
    """The corners of a place."""
    view, _, part = place.partition(".")
    if view in ("left", "right"):
        return SIDE[part] if view == "left" else _mirrored(SIDE[part])
    alone = {"face": HEAD, "head": HEAD, "neck": NECK, "stomach": STOMACH, "groin": GROIN, "spine": SPINE}
    if part in alone:
        return alone[part]
    name, _, side = part.rpartition("_")
    half = {**ARM, **LEG, **(FRONT if view == "front" else {**BACK, "thigh": BEHIND})}[name]
    return half if (side == "left") == (view == "front") else _mirrored(half)


def views_of(places: Collection[str]) -> tuple[str, ...]:
    """The sides one must look at to see these places."""
    return tuple(view for view in VIEWS if any(place in places for place in places_of(view)))


def drawing_order(view: str) -> list[str]:
    """The places of one side, arms above the body."""
    return sorted(places_of(view), key=_above)


def rounded(corners: Shape) -> Iterator[tuple[Corner, Corner, Corner]]:
    """Before, at and behind each corner."""
    for at, corner in enumerate(corners):
        before, after = corners[at - 1], corners[(at + 1) % len(corners)]
        yield _toward(corner, before), corner, _toward(corner, after)


def _above(place: str) -> tuple[bool, int]:
    part = place.partition(".")[2]
    return part in ARM, list(PLACES).index(place)


def _mirrored(shape: Shape) -> Shape:
    return tuple((2 * MIDDLE - x, y) for x, y in shape)


def _toward(corner: Corner, other: Corner) -> Corner:
    far = math.dist(corner, other)
    part = min(ROUND, far / 2) / far
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part
