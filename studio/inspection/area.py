"""What the inspection room declares."""

from __future__ import annotations

from datetime import timedelta

from studio.extension.area import AlertKind, Area, Timer
from studio.inspection.clock import close_visits
from studio.inspection.holding import HOLDS
from studio.inspection.watching import watch
from studio.kernel.permissions import Permission
from studio.kernel.text import N_

OFFICE = "owner manager"

AREA = Area(
    name="inspection",
    holds=HOLDS,
    looks={
        "inspection.records.look": N_("Records shown to an inspector"),
        "inspection.bundle.begin": N_("Records of a period, as a file"),
    },
    permissions=(
        Permission.of("inspection.visit.open", N_("Let an inspector look for a while, and end it"), "owner"),
        Permission.of("inspection.visit.see", N_("See which inspectors may look, and until when"), OFFICE),
        Permission.of(
            "inspection.records.see", N_("Look through the records an inspector is shown"), f"{OFFICE} inspector"
        ),
        Permission.of(
            "inspection.bundle.make", N_("Take the records of a period along as one file"), OFFICE, own="inspector"
        ),
        Permission.of("inspection.visit.close", N_("End the visits of inspectors in time"), "timer"),
    ),
    timers=(Timer("inspection.visit.close", timedelta(minutes=1), close_visits),),
    sentences={
        "inspection.visit.open": N_("{who} let the inspector {what} look for a while"),
        "inspection.visit.end": N_("{who} ended the visit of the inspector {what}"),
        "inspection.visit.close": N_("The visit of the inspector {what} ended by itself"),
        "inspection.records.look": N_("{who} looked through records for an inspection"),
        "inspection.screen.note": N_("The inspector {who} opened a screen"),
        "inspection.bundle.make": N_("{who} asked for the records of a period as one file"),
        "inspection.bundle.begin": N_("{who} began to take the records of a period along"),
        "inspection.bundle.finish": N_("{who} took the records of a period along"),
    },
    alerts=(
        AlertKind(
            "inspection.visit.open",
            N_("{what} ({office}) may look through the records until {until}. What they open is written down."),
            roles="owner manager inspector",
            title=N_("An inspector may look through the records"),
            to="/inspection",
            lasts=True,
        ),
    ),
    opened=watch,
)
