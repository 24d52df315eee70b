"""A clock of a test studio."""

from datetime import datetime, timedelta

from studio.kernel.house import House
from studio.kernel.time import Clock
from studio.staff.queries.standing import forget


class Later(Clock):
    """A clock that is set forward by hand."""

    def __init__(self) -> None:
        real = Clock().read
        self.by = timedelta(0)
        super().__init__(lambda: real() + self.by)

    def wait(self, **time: float) -> datetime:
        """Let so much time pass; what was read of sign-ins a moment ago is forgotten."""
        self.by += timedelta(**time)
        forget()
        return self.read()


def later(house: House) -> Later:
    """The house's clock, from now on turned by hand."""
    house.clock = made = Later()
    return made
