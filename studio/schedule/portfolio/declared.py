"""What the schedule declares about portfolios."""

from __future__ import annotations

from datetime import timedelta

from studio.extension.area import Timer
from studio.kernel.permissions import Permission
from studio.kernel.text import N_
from studio.photos.facts import PublicityChanged
from studio.photos.permitted import PUBLICITY, RECORD
from studio.schedule.portfolio.ending import no_longer_agreed, tidy_portfolios, withdrawn_by_joining

OFFICE = "owner manager console"

PERMISSIONS = (
    Permission.of(
        "schedule.portfolio.see",
        N_("See the portfolios of artists"),
        "owner manager reception artist guest_artist viewer",
    ),
    Permission.of(
        "schedule.portfolio.edit",
        N_("Change portfolios; own: one's own alone"),
        OFFICE,
        own="artist guest_artist",
    ),
    Permission.of("schedule.portfolio.tidy", N_("Delete pictures taken out of portfolios in time"), "timer"),
)
TIMERS = (Timer("schedule.portfolio.tidy", timedelta(days=1), tidy_portfolios),)
ON_WITHDRAWAL = {RECORD: no_longer_agreed, PUBLICITY: no_longer_agreed}
WITHIN = ((PublicityChanged, withdrawn_by_joining),)
SENTENCES = {
    "schedule.portfolio.draw": N_("{who} put a drawing into the portfolio of {what}"),
    "schedule.portfolio.choose": N_("{who} put photos into the portfolio of {what}"),
    "schedule.portfolio.describe": N_("{who} changed what stands beside a drawing of {what}"),
    "schedule.portfolio.order": N_("{who} put the portfolio of {what} into another order"),
    "schedule.portfolio.remove": N_("{who} took pictures out of the portfolio of {what}"),
    "schedule.portfolio.restore": N_("{who} brought pictures back into the portfolio of {what}"),
    "schedule.portfolio.tidy": N_("Pictures taken out of portfolios went for good"),
}
