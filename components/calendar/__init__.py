"""The calendar: bookings in columns of artists or stations, a week or a month, moved by mouse, finger or keys."""

from components.calendar.calendar import DRAGGED, PROPOSED, Booked, Calendar, Closed, Place

__all__ = ["DRAGGED", "PROPOSED", "Booked", "Calendar", "Closed", "Place"]
