"""Verify a PDF: valid, altered, or not from this studio, and why."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.marks import Kind, status_mark
from components.app.moments import when
from components.app.perform import look
from components.app.text import text
from components.files import FileField, Handed
from pages.consent.packet import emptied_words
from studio.consent.queries import PacketRow, packet_by_code
from studio.documents.queries import document, verify_document
from studio.documents.sealing.verdict import Verdict
from studio.extension.incoming import PAPERS, Allowed
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, t

VERIFY = "documents.document.verify"
VERDICTS: dict[str, tuple[Kind, str]] = {
    "valid": ("ok", N_("Valid")),
    "altered": ("stop", N_("Altered")),
    "not_ours": ("warn", N_("Not from this studio")),
}
BANDS = {"valid": "ok", "altered": "stop", "not_ours": "warn"}


class PdfCheck:
    """The field and the verdict below it."""

    def draw(self) -> None:
        with ui.element("section").classes("stack") as made:
            made.props["aria-label"] = t("Verify a PDF")
            self.drop = FileField(self._judge, label=t("Drop a PDF here"), allowed=Allowed(PAPERS, 30))
            self.place = ui.element("div").props("role=status")

    async def _judge(self, handed: Handed) -> None:
        self.place.clear()
        verdict = await look(verify_document, handed.read())
        packet = await packet_of(verdict)
        with self.place:
            draw_verdict(verdict, packet)


def draw_verdict(verdict: Verdict, packet: PacketRow | None) -> None:
    """The judgement, and why; a consent taken back since is no longer one, however whole its PDF is."""
    kind, words = VERDICTS[verdict.state]
    with ui.element("div").classes(f"band verdict {BANDS[verdict.state]}"):
        with ui.element("div").classes("stack tight grow"):
            status_mark(kind, t(words)).classes("strong")
            text(verdict.text, "prose", "p")
            if packet:
                text(f"{packet.code} · {packet.client_name} · {when(packet.signed_at)}", "second small", "p")
            if packet and packet.withdrawn_at:
                words = t(
                    "This consent was withdrawn: {when}, {who}", when=when(packet.withdrawn_at), who=packet.withdrawn_by
                )
                status_mark("warn", words).classes("long")
            if packet and packet.emptied:
                status_mark("info", emptied_words(packet)).classes("long")
                text(t("The seal still stands: this verdict is about the file alone."), "second small", "p")
        if packet:
            button(t("Open its record"), to=f"/consent/{packet.code}")


async def packet_of(verdict: Verdict) -> PacketRow | None:
    """The packet the document belongs to, for those who may see it."""
    if verdict.document_id is None:
        return None
    try:
        line = await look(document, verdict.document_id)
        return (await look(packet_by_code, line.title)).row
    except Refusal:
        return None
