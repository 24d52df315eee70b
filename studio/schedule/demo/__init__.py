"""A believable calendar: eight artists, six stations, three months of bookings, and a few who wait."""

from studio.schedule.demo.fill import fill, fill_bookings, hand_over

__all__ = ["fill", "fill_bookings", "hand_over"]
