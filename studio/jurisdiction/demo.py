"""A made-up studio's rules: its country's own profile, in force since it opened."""

from __future__ import annotations

from datetime import timedelta

from studio.extension.area import DemoPlan
from studio.jurisdiction.shelf import SETTING
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import Work, action, perform
from studio.upkeep.actions import change_setting


def fill(_: House, plan: DemoPlan) -> None:
    """Choose it."""
    perform(CONSOLE, fill_rules, plan.years)


@action("jurisdiction.demo.fill")
def fill_rules(work: Work, years: int) -> None:
    """The studio is in the United Kingdom; the rules count from before its first made-up client."""
    now = work.now
    work.now = work.session.info["now"] = now - timedelta(days=366 * max(1, years))
    change_setting(work, SETTING, "united-kingdom")
    work.session.flush()
    work.now = work.session.info["now"] = now
