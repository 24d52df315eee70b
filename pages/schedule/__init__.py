"""The schedule on screen: the calendar, bookings, artists, stations and those who wait; and the API."""

from pathlib import Path

from components.app import theme
from pages.schedule import api, api_people, api_waiting
from pages.schedule.booking import draw as draw_booking
from pages.schedule.calendar import draw as draw_calendar
from studio.extension.screens import MenuItem, Screen, Screens
from studio.kernel.text import N_

SEE = "schedule.booking.see"

theme.also(Path(__file__).parent / "schedule.css")

SCREENS = Screens(
    name="schedule",
    screens=(
        Screen("/calendar", draw_calendar, SEE, N_("Calendar")),
        Screen("/bookings/{code}", draw_booking, SEE, N_("Booking")),
    ),
    menu=(MenuItem(N_("Calendar"), "calendar", "/calendar", 12, SEE),),
    api=(api_people.artists, api_people.stations, api.router, api_waiting.router),
)
