"""The pieces of a made-up studio: what each is, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SLEEVE = ["left.shoulder", "left.upper_arm", "left.forearm"]


@dataclass(frozen=True)
class Story:
    """One made-up piece. `done` and `ahead` are how many of the calendar's sessions it takes over."""

    title: str
    details: Mapping[str, Any]
    done: int = 0
    ahead: int = 0
    ahead_kind: str = "session"
    today: bool = False
    """Whether it also takes over a session of today, with whoever sits or comes for it."""
    fresh: bool = False
    """Whether its last session lies only days back."""
    quote: Mapping[str, int] = field(default_factory=dict)
    """Amounts in whole units of the currency, minutes in minutes."""
    deposit: int = 0
    drawn: str = ""
    lettering: tuple[str, ...] = ()
    """Of each version of the design."""
    approved: str = ""
    to: tuple[str, ...] = ()
    """The steps somebody chose."""
    reason: str = ""


STORIES = (
    Story(
        "Tide sleeve",
        {"style": "japanese", "ink": "colour", "places": SLEEVE, "planned_sessions": 5, "planned_minutes": 1500,
         "size_note": "Shoulder to wrist", "note": "Waves first, koi from the third session on."},
        done=2, today=True, ahead=1, quote={"hour_price": 120, "minutes_least": 1200, "minutes_most": 1800},
        deposit=200, drawn="wave", lettering=("",), approved="at_desk",
    ),
    Story(
        "Fern on the forearm",
        {"style": "fine line", "ink": "black", "places": ["front.forearm_right"], "wide_mm": 40, "tall_mm": 160},
        done=1, fresh=True, quote={"least": 260}, drawn="fern", lettering=("",), approved="on_screen",
    ),
    Story(
        "Mother's handwriting",
        {"style": "lettering", "ink": "black", "places": ["front.forearm_left"], "wide_mm": 110, "tall_mm": 30},
        ahead=1, quote={"least": 180}, deposit=60, drawn="line", lettering=("sempre contigo",), approved="on_screen",
    ),
    Story(
        "Names of the children",
        {"style": "lettering", "ink": "black", "places": ["front.chest_left"], "wide_mm": 90, "tall_mm": 60,
         "note": "The first draft had Sarah without its h."},
        ahead=1, quote={"least": 220}, drawn="line", lettering=("Sara & Jonas", "Sarah & Jonas"),
    ),
    Story("Fox and moon", {"style": "neo traditional", "ink": "colour", "places": ["front.thigh_right"]}),
    Story(
        "Cover the old star",
        {"style": "blackwork", "ink": "black", "cover_up": True, "places": ["back.shoulder_right"], "wide_mm": 90,
         "tall_mm": 90},
        ahead=1, ahead_kind="consult",
    ),
    Story(
        "Geometric knee",
        {"style": "geometric", "ink": "black", "places": ["front.knee_left"], "planned_sessions": 2},
        quote={"least": 450, "most": 600}, drawn="rings", lettering=("",),
    ),
    Story(
        "Peony shoulder",
        {"style": "realism", "ink": "colour", "places": ["back.shoulder_left"], "planned_sessions": 2,
         "planned_minutes": 480},
        quote={"least": 780}, deposit=150, drawn="rings", lettering=("",), approved="by_message",
    ),
    Story(
        "Whale on the ribs",
        {"style": "dotwork", "ink": "black", "places": ["front.ribs_left"], "planned_sessions": 3,
         "planned_minutes": 540},
        done=1, quote={"least": 500, "most": 700}, drawn="wave", lettering=("",), approved="at_desk",
    ),
    Story(
        "Raven",
        {"style": "blackwork", "ink": "black", "places": ["right.upper_arm"], "wide_mm": 120, "tall_mm": 180},
        done=1, ahead=1, ahead_kind="touch_up", quote={"least": 340}, drawn="fern", lettering=("",),
        approved="at_desk",
    ),
    Story(
        "Small anchor",
        {"style": "traditional", "ink": "black", "places": ["back.calf_left"], "wide_mm": 50, "tall_mm": 60},
        done=1, quote={"least": 140}, drawn="rings", lettering=("",), approved="on_screen", to=("closed",),
    ),
    Story(
        "Dragon across the back",
        {"style": "japanese", "ink": "colour", "planned_sessions": 8,
         "places": ["back.upper_back_left", "back.upper_back_right", "back.spine"]},
        quote={"least": 2800, "most": 3600}, to=("cancelled",), reason="Moves abroad this summer",
    ),
    Story(
        "Mandala half sleeve",
        {"style": "ornamental", "ink": "black", "places": ["right.shoulder", "right.upper_arm"],
         "planned_sessions": 3},
        to=("consult", "dropped"), reason="No answer to three messages",
    ),
    Story(
        "Moth over the knee",
        {"style": "traditional", "ink": "colour", "places": ["front.knee_right"], "planned_sessions": 2},
        today=True, quote={"least": 420}, drawn="fern", lettering=("",), approved="at_desk",
    ),
)  # fmt: skip
