"""Places on somebody's body, as data, and what people call them. Left and right are the client's."""

from __future__ import annotations

from studio.kernel.text import N_

VIEWS: dict[str, str] = {
    "front": N_("Front view"),
    "back": N_("Back view"),
    "left": N_("Left side"),
    "right": N_("Right side"),
}
_LIMBS = {
    "shoulder": (N_("Left shoulder"), N_("Right shoulder")),
    "upper_arm": (N_("Left upper arm"), N_("Right upper arm")),
    "forearm": (N_("Left forearm"), N_("Right forearm")),
    "hand": (N_("Left hand"), N_("Right hand")),
    "thigh": (N_("Left thigh"), N_("Right thigh")),
    "foot": (N_("Left foot"), N_("Right foot")),
}
_FRONT = {
    "chest": (N_("Left side of the chest"), N_("Right side of the chest")),
    "ribs": (N_("Left ribs"), N_("Right ribs")),
    "hip": (N_("Left hip"), N_("Right hip")),
    "knee": (N_("Left knee"), N_("Right knee")),
    "shin": (N_("Left shin"), N_("Right shin")),
}
_BACK = {
    "upper_back": (N_("Left upper back"), N_("Right upper back")),
    "lower_back": (N_("Left lower back"), N_("Right lower back")),
    "buttock": (N_("Left buttock"), N_("Right buttock")),
    "knee": (N_("Hollow of the left knee"), N_("Hollow of the right knee")),
    "calf": (N_("Left calf"), N_("Right calf")),
}
_SIDE = {
    "head": (N_("Left side of the head"), N_("Right side of the head")),
    "neck": (N_("Left side of the neck"), N_("Right side of the neck")),
    "ribs": (N_("Left flank"), N_("Right flank")),
    "hip": (N_("Left hip, from the side"), N_("Right hip, from the side")),
    "knee": (N_("Left knee, from the side"), N_("Right knee, from the side")),
    "calf": (N_("Left calf, from the side"), N_("Right calf, from the side")),
}


def _both(parts: dict[str, tuple[str, str]], view: str) -> dict[str, str]:
    return {f"{view}.{part}_{side}": words[at] for part, words in parts.items() for at, side in enumerate(SIDES)}


def _one(parts: dict[str, tuple[str, str]], view: str) -> dict[str, str]:
    return {f"{view}.{part}": words[SIDES.index(view)] for part, words in parts.items()}


SIDES = ("left", "right")
PLACES: dict[str, str] = {
    "front.face": N_("Face"),
    "front.neck": N_("Front of the neck"),
    **_both({**_FRONT, **_LIMBS}, "front"),
    "front.stomach": N_("Stomach"),
    "front.groin": N_("Groin"),
    "back.head": N_("Back of the head"),
    "back.neck": N_("Nape of the neck"),
    "back.spine": N_("Spine"),
    **_both({**_BACK, **_LIMBS}, "back"),
    **_one({**_SIDE, **_LIMBS}, "left"),
    **_one({**_SIDE, **_LIMBS}, "right"),
}
"""`<view>.<part>` → what people call it, from head to foot as far as it goes."""


def places_of(view: str) -> tuple[str, ...]:
    """The places one side of the figure shows."""
    return tuple(place for place in PLACES if place.partition(".")[0] == view)
