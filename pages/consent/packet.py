"""One signed consent: what was signed, who checked which ID, its seal, and taking it back."""

from __future__ import annotations

from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, long_field
from pages.consent.identity_photo import Pictures
from pages.consent.packet_aftercare import Aftercare
from pages.consent.packet_by_mail import draw_sending
from pages.consent.seen import draw_seen, facts_list
from pages.consent.sheet_parts import draw_signed
from studio.clients.rules.health import health_light
from studio.consent.actions import view_packet, withdraw_packet
from studio.consent.facts import PacketWithdrawn, PaperKept
from studio.consent.queries import PacketRow, PacketVerdict, PacketView, packet_by_code, verify_packet
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t

STILL_STANDS = N_(
    "The seal still stands: number, moment and digests stay in their places, so nothing can be put there instead. "
    "A PDF that was handed out before can still be verified."
)
READ, WITHDRAW = "consent.packet.see", "consent.packet.withdraw"


async def draw(code: str) -> None:
    """The screen `/consent/{code}`."""
    await PacketPage(await open_packet(code)).draw()


async def open_packet(code: str) -> PacketView:
    """The whole packet for those who may read it, which is written down; its frame for the others."""
    if may(current_actor(), READ, house().rights):
        whole = await act(view_packet, code)
        if whole:
            return whole
    return await look(packet_by_code, code)


class PacketPage:
    """One open packet."""

    side: Element

    def __init__(self, view: PacketView) -> None:
        self.view = view
        self.found: PacketVerdict | None = None
        """What verifying told; it stays when the side is drawn anew."""

    async def draw(self) -> None:
        row = self.view.row
        with frame(row.code, active="/consent"):
            with head(f"{row.client_name}, {row.code}", f"{t('Signed')} · {when(row.signed_at)}").end:
                if may(current_actor(), "clients.client.see", house().rights):
                    button(t("Open {name}", name=row.client_name), to=f"/clients/{row.client_code}", icon="clients")
            with ui.element("div").classes("packet"):
                with ui.element("section").classes("stack loose"):
                    self._signed()
                self.side = ui.element("section").classes("stack loose")
            mine = lambda fact: fact.packet_id == row.id  # noqa: E731
            live((PacketWithdrawn, PaperKept), Gathering(lambda _: self._follow()), when=mine)
            await self._draw_side()
        if not row.paper_at:
            await self._follow()  # it may have been drawn while the page was

    def _signed(self) -> None:
        body = self.view.signed
        if self.view.row.emptied:
            text(emptied_words(self.view.row), "prose", "p")
            text(t(STILL_STANDS), "second prose", "p")
            return
        if body is None:
            text(t("Artists and managers read what was answered. Everybody may verify the seal."), "second", "p")
            return
        light = health_light((key, one["answer"], one["level"]) for key, one in body["answers"].items())
        draw_signed(body, light)

    @in_turn
    async def _draw_side(self) -> None:
        self.side.clear()
        with self.side:
            self._state(self.view.row)
            if self.view.evidence:
                draw_seen(self.view.evidence)
            if self.view.ceremony_id and may(current_actor(), READ, house().rights):
                await Pictures(self.view.ceremony_id).draw()
            if not self.view.row.emptied:
                await Aftercare(self.view.row).draw()
            self._seal(self.view)

    def _state(self, row: PacketRow) -> None:
        if row.emptied:
            status_mark("none", t("Erased")).classes("strong")
            return
        if row.withdrawn_at:
            with ui.element("div").classes("band withdrawn").props("role=note"):
                status_mark("none", t("Withdrawn")).classes("strong")
                text(row.withdrawn_reason, "prose", "p")
                text(f"{row.withdrawn_by} · {when(row.withdrawn_at)}", "small second", "p")
        else:
            status_mark("ok", t("Signed, and standing"))
        rights, actor = house().rights, current_actor()
        with ui.element("div").classes("line wrap"):
            if may(actor, READ, rights):
                made = button(t("PDF"), icon="download", to=f"/consent/{row.code}/consent.pdf", kind="primary")
                made.props["target"] = "_blank"
                made.set_enabled(bool(row.paper_at))
                draw_sending(row)
            button(t("Verify"), self._verify, icon="shield")
            if not row.withdrawn_at and may(actor, WITHDRAW, rights):
                button(t("Withdraw"), self._withdraw, kind="bare")
        if not row.paper_at:
            status_mark("wait", t("The document is being drawn."))
        self.verdict = ui.element("div").props("role=status")
        self._say_verdict()

    def _seal(self, view: PacketView) -> None:
        text(t("Seal"), "", "h2")
        entry = t("entry {no}", no=view.entry[0]) if view.entry else ""
        facts_list([(t("Journal"), entry)])
        digest(t("SHA-256 of everything signed"), view.row.digest)
        if view.row.paper_sha256:
            digest(t("SHA-256 of the PDF"), view.row.paper_sha256)

    async def _verify(self) -> None:
        self.found = await look(verify_packet, self.view.row.id)
        self._say_verdict()

    def _say_verdict(self) -> None:
        self.verdict.clear()
        if (found := self.found) is None:
            return
        with self.verdict, ui.element("div").classes(f"band verdict {'ok' if found.holds else 'stop'}"):
            words = (
                t("Every digit is as it was signed.")
                if found.holds
                else t("This record was changed: {why}", why=found.why)
            )
            status_mark("ok" if found.holds else "stop", words).classes("long")

    async def _withdraw(self) -> None:
        row = self.view.row
        if await ask_why(row):
            toast(t("{code} is on record as withdrawn.", code=row.code))

    @in_turn
    async def _follow(self) -> None:
        try:
            fresh = await look(packet_by_code, self.view.row.code)
        except Refusal:
            return
        evidence = self.view.evidence or fresh.evidence
        self.view = PacketView(
            fresh.row, evidence, fresh.prev_digest, fresh.part_digest, fresh.entry, self.view.signed, fresh.ceremony_id
        )
        await self._draw_side()


def emptied_words(row: PacketRow) -> str:
    """Why nothing of it can be read any more."""
    if row.person_is_erased:
        return t("The person of this consent was erased, and with them what they answered and signed.")
    return t("What was answered and signed is gone: the time the country's rules have it kept was over.")


def digest(label: str, sum_of_it: str) -> None:
    """A long number below its label."""
    with ui.element("div").classes("stack tight"):
        text(label, "small quiet", "p")
        text(sum_of_it, "digest", "p")


async def ask_why(row: PacketRow) -> bool:
    """Take a consent back, with the reason; it stays on record."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Withdraw {code}?", code=row.code), "", "h2")
        text(t("The client no longer consents. What was signed stays on record as withdrawn."), "second", "p")

        async def save(values: dict[str, Any]) -> object:
            done = await attempt(withdraw_packet, form, row.id, values["reason"])
            if done:
                dialog.submit(True)
            return done

        with Form(save) as form:
            form.field("reason", long_field(t("Reason"), required=True, rows=2)).props("autofocus")
            with form.acts(t("Withdraw")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Withdraw {code}?", code=row.code)
    return bool(await answer(dialog))
