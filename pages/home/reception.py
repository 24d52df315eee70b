"""Below the day: the code a guest scans, the forms that wait, and whose file changed last."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.marks import LIGHTS
from components.app.moments import show_moment, show_time, show_wait
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from components.lane import Card, Lane
from pages.clients.invite import INVITE, SEE, Invitation
from pages.clients.showing import field_text, photo_address
from studio.clients.queries import ClientRow, Page, RegistrationRow, list_clients, list_registrations
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import nt, t

CLIENTS, EDIT = "clients.client.see", "clients.client.edit"
SHOWN, RECENT = 6, 8


class Reception:
    """`draw` once, `load` whenever something has changed."""

    def __init__(self) -> None:
        rights, actor = house().rights, current_actor()
        self.invites = may(actor, INVITE, rights)
        self.reads_inbox = may(actor, SEE, rights)
        self.reads_clients = may(actor, CLIENTS, rights)
        self.edits = may(actor, EDIT, rights)
        self.inbox: Lane | None = None
        self.recent: Lane | None = None
        self.waiting: Page[RegistrationRow] | None = None

    def draw(self) -> None:
        """The panel and both lanes, as far as whoever looks may see them."""
        if self.invites:
            with ui.element("section").classes("panel stack loose today-register"):
                with ui.element("div").classes("line apart"):
                    text(t("Register a client"), "large", "h2")
                    if self.edits:
                        button(t("New client"), icon="plus", to="/clients/new", kind="bare")
                Invitation(size=224).draw()
        if self.reads_inbox:
            hint = t("Forms that guests send from their phones arrive here.")
            self.inbox = Lane(t("Inbox"), drawing="envelope", empty=t("No form waits"), hint=hint)
            self.inbox.classes("lane-inbox")
        if self.reads_clients:
            hint = t("Whoever registers or is put on file appears here.")
            self.recent = Lane(t("Last changed"), drawing="moth", empty=t("No clients yet"), hint=hint)
            self.recent.classes("lane-recent")

    async def load(self) -> None:
        """Fetch both lanes."""
        if self.inbox:
            self.waiting = await look(list_registrations, state="waiting", size=SHOWN, newest=True)
            self.show_waiting()
        if self.recent:
            page = await look(list_clients, size=RECENT, sort="-changed")
            more = ("/clients", t("All {n} clients", n=page.total)) if page.total > RECENT else None
            self.recent.show([client_card(row) for row in page.items], more=more)

    def show_waiting(self) -> None:
        """The inbox as it was last read, at this moment."""
        if self.inbox and self.waiting:
            page, rest = self.waiting, self.waiting.total - len(self.waiting.items)
            more = ("/inbox", t("{n} more in the inbox", n=rest)) if rest else None
            self.inbox.show([waiting_card(row) for row in page.items], total=page.total, more=more)

    def words(self) -> str:
        """How many forms wait, for whoever reads them."""
        total = self.waiting.total if self.waiting else 0
        return nt("{n} form waits", "{n} forms wait", total) if total else ""


def waiting_card(row: RegistrationRow) -> Card:
    """A form that waits, as a card."""
    kind, words = LIGHTS[row.health_light]
    return Card(
        id=str(row.id),
        to=f"/inbox/{row.id}",
        title=row.name,
        lead=show_time(row.submitted_at),
        note=show_wait(row.submitted_at),
        tags=(t("Minor"),) if row.minor else (),
        marks=((kind, t(words)),),
        act=t("Open"),
        stop=row.health_light == "red",
    )


def client_card(row: ClientRow) -> Card:
    """A client, as a card."""
    return Card(
        id=str(row.id),
        to=f"/clients/{row.code}",
        title=row.name,
        line=" · ".join(filter(None, (row.code, field_text("phone", row.phone)))),
        note=show_moment(row.updated_at),
        face=True,
        photo=photo_address(row.code, row.photo_small),
    )
