"""Artists, stations and months of bookings, made up."""

from studio.extension.area import DemoPlan
from studio.kernel.house import House


def fill(house: House, plan: DemoPlan) -> None:
    """For now an empty calendar."""
