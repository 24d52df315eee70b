"""What becomes of a deposit when a booking is moved or called off, by the edition it was made under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["", "moves_along", "kept", "refunded", "forfeited"]
Moving = Literal["free", "late", "too_often"]


@dataclass(frozen=True, slots=True)
class Policy:
    """An edition: how early is early enough, how often one may move, how late is missing."""

    number: int = 0
    notice_hours: int = 48
    free_moves: int = 1
    late_minutes: int = 20


USUAL = Policy()
"""What holds until the studio sets its own."""


def moving(policy: Policy, notice_minutes: int, moves: int, by: str) -> Moving:
    """Whether the deposit moves along: the studio may always move, a client early enough and so often."""
    if by != "client":
        return "free"
    if notice_minutes < policy.notice_hours * 60:
        return "late"
    return "free" if moves < policy.free_moves else "too_often"


def called_off(policy: Policy, notice_minutes: int, by: str, deposit_state: str) -> Outcome:
    """What becomes of the deposit of a cancelled booking; nothing where none was asked for."""
    if deposit_state in ("none", "waived"):
        return ""
    if by in ("artist", "studio"):
        return "refunded"
    return "kept" if notice_minutes >= policy.notice_hours * 60 else "forfeited"


def missed(deposit_state: str) -> Outcome:
    """What becomes of the deposit of somebody who never came."""
    return "" if deposit_state in ("none", "waived") else "forfeited"
