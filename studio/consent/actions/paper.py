"""The paper of a packet: its sealed PDF, kept once it is drawn, taken out again, or sent to its client."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import select

from studio.clients.family import head_of
from studio.clients.masking import contact_is_seen
from studio.clients.models import Client
from studio.clients.refusals import ContactIsHidden
from studio.consent import facts, refusals
from studio.consent.models import ConsentPaper, Packet
from studio.documents.actions import keep_document
from studio.documents.models import SealedDocument
from studio.documents.queries import document_bytes
from studio.kernel.subject import Subject
from studio.kernel.work import Read, Work, action
from studio.messages.actions import put_along, queue_mail
from studio.messages.models import Letter

KIND, NEEDS = "consent", "consent.packet.see"


@action("consent.paper.keep")
def keep_paper(work: Work, packet_id: UUID, pdf: bytes) -> ConsentPaper:
    """Put the sealed PDF of a packet on the client's file. A packet has one paper: the first one kept stands."""
    packet = work.get(Packet, packet_id)
    known = work.session.exec(select(ConsentPaper).where(ConsentPaper.packet_id == packet.id)).first()
    if known is not None:
        return known
    about = Subject("client", packet.client_id)
    document = keep_document(work, KIND, about, pdf, title=packet.code, needs=NEEDS)
    paper = work.add(ConsentPaper(packet_id=packet.id, document_id=document.id, sha256=document.sha256, at=work.now))
    work.emit(facts.PaperKept(packet.client_id, packet.id, packet.code, document.sha256))
    return paper


@action("consent.paper.open", needs="consent.packet.see")
def open_paper(work: Work, code: str) -> tuple[str, bytes]:
    """File name and bytes of the PDF; who took it out is written in the journal. Raises PaperIsNotReady.

    It holds the contact of the client: whoever must not see that reads the packet on the screen instead.
    """
    packet, paper = _in_hand(work, code)
    work.emit(facts.PaperOpened(packet.client_id, packet.id, packet.code))
    read = Read(work.connection, work.actor, work.house, "all")
    return f"{packet.code}.pdf", document_bytes(read, paper.document_id)


@action("consent.paper.send")
def send_paper(work: Work, code: str) -> Letter:
    """Send the PDF to the address on the client's file; it is in the journal as what left the house.

    Raises MailIsNotSetUp where the studio sends none, EmailIsMissing where the file has no address.
    """
    packet, paper = _in_hand(work, code)
    client = work.get(Client, head_of(work.connection, packet.client_id))
    if not client.email:
        raise refusals.EmailIsMissing
    told = {"name": client.preferred_name or client.name, "code": packet.code}
    letter = queue_mail(work, "consent", client.email, client.language or packet.language, **told)
    put_along(letter, work.get(SealedDocument, paper.document_id).file_id, f"{packet.code}.pdf")
    work.emit(facts.PaperSent(packet.client_id, packet.id, packet.code))
    return letter


def _in_hand(work: Work, code: str) -> tuple[Packet, ConsentPaper]:
    """Packet and paper, for those who may see all that stands on it."""
    packet = work.session.exec(select(Packet).where(Packet.code == code.strip().upper())).first()
    if packet is None:
        raise refusals.PacketIsUnknown
    paper = work.session.exec(select(ConsentPaper).where(ConsentPaper.packet_id == packet.id)).first()
    if paper is None:
        raise refusals.PaperIsNotReady
    if packet.body is None:
        raise refusals.PaperIsGone
    if not contact_is_seen(work, packet.client_id):
        raise ContactIsHidden
    return packet, paper
