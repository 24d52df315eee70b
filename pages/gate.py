"""The gate, the outermost layer: zone, host, origin, session, size and rate are settled before anything else looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote
from uuid import UUID

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.answers import FOREIGN, HTML, NEUTRAL, NO_TOKEN, SIGN_IN_FIRST, TOO_LARGE, Answer, go, too_many
from pages.server.body import Body, cap_for, hear_out
from pages.server.dispatch import Dispatch
from pages.server.encrypted import admits_staff, is_for_phones_alone, lead_to_encrypted
from pages.server.guests import OpenRoute, OpenRoutes, open_routes
from pages.server.headers import Sealed
from pages.server.presence import Presence
from pages.server.sockets import Sockets
from pages.server.throttle import Throttle, disguised
from pages.server.visit import SAFE, Visit
from studio.kernel.actor import Actor

__all__ = ["Gate", "Knowledge"]
NOWHERE = "/-"


@dataclass(frozen=True)
class Knowledge:
    """What the gate asks the studio. Handed in, so that the gate can be tried without one."""

    session: Callable[[str], Actor | None]
    """Who is signed in with this cookie."""
    bearer: Callable[[str], Actor | None]
    """Whose API token this is."""
    empty: Callable[[], bool]
    """Whether nobody has set the studio up yet."""
    setting: Callable[[str], int]
    """A studio setting by its key: lan.staff and the limits."""
    tablet: Callable[[str], Actor | None] = lambda cookie: None
    """Which paired tablet carries this cookie."""
    seal: Callable[[str], str] = lambda cookie: ""
    """The form token of a signed-in page, made from its cookie."""
    enters: Callable[[Actor], bool] = lambda actor: True
    """Whether their role may come in from the network."""
    arrived: Callable[[bool], None] = lambda encrypted: None
    """Told when something on the network opened a page, and whether encrypted."""


class Gate:
    """Wraps the whole application. `plain` serves guests, sign-in and the API; `screens` is NiceGUI."""

    def __init__(
        self,
        plain: ASGIApp,
        screens: ASGIApp,
        knows: Knowledge,
        routes: OpenRoutes | None = None,
    ) -> None:
        self.plain, self.screens, self.knows = plain, screens, knows
        self.nothing_here = Answer(404, NEUTRAL, HTML)
        self.routes = routes or open_routes()
        self.dispatch = Dispatch(plain)
        self.throttle = Throttle()
        self.presence = Presence()
        self.sockets = Sockets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.screens(scope, receive, send)
        elif "linework.zone" not in scope or "linework.door" not in scope:
            await self.nothing_here.give(scope, send)
        else:
            await self._meet(Visit(scope), receive, send)

    def guests_active(self) -> int:
        """How many phones were here in the last minutes."""
        return self.presence.count()

    def drop(self, sessions: Iterable[UUID]) -> None:
        """Close what is open of sessions that have ended."""
        self.sockets.drop(sessions)

    async def _meet(self, visit: Visit, receive: Receive, send: Send) -> None:
        sealed = Sealed(send, visit)
        visit.scope["linework.actor"] = None
        visit.scope["linework.cookie"] = visit.door.cookie
        refusal = await self._judge(visit)
        if refusal is self.nothing_here and not visit.is_websocket:
            await self._say_nothing(visit, sealed)
        elif refusal is not None:
            if refusal is TOO_LARGE:
                await hear_out(receive)
            await refusal.give(visit.scope, sealed)
        elif visit.is_websocket:
            sealed.plain = False
            await self.sockets.carry(self.screens, visit, receive, sealed)
        else:
            await self._let_in(visit, receive, sealed)

    async def _judge(self, visit: Visit) -> Answer | None:
        """None lets the visit in; every check that can refuse is named here, in order."""
        if not visit.knows_host():
            return FOREIGN
        actor = self._who(visit)
        visit.scope["linework.actor"] = actor
        route = self._open_route(visit, actor)
        waits = await self._guest_waits(visit, route)
        if waits:
            return too_many(waits, api=False)
        elsewhere = lead_to_encrypted(visit, route, self.knows.setting)
        if elsewhere is not None:
            return elsewhere
        if route is None and actor is None:
            return self._stranger(visit)
        if route is None and is_tablet(actor):
            return self.nothing_here
        if (visit.is_transport or visit.method not in SAFE) and not visit.comes_from_here():
            return FOREIGN
        if _claims_too_much(visit):
            return TOO_LARGE
        return await self._api_too_often(visit)

    def _who(self, visit: Visit) -> Actor | None:
        """The actor at the door. The API believes bearer tokens alone; the LAN knows staff if the owner allows it.

        A paired tablet is itself wherever it waits or lets somebody sign, and wherever nobody is signed in.
        """
        person, tablet = self._person_of, self._tablet_of
        first, second = (tablet, person) if visit.segment in {"kiosk", "c"} else (person, tablet)
        actor = first(visit) or second(visit)
        if actor is None:
            return None
        agent = visit.header(b"user-agent")[:200]
        return replace(actor, address=visit.address, agent=agent, zone=visit.door.zone)

    def _person_of(self, visit: Visit) -> Actor | None:
        if not admits_staff(visit.door, self.knows.setting):
            return None
        if visit.segment == "api":
            token, find = visit.bearer(), self.knows.bearer
        else:
            token, find = visit.cookie(visit.door.cookie), self.knows.session
        actor = find(token) if token else None
        at_the_desk = visit.door.zone == "desk"
        return actor if actor is None or at_the_desk or self.knows.enters(actor) else None

    def _tablet_of(self, visit: Visit) -> Actor | None:
        token = visit.cookie(visit.door.tablet_cookie)
        if is_for_phones_alone(visit.door, self.knows.setting):
            return None
        return self.knows.tablet(token) if token else None

    def _open_route(self, visit: Visit, actor: Actor | None) -> OpenRoute | None:
        """The open address that is meant; to a paired tablet a few more are open, NiceGUI's own among them."""
        if visit.segment == "pair" and is_for_phones_alone(visit.door, self.knows.setting):
            return None
        if is_tablet(actor):
            return self.routes.find(visit.path, visit.method, "guest", "kiosk")
        return None if visit.is_websocket else self.routes.find(visit.path, visit.method, *self._open_groups(visit))

    def _open_groups(self, visit: Visit) -> tuple[str, ...]:
        if visit.door.zone == "desk":
            return ("guest", "staff", "desk")
        return ("guest", "staff") if admits_staff(visit.door, self.knows.setting) else ("guest",)

    def _stranger(self, visit: Visit) -> Answer:
        """Nobody signed in, and not an open address."""
        if not admits_staff(visit.door, self.knows.setting):
            return self.nothing_here
        if visit.segment == "api":
            return NO_TOKEN
        if visit.is_transport or visit.method not in {"GET", "HEAD"}:
            return SIGN_IN_FIRST
        if not visit.is_page:
            return self.nothing_here
        if visit.door.zone == "desk" and self.knows.empty():
            return go("/setup")
        return go(f"/login?next={quote(visit.full_path)}" if visit.path != "/" else "/login")

    async def _guest_waits(self, visit: Visit, route: OpenRoute | None) -> int:
        """Limits by token anywhere; on the network also by address, and for guessing what does not exist."""
        token = route.token(visit.path) if route and route.counts_per == "token" else ""
        waits = 0
        if token:
            waits = await self.throttle.wait("guest", disguised(token), self.knows.setting("limits.guest_per_minute"))
        if not waits and visit.door.zone == "lan" and not visit.is_loopback:
            kind = "address" if route or visit.scope["linework.actor"] else "astray"
            waits = await self.throttle.wait(kind, visit.address, self.knows.setting(f"limits.{kind}_per_minute"))
        return waits

    async def _api_too_often(self, visit: Visit) -> Answer | None:
        """So many a minute, never more than the burst at once: the burst refills evenly."""
        token = visit.bearer() if visit.segment == "api" else ""
        if not token:
            return None
        burst, minute = self.knows.setting("limits.api_burst"), self.knows.setting("limits.api_per_minute")
        waits = await self.throttle.wait("api", disguised(token), burst, seconds=round(60 * burst / minute))
        return too_many(waits, api=True) if waits else None

    def _seen(self, visit: Visit) -> None:
        self.presence.seen(visit.address)
        if not visit.is_loopback:
            self.knows.arrived(visit.door.tls)

    async def _say_nothing(self, visit: Visit, sealed: Sealed) -> None:
        """The plain app's page for what is not there, the same whatever was asked for."""
        asked = {
            "method": "GET",
            "path": NOWHERE,
            "raw_path": NOWHERE.encode(),
            "query_string": b"",
            "linework.actor": None,
        }
        await self.plain({**visit.scope, **asked}, nothing_more, sealed)

    async def _let_in(self, visit: Visit, receive: Receive, sealed: Sealed) -> None:
        to_plain = self.dispatch.is_plain(visit.path)
        sealed.plain = to_plain
        if not to_plain and visit.method == "GET":
            visit.scope["linework.form_token"] = self.knows.seal(visit.cookie(visit.door.cookie))
        if visit.door.zone == "lan" and to_plain and visit.segment not in {"static", "healthz", "api"}:
            self._seen(visit)
        body = Body(visit.scope, receive, sealed, cap_for(visit.path))
        try:
            await (self.plain if to_plain else self.screens)(visit.scope, body, sealed)
        except Exception:  # a body cut off here breaks whoever was reading it, and has been answered already
            if not body.refused:
                raise


def is_tablet(actor: Actor | None) -> bool:
    """Whether it is a paired tablet, which reaches what it needs to wait and to let somebody sign."""
    return actor is not None and actor.kind == "device"


async def nothing_more() -> Message:
    """An empty request."""
    return {"type": "http.request", "body": b"", "more_body": False}


def _claims_too_much(visit: Visit) -> bool:
    length = visit.header(b"content-length")
    return bool(length) and (not length.isdigit() or int(length) > cap_for(visit.path))
