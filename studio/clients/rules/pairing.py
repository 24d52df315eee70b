"""Which two clients on file look like one person, and why."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from uuid import UUID

from studio.clients.rules.matching import NAME, Likeness, name_points, same_phone

SURE = 55
"""From here on two files are worth a look: one trait alone, such as a shared phone, is not."""


def pairs_in(blocks: Iterable[Sequence[UUID]]) -> set[tuple[UUID, UUID]]:
    """Every two who share a block, each pair once."""
    return {pair for block in blocks for pair in combinations(sorted(set(block)), 2)}


def traits_shared(one: Likeness, other: Likeness) -> tuple[str, ...]:
    """What speaks for it: of name, phone, email and birth those that are the same."""
    same = {
        "name": name_points(one.name, other.name) >= NAME,
        "phone": same_phone(one.phone_digits, other.phone_digits),
        "email": bool(one.email) and one.email.lower() == other.email.lower(),
        "birth": one.birth_date is not None and one.birth_date == other.birth_date,
    }
    return tuple(trait for trait, shared in same.items() if shared)
