"""A studio of any size, filled through the product's own verbs, with people to measure as."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from run import rooms
from storage.search import settle
from studio.clients.actions import invite_registration
from studio.clients.demo.fill import BATCH, fill_batch
from studio.clients.demo.people import Person
from studio.clients.rules.phones import clean_phone
from studio.extension.opening import open_studio
from studio.kernel.actor import CONSOLE, Actor, verified
from studio.kernel.house import House, close_house
from studio.kernel.work import perform
from studio.staff.actions import add_user, invite_device, issue_token, open_sign_in, pair_device
from studio.staff.queries import actor_of_session, guest_of_token
from studio.upkeep.actions import change_setting
from tests.bench.people import Somebody, people

NOBODY_WAITS = {
    "limits.api_burst": 10000,
    "limits.api_per_minute": 60000,
    "clients.inbox.limit": 100_000,
    "clients.inbox.per_minute": 6000,
}
"""The limits against floods, as far up as they go: a benchmark is one."""


@dataclass(frozen=True)
class Studio:
    """A closed data folder and the keys to it."""

    folder: Path
    clients: int
    bearer: str
    cookie: str

    def invite(self, guests: int) -> list[str]:
        """So many tokens for guests about to register, as fresh as QR codes just shown."""
        with at_work(self) as (_, owner):
            return [perform(owner, invite_registration)[0] for _ in range(guests)]

    def change(self, settings: Mapping[str, int]) -> None:
        """Set what this figure is about."""
        with at_work(self):
            for key, value in settings.items():
                perform(CONSOLE, change_setting, key, value)

    def pair(self) -> str:
        """The cookie of a tablet, freshly paired."""
        with at_work(self) as (_, owner):
            token, _ = perform(owner, invite_device)
            guest = guest_of_token(token, "pair")
            assert guest is not None
            return perform(guest.actor(agent="Tablet"), pair_device, guest.id, "Front desk")[0]


def build(folder: Path, clients: int) -> Studio:
    """Make the reference studio with so many clients."""
    with opened(folder) as house:
        for key, value in NOBODY_WAITS.items():
            if house.settings.declaration(key):
                perform(CONSOLE, change_setting, key, value)
        settled = {"studio.name": "Needle & Thread", "studio.country": "BR", "studio.zone": "America/Sao_Paulo"}
        for key, text in settled.items():
            perform(CONSOLE, change_setting, key, text)
        owner = perform(CONSOLE, add_user, name="Mara", email="mara@example.com", role="owner", password_hash="none")
        cookie = perform(verified(), open_sign_in, owner.id)
        bearer, _ = perform(CONSOLE, issue_token, owner.id, 1)
        _put_on_file(house, clients)
        settle(house.db)
        house.db.checkpoint()
    return Studio(folder, clients, bearer, cookie)


@contextmanager
def opened(folder: Path) -> Iterator[House]:
    """The studio, open in this process."""
    try:
        yield open_studio(folder, rooms(screens=False))
    finally:
        close_house()


@contextmanager
def at_work(studio: Studio) -> Iterator[tuple[House, Actor]]:
    """The studio open in this process, and its owner signed in."""
    with opened(studio.folder) as house:
        yield house, _actor(studio.cookie)


def _actor(cookie: str) -> Actor:
    actor = actor_of_session(cookie)
    assert actor is not None
    return actor


def _put_on_file(house: House, clients: int) -> None:
    everybody, now, seed = list(people(clients)), house.clock.now(), random.Random(1)
    for start in range(0, clients, BATCH):
        batch = [_person(one) for one in everybody[start : start + BATCH]]
        moments = [now - timedelta(seconds=clients - start - at) for at in range(len(batch))]
        perform(CONSOLE, fill_batch, batch, moments, seed.random())


def _person(one: Somebody) -> Person:
    values: dict[str, object] = {
        "name": f"{one.first} {one.last}", "preferred_name": "", "pronouns": "", "phone": clean_phone(one.phone, "BR"),
        "email": one.email, "birth_date": None, "address": "", "notes": "", "tags": [], "language": "pt-BR",
        "emergency_name": "", "emergency_phone": "", "emergency_relation": "",
    }  # fmt: skip
    return Person(values, national=one.phone)
