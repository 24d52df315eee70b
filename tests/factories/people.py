"""People of a test studio."""

from itertools import count
from uuid import UUID

from studio.kernel.actor import CONSOLE, Actor, verified
from studio.kernel.work import perform
from studio.staff.actions import add_user, open_sign_in
from studio.staff.queries import actor_of_session

PASSWORD = "seven quiet needles"
HASH = "$2b$04$2u6bS7n7yJkZyq8n0m9yqe4yqkJb1m1mZb8cB0c1m8bTq7pQn2a5K"
"""Fits no password: most tests never type one, and hashing is slow on purpose."""

_number = count(1)


def signed_in(role: str = "owner", name: str = "", email: str = "") -> Actor:
    """Somebody with this role, freshly signed in."""
    n = next(_number)
    who = name or f"{role.replace('_', ' ').title()} {n}"
    user = perform(CONSOLE, add_user, name=who, email=email or f"{role}{n}@example.com", role=role, password_hash=HASH)
    actor = actor_of_session(perform(verified(), open_sign_in, user.id))
    assert actor is not None
    return actor


def id_of(actor: Actor) -> UUID:
    """Whose act it is: everybody signed in has an id."""
    assert actor.id is not None
    return actor.id
