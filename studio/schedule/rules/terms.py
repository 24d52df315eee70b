"""The rules for moving and calling off in words a client reads and initials."""

from __future__ import annotations

from studio.kernel.text import nt, t
from studio.schedule.rules.policy import Policy


def terms_title(policy: Policy) -> str:
    """What it is called."""
    return t("Moving and cancelling, rules no {n}", n=policy.number)


def terms_text(policy: Policy) -> str:
    """All of it, a sentence for each rule."""
    hours = policy.notice_hours
    early = nt(
        "You can cancel until {n} hour before the session; your deposit then stays for the next one.",
        "You can cancel until {n} hours before the session; your deposit then stays for the next one.",
        hours,
    )
    lost = t("Later, and when you do not come, the deposit is lost.")
    late = nt(
        "More than {n} minute late counts as not coming.",
        "More than {n} minutes late counts as not coming.",
        policy.late_minutes,
    )
    ours = t("When we cancel, you get it back.")
    return " ".join([early, _moving(policy), lost, late, ours])


def _moving(policy: Policy) -> str:
    if not policy.free_moves:
        return t("A session that is moved needs a new deposit.")
    return nt(
        "You can move it {n} time until then, and the deposit moves along.",
        "You can move it {n} times until then, and the deposit moves along.",
        policy.free_moves,
    )
