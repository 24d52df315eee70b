"""Tablets of a test studio."""

from itertools import count
from uuid import UUID

from studio.kernel.actor import Actor
from studio.kernel.work import perform
from studio.staff.actions import invite_device, pair_device
from studio.staff.queries import device_of_token, guest_of_token
from tests.factories.people import signed_in

_number = count(1)


def paired(name: str = "") -> Actor:
    """A tablet, freshly paired by the owner."""
    actor = device_of_token(pairing(name)[0])
    assert actor is not None
    return actor


def id_of(tablet: Actor) -> UUID:
    """The tablet's own id."""
    assert tablet.device_id is not None
    return tablet.device_id


def pairing(name: str = "") -> tuple[str, Actor]:
    """The token of a tablet's cookie, and who paired it."""
    owner = signed_in("owner")
    token, _ = perform(owner, invite_device)
    view = guest_of_token(token, "pair")
    assert view is not None
    cookie, _ = perform(view.actor(agent="Tablet"), pair_device, view.id, name or f"Tablet {next(_number)}")
    return cookie, owner
