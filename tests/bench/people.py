"""The people every system under test has on file: the same arguments give the same people."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from storage.folding import fold

_WORDS = """
Ana Bea Cami Dani Edu Fer Gabi Hele Isa João Kari Lu Mari Nico Oli Pau Rafa Sofi Tha Vito
la rina lo na nda ro el sa tiana vel go nha ça ane mir
Al Bar Car Dor Es Fon Gon Hen Ib Jun Kow Lim Mon Nov Oli Per Quin Ros Sil Tor Ul Vas Wer Xav Zan
meida bosa valho neles teves seca çalves riques añez queira alski a teiro aes veira eira tana sa va res rich ques ner \
ier otti
"""
FIRST_A, FIRST_B, LAST_A, LAST_B = (line.split() for line in _WORDS.strip().splitlines())


class Somebody(NamedTuple):
    """One client of the reference studio."""

    first: str
    last: str
    phone: str
    email: str


class Keys(NamedTuple):
    """What is searched for: 500 different fragments, the same ones in every system."""

    names: list[str]
    phones: list[str]


def people(count: int, seed: int = 1) -> Iterator[Somebody]:
    """Names with accents, half of them with two last names; phones of 11 digits, no two alike."""
    rng = random.Random(seed)
    for number in range(1, count + 1):
        first = rng.choice(FIRST_A) + rng.choice(FIRST_B)
        last = rng.choice(LAST_A) + rng.choice(LAST_B)
        if rng.random() < 0.5:
            last += " " + rng.choice(LAST_A) + rng.choice(LAST_B)
        phone = f"119{(number * 48271 + 12345678) % 100000000:08d}"
        yield Somebody(first, last, phone, f"c{number}@example.com")


def keys(count: int) -> Keys:
    """Four letters of a last name, or the last six digits of a phone, of 500 people drawn from so many."""
    drawn = random.Random(7).sample(list(people(count)), min(500, count))
    lasts = [(fold(one.last.split()[0]), fold(one.first)) for one in drawn]
    names = [(last if len(last) >= 4 else first)[:4] for last, first in lasts]
    return Keys(names, [one.phone[-6:] for one in drawn])
