"""What a new studio does first about its people."""

from __future__ import annotations

from studio.extension.screens import FirstStep
from studio.kernel.text import N_
from studio.staff.facts import AboutUser
from studio.staff.queries.first import others_work_here

STEPS = (
    FirstStep(
        "staff.people",
        N_("Add the people who work here"),
        N_("Each with their own sign-in, so that the journal knows who did what."),
        N_("Add people"),
        "/staff",
        60,
        "staff.user.add",
        others_work_here,
        (AboutUser,),
    ),
)
