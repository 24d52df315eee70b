"""A signing from its opening: sent to a tablet, taken up there, cancelled."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from studio.clients.actions.client import present
from studio.clients.models import Client
from studio.clients.rules.cleaning import clean_text
from studio.consent import facts, refusals
from studio.consent.filing import refuse_under_age
from studio.consent.models import Ceremony
from studio.consent.store import put_to_use
from studio.consent.templates import TATTOO_ADULT
from studio.kernel.refusal import Denied
from studio.kernel.subject import Subject
from studio.kernel.text import nearest
from studio.kernel.work import Work, action
from studio.staff.actions.tokens import new_guest_token
from studio.staff.models import Device, GuestToken
from studio.staff.refusals import DeviceIsRevoked

PURPOSE = "ceremony"
PLACES = ("tablet", "desk", "phone")


@action("consent.ceremony.open")
def open_ceremony(
    work: Work,
    client_id: UUID,
    *,
    place: str = "desk",
    device_id: UUID | None = None,
    language: str = "",
    template: str = TATTOO_ADULT,
    about: str = "",
) -> tuple[str, Ceremony]:
    """Let a client read and sign: a token for `/c/{token}`, told only here, and the ceremony.

    A tablet takes the ceremony up by itself. An unsigned ceremony of the same client is replaced. Refused at once
    for somebody under age, and on a tablet where another client is signing.
    """
    client = present(work, client_id)
    work.about(Subject("client", client.id))
    if place not in PLACES:
        raise refusals.PlaceIsUnknown("place")
    _free_tablet(work, client, place, device_id)
    edition = put_to_use(work, template)
    refuse_under_age(work.house, client, edition.content("en")["least_age"])
    _replace_earlier(work, client)
    ceremony = Ceremony(
        client_id=client.id,
        template=template,
        language=edition.language(nearest(language or client.language or "en")),
        about=clean_text(about, 200),
        place=place,
        device_id=device_id if place == "tablet" else None,
        opened_by=work.actor.id,
        opened_by_name=work.actor.name,
    )
    work.add(ceremony)
    token = _new_token(work, ceremony)
    work.emit(facts.CeremonyOpened(client.id, ceremony.id, ceremony.device_id))
    return token, ceremony


def _replace_earlier(work: Work, client: Client) -> None:
    """One signing a client: what was opened and not signed ends."""
    for earlier in work.session.exec(select(Ceremony).where(Ceremony.client_id == client.id, Ceremony.state == "open")):
        end(work, earlier, "replaced")


@action("consent.ceremony.take")
def take_ceremony(work: Work, ceremony_id: UUID) -> str:
    """A fresh token for the tablet the ceremony was sent to; any token told before is dead from now on."""
    ceremony = work.get(Ceremony, ceremony_id)
    if work.actor.device_id is None or ceremony.device_id != work.actor.device_id:
        raise Denied
    if ceremony.state != "open":
        raise refusals.CeremonyIsOver
    work.about(Subject("client", ceremony.client_id))
    spend_token(work, ceremony)
    token = _new_token(work, ceremony)
    work.emit(facts.CeremonyTaken(ceremony.client_id, ceremony.id, ceremony.device_id))
    return token


@action("consent.ceremony.cancel")
def cancel_ceremony(work: Work, ceremony_id: UUID, reason: str = "") -> Ceremony:
    """End a signing without a packet; doing it twice changes nothing. What was signed stays on record, unused."""
    ceremony = work.get(Ceremony, ceremony_id)
    if ceremony.state == "kept":
        raise refusals.CeremonyIsSigned
    if ceremony.state != "cancelled":
        end(work, ceremony, clean_text(reason, 200))
    return ceremony


def end(work: Work, ceremony: Ceremony, reason: str) -> None:
    """Close a ceremony inside an open act; its token is dead from now on."""
    ceremony.state, ceremony.ended_at, ceremony.reason = "cancelled", work.now, reason
    spend_token(work, ceremony)
    work.emit(facts.CeremonyCancelled(ceremony.client_id, ceremony.id, ceremony.device_id))


def spend_token(work: Work, ceremony: Ceremony) -> None:
    """The ceremony's token can do nothing more."""
    row = work.session.get(GuestToken, ceremony.token_id) if ceremony.token_id else None
    if row is not None and row.used_at is None:
        row.used_at = work.now


def _new_token(work: Work, ceremony: Ceremony) -> str:
    minutes = work.house.settings["consent.ceremony.minutes"]
    token, row = new_guest_token(work, PURPOSE, Subject("ceremony", ceremony.id), minutes)
    ceremony.token_id = row.id
    return token


def _free_tablet(work: Work, client: Client, place: str, device_id: UUID | None) -> None:
    """Refuse a tablet that is missing, let go, or in somebody else's hands; one nobody holds any more is freed."""
    if place != "tablet":
        return
    device = work.session.get(Device, device_id) if device_id else None
    if device is None:
        raise refusals.TabletIsMissing("device_id")
    if device.revoked_at is not None:
        raise DeviceIsRevoked("device_id")
    there = select(Ceremony).where(Ceremony.device_id == device.id, col(Ceremony.state) == "open")
    for ceremony in work.session.exec(there):
        if ceremony.client_id != client.id and token_lives(work, ceremony):
            raise refusals.TabletIsBusy("device_id", client=work.get(Client, ceremony.client_id).name)
        end(work, ceremony, "replaced")


def token_lives(work: Work, ceremony: Ceremony) -> bool:
    """Whether somebody could still sign with it."""
    row = work.session.get(GuestToken, ceremony.token_id) if ceremony.token_id else None
    return row is not None and row.used_at is None and row.expires_at > work.now
