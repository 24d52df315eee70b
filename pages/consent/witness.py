"""The artist's side of a signing: look at what was signed, check the ID, sign, and the packet is kept."""

from __future__ import annotations

from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, check_field, choice_field, long_field, text_field
from components.signature import SignaturePad, strokes_svg
from pages.asking import id_in
from pages.consent.following import WITNESS, Following
from pages.consent.identity_fields import IdentityFields
from pages.consent.identity_photo import photo_field
from pages.consent.sheet_parts import draw_signed
from studio.consent.actions import view_signed, witness_ceremony
from studio.consent.facts import CeremonySigned
from studio.consent.facts import GuardianSigned as GuardianHasSigned
from studio.consent.queries import CeremonyRow, GuardianSigned, SignedView, ceremony
from studio.consent.refusals import CeremonyIsUnknown
from studio.consent.rules.guarding import PROOFS
from studio.consent.rules.witnessing import GUARDIAN_EXPIRED, HEALTH, KINDS
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
    signs = (CeremonySigned, GuardianHasSigned)
    live(signs, lambda _: ui.navigate.reload(), when=lambda fact: fact.ceremony_id == row.id)


def part(name: str) -> Element:
    """One side of the screen, by its name."""
    made = ui.element("section").classes("stack loose")
    made.props["aria-label"] = name
    return made


class Witnessing:
    """What was signed on one side, the check and the artist's signature on the other."""

    def __init__(self, row: CeremonyRow, signed: SignedView) -> None:
        self.row, self.signed, self.asked = row, signed, signed.asked

    def draw(self) -> None:
        with ui.element("div").classes("witness"):
            with part(t("What was signed")):
                draw_signed(self.signed.body, self.signed.light, self.signed.changes)
                if self.signed.guardian:
                    draw_guardian(self.signed.guardian)
            with part(t("The check")):
                self._form()

    def _form(self) -> None:
        last, asked = self.signed.last_identity or {}, self.asked
        with Form(self._keep) as self.form:
            text(t("ID you looked at"), "", "h2")
            if last:
                status_mark("info", self._seen_before(last)).classes("long")
            self.identity = IdentityFields(self.form, "identity", asked.birth_date, asked.today, last)
            self.identity.draw()
            photo_field(self.row.id, "client")
            if asked.guardian:
                self._guardian()
            if HEALTH in asked.warnings:
                self._health()
            text(t("Artist or witness"), "", "h2")
            add = self.form.field
            add("name", text_field(t("Name"), current_actor().name, required=True))
            add("signature", SignaturePad(t("Your signature")))
            add("note", long_field(t("Note"), hint=t("Kept with the consent."), rows=2))
            self.form.acts(t("Sign and keep"), cancel=f"/clients/{self.row.client_code}")

    def _guardian(self) -> None:
        """The guardian's own document, the paper that shows who they are to the client, and that they are here."""
        asked, add = self.asked, self.form.field
        text(t("ID of the guardian, {name}", name=self.row.guardian_name), "", "h2")
        self.theirs = IdentityFields(
            self.form, "guardian.identity", asked.guardian_birth_date, asked.today, warning=GUARDIAN_EXPIRED
        )
        self.theirs.draw()
        photo_field(self.row.id, "guardian")
        if asked.proofs:
            papers = {key: t(PROOFS.get(key, key)) for key in asked.proofs}
            hint = t("The rules in force want to see one of these.")
            field = choice_field(t("Shows that they are the guardian"), papers, required=True, hint=hint)
            add("guardian.proof", field)
        here = check_field(t("{name} is here in person", name=self.row.guardian_name))
        add("guardian.present", here)

    def _health(self) -> None:
        """Answers that warn want a sentence before anybody goes on."""
        text(t("Health answers that warn"), "", "h2")
        hint = t("What you talked about and agreed. Kept with the consent; inspectors can read it.")
        self.form.field("reasons.health", text_field(t("Why you go on with these answers"), required=True, hint=hint))

    def _seen_before(self, last: dict[str, Any]) -> str:
        kind = t(KINDS.get(str(last.get("kind")), KINDS["other"]))
        return t("Last time: {kind}, {issuer}, …{last4}", kind=kind, issuer=last.get("issuer"), last4=last.get("last4"))

    async def _keep(self, values: dict[str, Any]) -> object:
        told = {name: values[name] for name in ("name", "signature", "note")}
        told["identity"] = self.identity.read(values)
        if self.asked.guardian:
            here, proof = values["guardian.present"], values.get("guardian.proof") or ""
            told["guardian"] = {"identity": self.theirs.read(values), "proof": proof, "present": here}
        reasons = {
            name.removeprefix("reasons."): value for name, value in values.items() if name.startswith("reasons.")
        }
        packet = await attempt(witness_ceremony, self.form, self.row.id, {**told, "reasons": reasons})
        if packet:
            self.form.settled()
            toast(t("Signed and kept as {code}", code=packet.code))
            ui.navigate.to(f"/consent/{packet.code}")
        return packet


def draw_guardian(told: GuardianSigned) -> None:
    """Who stood in for the client, and their hand."""
    text(t("Guardian"), "", "h2")
    text(f"{told.name}, {told.relation}", "medium", "p")
    with ui.element("div").classes("signed-ink"):
        strokes_svg(told.signature, label=t("Signature of {name}", name=told.name))
    text(when(told.signed_at), "second small", "p")
