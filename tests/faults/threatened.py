"""A studio with somebody of every role, a tablet, guests' codes and a few papers, served for real to be attacked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from pages.console.demo import fill
from storage.folder import DataFolder
from studio.consent.drawer import drawer
from studio.consent.queries import list_packets
from studio.extension.opening import open_studio
from studio.kernel.actor import CONSOLE, verified
from studio.kernel.house import close_house, house
from studio.kernel.permissions import PEOPLE
from studio.kernel.work import ask, perform
from studio.messages.postman import postman
from studio.messages.queries import my_alerts
from studio.staff.actions import invite_guest, issue_token, open_sign_in
from studio.upkeep.actions import change_setting
from tests.conftest import rooms
from tests.factories.devices import pairing
from tests.factories.people import id_of, signed_in
from tests.faults.running import Running

NOBODY, TABLET, INSPECTOR = "nobody", "tablet", "inspector"
OFTEN = 600  # everybody asks for every address of one guest within a minute; tests/pages/test_gate_limits.py counts


@dataclass
class Threatened:
    """Where it is served, and what everybody carries."""

    served: Running
    cookies: dict[str, str]
    bearers: dict[str, str]
    ids: dict[str, str]
    things: dict[str, str] = field(default_factory=dict)

    @property
    def desk(self) -> str:
        return f"http://127.0.0.1:{self.served.port}"

    def browser(self, role: str = NOBODY, *, lan: bool = False) -> httpx.Client:
        """A browser at the desk's door or the network's, signed in as this role."""
        port = self.served.lan_port if lan else self.served.port
        use = "_tablet" if role == TABLET else ""
        cookies = {f"linework{use}_{port}": self.cookies[role]} if role != NOBODY else {}
        return httpx.Client(base_url=f"http://127.0.0.1:{port}", cookies=cookies, timeout=30, verify=False)

    def program(self, role: str = NOBODY) -> httpx.Client:
        """A program with this role's token."""
        headers = {"authorization": f"Bearer {self.bearers[role]}"} if role != NOBODY else {}
        return httpx.Client(base_url=f"{self.desk}/api/v1", headers=headers, timeout=30, verify=False)


def threatened(data: Path, *words: str) -> Threatened:
    """Filled in this process, then served in one of its own."""
    registry = rooms()
    folder = DataFolder(data)
    place = open_studio(folder.path, registry)
    try:
        fill(place, registry, clients=8, years=1, seed=7)
        drawer.settle()
        perform(CONSOLE, change_setting, "limits.guest_per_minute", OFTEN)
        made = Threatened(None, {}, {}, {})  # type: ignore[arg-type]  # served a moment later
        for role in PEOPLE:
            user = id_of(signed_in(role, email=f"{role}@northquay.example"))
            made.cookies[role] = perform(verified(), open_sign_in, user)
            made.bearers[role] = made.cookies[role]  # an inspector gets no token, and tries this one
            if role != INSPECTOR:
                made.bearers[role], _ = perform(verified(), issue_token, user, 1)
            made.ids[role] = str(user)
        made.cookies[TABLET] = pairing("The tablet")[0]
        made.things = _things()
        postman.settle()
        place.db.checkpoint()
    finally:
        close_house()
    made.served = Running(None, data, "--lan", *words)
    return made


def _things() -> dict[str, str]:
    """Something of each kind an address can name."""
    owner = signed_in("owner")
    with house().db.reading() as read:

        def one(query: str) -> Any:
            return read.exec_driver_sql(query).scalar()

        found = {
            "client": one("select code from client where photo is not null limit 1"),
            "second": one("select code from client order by number desc limit 1"),
            "registration": one("select id from registration limit 1"),
            "ceremony": one("select id from consent_ceremony limit 1"),
            "service": one("select code from service limit 1") or "",
        }
    packets = ask(owner, list_packets)[0]
    alerts = ask(owner, my_alerts)[0]
    found |= {"packet": packets[0].code, "alert": str(alerts[0].id) if alerts else ""}
    found["token"] = perform(owner, invite_guest, "registration")[0]
    return {name: str(value) for name, value in found.items()} | {"console": CONSOLE.name}
