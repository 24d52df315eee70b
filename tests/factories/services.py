"""Services of a test studio."""

from typing import Any

from studio.catalog.actions import add_service
from studio.catalog.models import ServiceEntry
from studio.kernel.actor import Actor
from studio.kernel.money import Money
from studio.kernel.work import perform


def offered(actor: Actor, name: str = "Flash, small", **details: Any) -> ServiceEntry:
    """A service, put into the catalogue by somebody."""
    return perform(actor, add_service, {"name": name, "kind": "tattoo", "minutes": 60, **details})


def pounds(whole: int) -> Money:
    """An amount in the currency studios of tests count in."""
    return Money(whole * 100, "GBP")
