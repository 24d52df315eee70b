"""What a made-up studio asks for in advance, how it may be moved, and what its clients said of how it heals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from typing import Any
from uuid import UUID

from studio.kernel.work import Work, action
from studio.schedule.demo.days import FOR_A_SESSION, RULES
from studio.schedule.models import BookingPolicy, DepositRule
from studio.schedule.rules.healing import HEALS
from studio.schedule.rules.localtime import day_of

FILL = "schedule.demo.fill"
UNASKED = 4
"""So many of those due stay open, for somebody to ask."""
SAID = ("fine", "fine", "fine", "fine", "fine", "touch_up", "concern")
WORDS = {"concern": "A little red on one side; told to keep it dry.", "touch_up": "One line came out light."}


@action("schedule.demo.rules", needs=FILL)
def make_rules(work: Work, by: str) -> None:
    """One edition of the rules and one deposit."""
    told: dict[str, Any] = {
        "notice_hours": RULES.notice_hours,
        "free_moves": RULES.free_moves,
        "late_minutes": RULES.late_minutes,
    }
    work.add(BookingPolicy(number=RULES.number, at=work.now - timedelta(days=120), by_name=by, **told))
    currency = work.house.settings["studio.currency"]
    work.add(DepositRule(booking_kind="session", kind="fixed", amount=FOR_A_SESSION, currency=currency))


def answers_of(
    random: Random, rows: Sequence[Mapping[str, Any]], days: Sequence[int], now: datetime, by: str
) -> list[dict[str, Any]]:
    """What was said after each session on the days that have come, but for the few that are open still."""
    done = [row for row in rows if row["status"] == "done" and row["kind"] in HEALS and row["client_id"]]
    said, open_still = [], UNASKED
    for row in reversed(done):
        ago = (day_of(now, row["zone"]) - day_of(row["ends_at"], row["zone"])).days
        for nth, day in enumerate(one for one in days if one <= ago):
            if ago - day <= 1 and open_still and random.random() < 0.3:
                open_still -= 1
                continue
            said.append(_answer(random, row, day, nth, by))
    return said


def _answer(random: Random, row: Mapping[str, Any], day: int, nth: int, by: str) -> dict[str, Any]:
    answer = random.choice(SAID)
    at = row["ends_at"] + timedelta(days=day)
    told = {"day": day, "answer": answer, "note": WORDS.get(answer, ""), "by_name": by}
    ids = {"id": UUID(int=row["id"].int ^ (8 + nth)), "booking_id": row["id"]}
    return {**ids, **told, "created_at": at, "updated_at": at, "version": 1}
