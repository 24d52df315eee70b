"""The schedule on screen: the calendar, bookings, artists, stations and those who wait; and the API."""

from pathlib import Path

from components.app import theme
from pages.schedule import api, api_feed, api_healing, api_people, api_portfolio, api_waiting, feed_routes, people_files
from pages.schedule.arrivals import draw as draw_arrivals
from pages.schedule.artist import draw as draw_artist
from pages.schedule.artist_form import draw_edit as draw_edit_artist
from pages.schedule.artist_form import draw_new as draw_new_artist
from pages.schedule.artists import draw as draw_artists
from pages.schedule.booking import draw as draw_booking
from pages.schedule.calendar import draw as draw_calendar
from pages.schedule.first import FIRST
from pages.schedule.healing import DONE, draw_client
from pages.schedule.offers import OFFERS
from pages.schedule.policy import HERE as POLICY
from pages.schedule.policy import SEE as POLICY_SEE
from pages.schedule.policy import draw as draw_policy
from pages.schedule.policy import draw_section as draw_policy_section
from pages.schedule.stations import draw as draw_stations
from pages.schedule.waitlist import draw as draw_waitlist
from studio.extension.screens import MenuItem, Screen, Screens, Slot
from studio.kernel.text import N_

SEE, WAITING, RUN = "schedule.booking.see", "schedule.waitlist.see", "schedule.session.run"
PEOPLE, PEOPLE_EDIT = "schedule.artist.see", "schedule.artist.edit"

theme.also(Path(__file__).parent / "schedule.css")
theme.also(Path(__file__).parent / "people.css")

SCREENS = Screens(
    name="schedule",
    offers=OFFERS,
    screens=(
        Screen("/calendar", draw_calendar, SEE, N_("Calendar")),
        Screen("/arrivals", draw_arrivals, RUN, N_("Check in by code")),
        Screen("/bookings/{code}", draw_booking, SEE, N_("Booking")),
        Screen("/waitlist", draw_waitlist, WAITING, N_("Waitlist")),
        Screen("/artists", draw_artists, PEOPLE, N_("Artists")),
        Screen("/artists/new", draw_new_artist, PEOPLE_EDIT, N_("New artist")),
        Screen("/artists/{code}", draw_artist, PEOPLE, N_("Artist")),
        Screen("/artists/{code}/edit", draw_edit_artist, PEOPLE_EDIT, N_("Edit artist")),
        Screen(POLICY, draw_policy, POLICY_SEE, N_("Deposits and cancelling")),
        Screen("/stations", draw_stations, PEOPLE, N_("Stations")),
    ),
    menu=(
        MenuItem(N_("Calendar"), "calendar", "/calendar", 12, SEE),
        MenuItem(N_("Artists"), "needle", "/artists", 62, PEOPLE),
        MenuItem(N_("Stations"), "pin", "/stations", 64, PEOPLE),
    ),
    slots=(
        Slot("client.profile.health", draw_client, 40, DONE, N_("How it heals")),
        Slot("settings.sections", draw_policy_section, 8, POLICY_SEE, N_("Deposits and cancelling")),
    ),
    first_steps=FIRST,
    plain=(feed_routes.router, people_files.router),
    api=(
        *(api_people.artists, api_people.stations, api_portfolio.router, api_feed.router),
        *(api.router, api_healing.router, api_waiting.router),
    ),
)
