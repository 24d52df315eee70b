"""The schedule for programs: artists, stations, bookings and those who wait."""

from pages.schedule import api, api_people, api_waiting
from studio.extension.screens import Screens

SCREENS = Screens(name="schedule", api=(api_people.artists, api_people.stations, api.router, api_waiting.router))
