"""What the schedule stores."""

from studio.schedule.models.booking import Booking, BookingOverride, BookingPolicy, BookingService, BookingTimer
from studio.schedule.models.healing import HealingCheck
from studio.schedule.models.people import Absence, Artist, CalendarFeed, Certificate, DepositRule
from studio.schedule.models.places import Closure, Station
from studio.schedule.models.portfolio import PortfolioWork
from studio.schedule.models.waiting import WaitEntry

__all__ = [
    "Absence",
    "Artist",
    "Booking",
    "BookingOverride",
    "BookingPolicy",
    "BookingService",
    "BookingTimer",
    "CalendarFeed",
    "Certificate",
    "Closure",
    "DepositRule",
    "HealingCheck",
    "PortfolioWork",
    "Station",
    "WaitEntry",
]
