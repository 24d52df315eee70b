"""How far a signing has come, told live: waiting, being read, signed, ended; and what staff do next."""

from __future__ import annotations

from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import Kind, status_mark
from components.app.moments import show_time
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.qr import qr
from pages.consent.guardian_turn import GuardianTurn, turn_words
from studio.consent.actions import cancel_ceremony
from studio.consent.facts import CeremonyFact, PacketKept
from studio.consent.queries import CeremonyRow, ceremony
from studio.consent.queries.guest import wants_to_talk
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.staff.facts import GuestArrived

CANCEL, WITNESS = "consent.ceremony.cancel", "consent.ceremony.witness"
KINDS: dict[str, Kind] = {
    "waiting": "wait",
    "reading": "info",
    "guardian": "wait",
    "signed": "ok",
    "expired": "none",
}


def stage_words(row: CeremonyRow) -> str:
    """One line for a signing."""
    if row.stage == "signed" and row.signed_at:
        return t("Signed at {time}, waiting for the artist", time=show_time(row.signed_at))
    if row.stage == "guardian":
        return turn_words(row)
    if row.stage == "reading":
        return t("{name} is reading", name=row.client_name)
    if row.stage == "expired":
        return t("Nobody opened it in time")
    if row.place == "tablet":
        return t("Sent to {tablet}", tablet=row.device_name)
    return t("Waiting for the phone") if row.place == "phone" else t("Ready at this computer")


def place_words(row: CeremonyRow) -> str:
    """Where it is signed."""
    names = {"tablet": row.device_name, "desk": t("this computer"), "phone": t("their own phone")}
    return names[row.place]


class Following:
    """One signing on one page. It redraws itself until it is over."""

    def __init__(self, ceremony_id: UUID, url: str = "") -> None:
        self.ceremony_id = ceremony_id
        self.url = url
        """What a phone scans, until it has."""
        self.row: CeremonyRow | None = None
        self.talk = False
        self.guardian = GuardianTurn(self._load)

    async def draw(self) -> None:
        """The state and its acts; it belongs to whatever is being drawn."""
        self.place = ui.element("div").classes("following stack").props("role=status")
        live(CeremonyFact, Gathering(self._follow), when=lambda fact: fact.ceremony_id == self.ceremony_id)
        live(PacketKept, Gathering(self._follow), when=lambda fact: fact.ceremony_id == self.ceremony_id)
        live(GuestArrived, Gathering(self._follow), when=lambda fact: fact.purpose == "ceremony")
        await self._load()

    @in_turn
    async def _load(self) -> None:
        self.row = await look(ceremony, self.ceremony_id)
        self.talk = self.row.stage == "ended" and await look(wants_to_talk, self.ceremony_id)
        self.place.clear()
        with self.place:
            self._shown(self.row)

    def _shown(self, row: CeremonyRow) -> None:
        if row.stage == "ended":
            status_mark("none", t("Ended without a signature"))
            if self.talk:
                status_mark("flag", t("An answer rules it out today. Talk to {name}.", name=row.client_name)).classes(
                    "long"
                )
            return
        if row.stage == "kept":
            status_mark("ok", t("Signed and kept as {code}", code=row.kept_as))
            button(t("Open {code}", code=row.kept_as), to=f"/consent/{row.kept_as}", kind="primary")
            return
        if self.url and row.stage == "waiting":
            with ui.element("div").classes("stack center signing-code"):
                qr(self.url, size=240, label=t("QR code that opens the consent"))
                text(t("Same Wi-Fi, then scan. Address {address}", address=self.url.split("/")[2]), "small second", "p")
        if row.stage == "guardian":
            self.guardian.draw(row)
        else:
            status_mark(KINDS[row.stage], stage_words(row)).classes("large")
        self._acts(row)

    def _acts(self, row: CeremonyRow) -> None:
        with ui.element("div").classes("line wrap"):
            rights, actor = house().rights, current_actor()
            if row.stage == "signed" and may(actor, WITNESS, rights):
                button(t("Check ID and sign"), to=f"/consent/signing/{row.id}", kind="primary", icon="edit", key="s")
            elif row.stage == "signed":
                text(t("An artist or the manager checks the ID and signs."), "second")
            if may(actor, CANCEL, rights):
                button(t("End this signing"), self._cancel, kind="bare")

    async def _follow(self, _: list[object]) -> None:
        await self._load()

    async def _cancel(self) -> None:
        signed = self.row is not None and self.row.stage in ("signed", "guardian")
        body = t("The client's signature stays on record, and no consent comes of it.")
        if signed and not await confirm(t("End this signing?"), body, t("End this signing"), stop=True):
            return
        if await act(cancel_ceremony, self.ceremony_id):
            toast(t("The signing has ended."))
