"""A signing from its opening: sent to a tablet, taken up there, cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from studio.clients.actions.client import present
from studio.clients.models import Client
from studio.clients.rules.cleaning import clean_text
from studio.consent import facts, refusals
from studio.consent.actions.tokens import (
    PURPOSE,
    guardian_of,
    is_guardians_turn,
    new_guardian_token,
    spend_token,
    token_lives,
)
from studio.consent.models import Ceremony, Guardian
from studio.consent.opening import Purpose, judged, purpose_of, text_for
from studio.consent.wanting import check_wanted
from studio.kernel.refusal import Denied
from studio.kernel.subject import Subject
from studio.kernel.text import nearest
from studio.kernel.work import Work, action
from studio.staff.actions.tokens import new_guest_token
from studio.staff.models import Device
from studio.staff.refusals import DeviceIsRevoked

PLACES = ("tablet", "desk", "phone")


@action("consent.ceremony.open")
def open_ceremony(
    work: Work,
    client_id: UUID,
    *,
    place: str = "desk",
    device_id: UUID | None = None,
    language: str = "",
    template: str = "",
    about: str = "",
    service_kind: str = "",
    service_id: UUID | None = None,
    session_on: date | None = None,
    guardian: Mapping[str, Any] | None = None,
) -> tuple[str, Ceremony]:
    """Let a client read and sign: a token for `/c/{token}`, told only here, and the ceremony.

    The age on `session_on` is judged by the country's rules for the kind of service; a minor needs the `guardian`
    (`rules.guarding.read_stand_in`). A tablet takes the ceremony up by itself. An unsigned one of the same client is
    replaced. Refused on a tablet where another client is signing.
    """
    client = present(work, client_id)
    work.about(Subject("client", client.id))
    if place not in PLACES:
        raise refusals.PlaceIsUnknown("place")
    purpose = purpose_of(work, service_kind, service_id, session_on, guardian)
    _free_tablet(work, client, place, device_id)
    edition = text_for(work, purpose, template)
    tongue = edition.language(nearest(language or client.language or "en"))
    ceremony = _ceremony(work, client, purpose, edition.key, tongue, clean_text(about, 200), place)
    ceremony.device_id = device_id if place == "tablet" else None
    stand_in = _stand_in(ceremony, purpose)
    judged(work, client, ceremony, stand_in, edition.content("en"))
    check_wanted(work.house, client, ceremony, edition.content("en"))
    _replace_earlier(work, client)
    token = _put_on_file(work, ceremony, stand_in)
    work.emit(facts.CeremonyOpened(client.id, ceremony.id, ceremony.device_id))
    return token, ceremony


def _put_on_file(work: Work, ceremony: Ceremony, stand_in: Guardian | None) -> str:
    work.add(ceremony)
    token = _new_token(work, ceremony)
    if stand_in is not None:
        work.session.flush()
        work.add(stand_in)
    return token


def _ceremony(
    work: Work, client: Client, purpose: Purpose, template: str, language: str, about: str, place: str
) -> Ceremony:
    return Ceremony(
        client_id=client.id,
        template=template,
        language=language,
        about=about,
        service_kind=purpose.kind,
        service_id=purpose.service.id if purpose.service else None,
        service_name=purpose.service.name if purpose.service else "",
        session_on=purpose.on,
        guardian=purpose.guardian.place if purpose.guardian else "",
        place=place,
        opened_by=work.actor.id,
        opened_by_name=work.actor.name,
    )


def _stand_in(ceremony: Ceremony, purpose: Purpose) -> Guardian | None:
    told = purpose.guardian
    if told is None:
        return None
    return Guardian(
        ceremony_id=ceremony.id,
        client_id=ceremony.client_id,
        name=told.name,
        birth_date=told.birth_date,
        relation=told.relation,
        phone=told.phone,
    )


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
    work.about(Subject("client", ceremony.client_id))
    guardian = guardian_of(work, ceremony)
    if guardian is not None and ceremony.state == "signed" and is_guardians_turn(ceremony, guardian):
        token = new_guardian_token(work, ceremony, guardian)
    elif ceremony.state == "open":
        spend_token(work, ceremony.token_id)
        token = _new_token(work, ceremony)
    else:
        raise refusals.CeremonyIsOver
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
    spend_token(work, ceremony.token_id)
    guardian = guardian_of(work, ceremony)
    spend_token(work, guardian.token_id if guardian else None)
    work.emit(facts.CeremonyCancelled(ceremony.client_id, ceremony.id, ceremony.device_id))


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
