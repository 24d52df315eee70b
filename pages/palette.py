"""What the command palette offers to whom: only screens, settings and acts that this person may reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from components.app.perform import look
from components.palette import Entry, Palette
from components.palette.palette import Offer
from components.pickers.search_box import Choice, Search
from pages.catalog.showing import price_text
from pages.clients.invite import INVITE, show_invitation
from pages.documents.words import kind_word
from pages.upkeep.setting_groups import TITLES, group_of
from studio.catalog.queries import Service, services
from studio.consent.queries import texts
from studio.consent.queries.packets import packet_by_code
from studio.documents.papers.queries import list_papers
from studio.extension.registry import may, registry
from studio.extension.screens import MenuItem
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.staff.queries import UserView, list_users
from studio.tattoo.queries import Piece, find_pieces, list_pieces
from studio.tattoo.words import STATES

CONSENT = re.compile(r"cs-?\d{4,}", re.IGNORECASE)
PIECE = re.compile(r"pc-?\d{4,}", re.IGNORECASE)
FILE = re.compile(r"/clients/([\w-]+)")
EVERYBODY = 200
NOT_FROM_HERE = {"/kiosk"}
PIECES = "tattoo.piece.see"


def draw_palette(actor: Actor, items: Sequence[MenuItem], keys: Mapping[str, str], clients: Search | None) -> None:
    """Put it into the frame that is being drawn."""
    offering = Offering(actor, items, keys, clients)
    acts = {"register": show_invitation}
    offer = Offer(offering.entries, offering.search, offering.recall, t("Clients"), acts)
    Palette(offer, who=str(actor.id))


class Offering:
    """One page's answers to its palette."""

    def __init__(
        self, actor: Actor, items: Sequence[MenuItem], keys: Mapping[str, str], clients: Search | None
    ) -> None:
        self.actor, self.items, self.keys, self.clients = actor, items, keys, clients
        self.known: list[Entry] = []

    async def entries(self) -> list[Entry]:
        """All that is not a client."""
        people = await self._people() if self._may("staff.user.see") else []
        settings = self._settings() if self._may("upkeep.settings.reach") else []
        offered = await self._services() if self._may("catalog.service.see") else []
        signed = await self._texts() if self._may("consent.template.see") else []
        papers = await self._papers() if self._may("documents.paper.see") else []
        pieces = await self._pieces() if self._may(PIECES) else []
        self.known = [*self._acts(), *self._screens(), *pieces, *offered, *signed, *papers, *people, *settings]
        return self.known

    async def search(self, query: str) -> Sequence[Choice]:
        """One question a keystroke: a consent or a piece by its code, else clients by any fragment."""
        if CONSENT.fullmatch(query) and self._may("consent.packet.list"):
            return await self._consent(query)
        if PIECE.fullmatch(query) and self._may(PIECES):
            return [_piece(one) for one in await look(find_pieces, query[:2] + "-" + query[2:].lstrip("-"))]
        return await self.clients(query) if self.clients else []

    async def recall(self, addresses: Sequence[str]) -> list[Choice]:
        """What was opened last and may still be seen, named as it is called now."""
        known = {one.to: one for one in self.known}
        found = [known.get(address) or await self._client_at(address) for address in addresses]
        return [one for one in found if one]

    async def _client_at(self, address: str) -> Choice | None:
        file = FILE.fullmatch(address)
        if not (file and self.clients):
            return None
        return next((one for one in await self.clients(file[1]) if one.to == address), None)

    async def _consent(self, query: str) -> list[Choice]:
        code = query.upper() if "-" in query else f"{query[:2].upper()}-{query[2:]}"
        try:
            row = (await look(packet_by_code, code)).row
        except Refusal:
            return []
        return [
            Entry(str(row.id), row.client_name, "", row.code, f"/consent/{row.code}", "tablet", group=t("Consents"))
        ]

    def _acts(self) -> Iterator[Entry]:
        group = t("Do")
        if self._may("clients.client.edit"):
            yield Entry("do-new", t("New client"), to="/clients/new", icon="plus", group=group)
        if self._may(INVITE):
            yield Entry("do-register", t("Register a client"), icon="qr", group=group, act="register")
        if self._may("catalog.service.edit"):
            yield Entry("do-service", t("New service"), to="/catalog/new", icon="plus", group=group)
        yield Entry("do-theme", t("Switch between light and dark"), icon="moon", group=group, act="theme")
        keys = 'press [data-key="?"]'
        yield Entry("do-keys", t("Keyboard shortcuts"), icon="help", group=group, key="?", act=keys)
        lock = 'press [data-key="g l"]'
        yield Entry("do-lock", t("Lock the screen"), icon="lock", group=group, key="g l", act=lock)
        out = "press [data-sign-out]"
        yield Entry("do-out", t("Sign out"), icon="logout", group=group, act=out)

    def _screens(self) -> Iterator[Entry]:
        group, drawn = t("Go to"), {item.to: item.icon for item in self.items}
        screens = {one.path: one for one in registry().all_screens() if "{" not in one.path and self._may(one.needs)}
        for path in (*drawn, *(path for path in screens if path not in drawn)):
            if path in screens and path not in NOT_FROM_HERE | {"/clients/new", "/catalog/new"}:
                title, icon = t(screens[path].title), drawn.get(path, "right")
                yield Entry(f"go{path}", title, to=path, icon=icon, group=group, key=self.keys.get(path, ""))

    def _settings(self) -> Iterator[Entry]:
        for one in house().settings:
            group = group_of(one.key, one.group)
            title = t(TITLES.get(one.key, one.sentence))
            words = f"{one.key} {t(one.help)}" if one.help else one.key
            yield Entry(
                f"set-{one.key}",
                title,
                t(group.title),
                to=f"/settings#{one.key}",
                icon="sliders",
                group=t("Settings"),
                words=words,
                sought=True,
            )

    async def _services(self) -> list[Entry]:
        found = await look(services, active=None)
        return [_service(one) for one in found[:EVERYBODY]]

    async def _texts(self) -> list[Entry]:
        """What clients read and sign."""
        found, group = await look(texts), t("Consent texts")
        return [
            Entry(f"text-{one.key}", one.title, one.for_whom, to=f"/consent/templates/{one.key}", icon="edit",
                  group=group, words=one.key, sought=True)
            for one in found
        ]  # fmt: skip

    async def _papers(self) -> list[Entry]:
        """What guests are shown and clients take home, by title and by kind."""
        found, group = await look(list_papers), t("Papers")
        return [
            Entry(f"paper-{one.key}", one.title, kind_word(one.kind), to=f"/documents/papers/{one.key}", icon="note",
                  group=group, words=one.key, sought=True)
            for one in found
        ]  # fmt: skip

    async def _pieces(self) -> list[Entry]:
        """What is under way."""
        found = await look(list_pieces, state="open", size=EVERYBODY)
        return [_piece(one) for one in found.items]

    async def _people(self) -> list[Entry]:
        found, _ = await look(list_users, 1, EVERYBODY)
        return [self._person(one) for one in found]

    def _person(self, one: UserView) -> Entry:
        role, address = house().rights.title(one.role), f"/staff/{one.id}"
        return Entry(f"who-{one.id}", one.name, role, to=address, group=t("People"), words=one.email, sought=True)

    def _may(self, needs: str | None) -> bool:
        return may(self.actor, needs, house().rights)


def _piece(one: Piece) -> Entry:
    where, told = f"/pieces/{one.code}", f"{one.client}, {t(STATES[one.state]).lower()}"
    words = f"{one.code} {one.client} {one.style}"
    return Entry(
        f"pc-{one.id}", one.title, told, one.code, where, "needle", group=t("Pieces"), words=words, sought=True
    )


def _service(one: Service) -> Entry:
    where = f"/catalog/{one.code}"
    return Entry(
        f"sv-{one.id}",
        one.name,
        price_text(one),
        one.code,
        where,
        "tag",
        group=t("Services"),
        words=one.code,
        sought=True,
    )
