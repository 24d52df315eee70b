"""What a new studio does first with its calendar."""

from __future__ import annotations

from studio.extension.screens import FirstStep
from studio.kernel.text import N_
from studio.schedule.facts import ArtistFact, BookingFact
from studio.schedule.queries.first import artists_work_here, booked_before

FIRST = (
    FirstStep(
        "schedule.artists",
        N_("Take your artists in"),
        N_("Each gets a column of the calendar, with their own hours and colour."),
        N_("New artist"),
        "/artists/new",
        45,
        "schedule.artist.edit",
        artists_work_here,
        (ArtistFact,),
    ),
    FirstStep(
        "schedule.booking",
        N_("Make the first booking"),
        N_("Click a free time in the calendar, or the button above it."),
        N_("Open the calendar"),
        "/calendar",
        48,
        "schedule.booking.edit",
        booked_before,
        (BookingFact,),
    ),
)
