"""The artist's side of a signing: look at what was signed, check the ID, sign, and the packet is kept."""

from __future__ import annotations

from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import status_mark
from components.app.moments import reading_locale
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import DateField, Form, choice_field, long_field, text_field
from components.signature import SignaturePad
from pages.asking import id_in
from pages.consent.following import WITNESS, Following
from pages.consent.sheet_parts import draw_signed
from studio.consent.actions import view_signed, witness_ceremony
from studio.consent.facts import CeremonySigned
from studio.consent.queries import CeremonyRow, SignedView, ceremony
from studio.consent.refusals import CeremonyIsUnknown
from studio.consent.rules.witnessing import KINDS
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t


async def draw(ceremony_id: str) -> None:
    """The screen `/consent/signing/{ceremony_id}`."""
    row = await look(ceremony, id_in(ceremony_id, CeremonyIsUnknown))
    with frame(t("Consent of {name}", name=row.client_name), active="/consent"):
        about = " · ".join(filter(None, (row.client_code, row.about)))
        head(t("Consent of {name}", name=row.client_name), about)
        if row.stage == "signed" and may(current_actor(), WITNESS, house().rights):
            signed = await act(view_signed, row.id)
            if signed:
                Witnessing(row, signed).draw()
            return
        with ui.element("div").classes("body narrow"):
            await Following(row.id).draw()
    live(CeremonySigned, lambda _: ui.navigate.reload(), when=lambda fact: fact.ceremony_id == row.id)


def part(name: str) -> Element:
    """One side of the screen, by its name."""
    made = ui.element("section").classes("stack loose")
    made.props["aria-label"] = name
    return made


class Witnessing:
    """What was signed on one side, the check and the artist's signature on the other."""

    def __init__(self, row: CeremonyRow, signed: SignedView) -> None:
        self.row, self.signed = row, signed

    def draw(self) -> None:
        with ui.element("div").classes("witness"):
            with part(t("What was signed")):
                draw_signed(self.signed.body, self.signed.light, self.signed.changes)
            with part(t("The check")):
                self._form()

    def _form(self) -> None:
        last = self.signed.last_identity or {}
        with Form(self._keep) as self.form:
            text(t("ID you looked at"), "", "h2")
            if last:
                status_mark("info", self._seen_before(last)).classes("long")
            kinds = {key: t(words) for key, words in KINDS.items()}
            add = self.form.field
            add("identity.kind", choice_field(t("Document"), kinds, last.get("kind") or "id_card", required=True))
            add(
                "identity.issuer",
                text_field(t("Issued by"), last.get("issuer", ""), required=True, hint=t("A country or an authority.")),
            )
            with ui.element("div").classes("two"):
                hint = t("Never the whole number.")
                add("identity.last4", text_field(t("Last four of its number"), required=True, hint=hint)).props(
                    "maxlength=4"
                )
                add(
                    "identity.expiry",
                    DateField(t("Valid until"), locale=reading_locale(), hint=t("Empty if it never ends.")),
                )
            text(t("Artist or witness"), "", "h2")
            add("name", text_field(t("Name"), current_actor().name, required=True))
            add("signature", SignaturePad(t("Your signature")))
            add("note", long_field(t("Note"), hint=t("Kept with the consent."), rows=2))
            self.form.acts(t("Sign and keep"), cancel=f"/clients/{self.row.client_code}")

    def _seen_before(self, last: dict[str, Any]) -> str:
        kind = t(KINDS.get(str(last.get("kind")), KINDS["other"]))
        return t("Last time: {kind}, {issuer}, …{last4}", kind=kind, issuer=last.get("issuer"), last4=last.get("last4"))

    async def _keep(self, values: dict[str, Any]) -> object:
        expiry = values["identity.expiry"]
        identity = {
            "kind": values["identity.kind"],
            "issuer": values["identity.issuer"],
            "last4": values["identity.last4"],
            "expiry": expiry.isoformat() if expiry else None,
        }
        told = {name: values[name] for name in ("name", "signature", "note")}
        packet = await attempt(witness_ceremony, self.form, self.row.id, {**told, "identity": identity})
        if packet:
            self.form.settled()
            toast(t("Signed and kept as {code}", code=packet.code))
            ui.navigate.to(f"/consent/{packet.code}")
        return packet
