"""How alerts look: one mark and word for each urgency, one set of acts wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from components.app.feedback import toast
from components.app.marks import Kind
from components.app.moments import here, now_here, show_date, show_time
from components.app.perform import act
from studio.kernel.text import N_, t
from studio.messages.actions import read_alert, snooze_alert, unsnooze_alert

SEE = "messages.alert.see"
URGENCIES: Mapping[str, tuple[Kind, str]] = {
    "info": ("info", N_("To know")),
    "warn": ("warn", N_("Look soon")),
    "urgent": ("stop", N_("Urgent")),
}
SNOOZES = {"hour": N_("Put off for an hour"), "tomorrow": N_("Put off until tomorrow"), "week": N_("Until next week")}


def mark_of(urgency: str) -> tuple[Kind, str]:
    """Shape and word of an urgency."""
    kind, word = URGENCIES.get(urgency, URGENCIES["info"])
    return kind, t(word)


async def put_off(alert_id: UUID, choice: str) -> None:
    """Snooze it, and say until when, with the way back."""
    until = await act(snooze_alert, alert_id, choice)
    if until is None:
        return
    then = here(until)
    day = "" if then.date() == now_here().date() else show_date(then.date(), "full") + ", "
    toast(t("Put off until {when}.", when=day + show_time(until)), lambda: act(unsnooze_alert, alert_id))


async def mark_read(alert_id: UUID) -> None:
    """I know of it."""
    await act(read_alert, alert_id)
