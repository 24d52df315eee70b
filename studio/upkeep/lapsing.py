"""What goes wrong with time: a clock that jumped, a certificate that comes to its end."""

from __future__ import annotations

from datetime import datetime, timedelta

from studio.extension.area import AlertKind
from studio.extension.timers import last_run_of
from studio.kernel.journal import last_moment
from studio.kernel.text import N_
from studio.kernel.work import Work
from studio.messages.actions.raising import raise_alert, settle_alert, standing_alert
from studio.upkeep.certificates import present_row
from studio.upkeep.lan import tls_enabled

BACK, AHEAD, CERTIFICATE = "upkeep.clock.back", "upkeep.clock.ahead", "upkeep.certificate.ends"
WATCH = "upkeep.health.watch"
SLACK = timedelta(minutes=2)
"""Clocks that set themselves right move by less."""
LONG = timedelta(days=30)
"""Without a single entry for so long, the clock is likelier to be wrong than the studio to be shut."""
SAID = timedelta(days=1)
"""Long enough to be seen; what is written down since then goes by the clock as it stands."""
NOTICE = {"authority": timedelta(days=90), "server": timedelta(days=14)}
"""Both are renewed by themselves sixty days before: a new authority has to be installed on every device, and a server's
certificate with less than that left could not be renewed."""


def look_at_clock(work: Work) -> None:
    """Tell when it went back behind, or far beyond, the last time anything happened; and when that is over."""
    before = _before(work)
    ahead = standing_alert(work, AHEAD)
    put_right = ahead is not None and work.now < ahead.raised_at
    if ahead and (put_right or work.now - ahead.raised_at >= SAID):
        settle_alert(work, AHEAD)
    if before and work.now < before - SLACK and not put_right:
        raise_alert(work, BACK, then=before.isoformat())
    elif before and work.now > before + LONG:
        raise_alert(work, AHEAD, n=(work.now - before).days)
    _forget_back(work)


def look_at_certificates(work: Work) -> None:
    """Tell when devices are soon going to refuse the encrypted pages."""
    rows = [present_row(work.connection, kind) for kind in NOTICE] if tls_enabled() else []
    left = [row.expires_at - work.now for row in rows if row and row.expires_at - work.now < NOTICE[row.kind]]
    if left:
        raise_alert(work, CERTIFICATE, n=max(0, min(left).days))
    else:
        settle_alert(work, CERTIFICATE)


def _before(work: Work) -> datetime | None:
    known = (last_run_of(work.connection, WATCH), last_moment(work.connection))
    return max((moment for moment in known if moment), default=None)


def _forget_back(work: Work) -> None:
    """It is over once that time has come again, or people had a day to look."""
    back = standing_alert(work, BACK)
    if back is None:
        return
    then = datetime.fromisoformat(back.params["then"])
    if work.now >= then or not timedelta() <= work.now - back.raised_at < SAID:
        settle_alert(work, BACK)


ALERTS = (
    AlertKind(
        BACK,
        N_("The clock of this computer was set back. Check date and time: whatever is written down goes by it."),
        urgency="warn",
        roles="owner manager reception",
        title=N_("The clock was set back"),
        lasts=True,
    ),
    AlertKind(
        AHEAD,
        N_("By its clock, nothing was done on this computer for {n} days. If that is not so, set date and time right."),
        urgency="warn",
        roles="owner manager reception",
        title=N_("The clock is far ahead"),
        lasts=True,
    ),
    AlertKind(
        CERTIFICATE,
        N_("The certificate of encrypted pages ends in {n} day. Make a new one and install it on every device."),
        many=N_("The certificate of encrypted pages ends in {n} days. Make a new one and install it on every device."),
        urgency="warn",
        roles="owner manager",
        title=N_("The certificate ends soon"),
        to="/settings#phones",
        lasts=True,
    ),
)
