"""No session begins while something is missing; the owner may say why it does, and that stays to be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from studio.clients.actions import record_health
from studio.clients.models import Client
from studio.consent.actions import withdraw_packet, witness_ceremony
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.journal import JournalValues
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import check_in_booking, pause_session, start_session
from studio.schedule.queries import booking, set_aside_of
from tests.factories.clock import later
from tests.factories.consents import IDENTITY, adult, packet, signed, witnessing
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle, soon


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def visit(owner: Actor, client: Client, kind: str = "session", hours: int = 1) -> UUID:
    artist = needle(owner, f"Artist {kind} {hours}").id
    at: dict[str, Any] = {"starts_local": None, "starts_at": soon(60 * hours)}
    return booked(owner, artist, client=client.id, kind=kind, **at).id


def shut(actor: Actor, booking_id: UUID) -> tuple[str, ...]:
    """What a session waits for; nothing once it has begun."""
    try:
        perform(actor, start_session, booking_id)
    except refusals.GateIsShut as missing:
        return missing.gates
    return ()


def with_document(client: Client, **identity: Any) -> None:
    """A consent whose witness saw this document."""
    ceremony, _ = signed(client)
    reasons = {"identity_expired": "Known for years"} if identity.pop("known", False) else {}
    handed = witnessing(identity={**IDENTITY, **identity}, reasons={"health": "Talked", **reasons})
    perform(signed_in("artist"), witness_ceremony, ceremony.id, handed)


def pregnant(client: Client) -> None:
    packet(client)
    perform(signed_in("owner"), record_health, client.id, {"pregnant": {"answer": True}})


GATES: list[tuple[str, Callable[[Client], Any], tuple[str, ...]]] = [
    ("session", lambda client: None, ("consent", "identity")),
    ("session", signed, ("consent", "identity")),
    ("session", packet, ()),
    ("touch_up", packet, ()),
    ("piercing", packet, ("consent",)),
    ("session", pregnant, ("health",)),
    ("consult", pregnant, ()),
    ("session", lambda client: with_document(client, expiry="2020-01-31", known=True), ()),
]


def test_each_gate_is_shut_for_its_own_reason(owner: Actor) -> None:
    for nth, (kind, given, waits_for) in enumerate(GATES):
        client = adult(f"Client {nth}")
        given(client)
        assert shut(owner, visit(owner, client, kind, nth + 1)) == waits_for, (nth, kind)


def test_papers_grow_old_and_documents_run_out(studio: House, owner: Actor) -> None:
    young, old = adult("Young"), adult("Old")
    ends = studio.clock.today("UTC").replace(year=studio.clock.today("UTC").year + 1)
    with_document(young, expiry=studio.clock.today("UTC").isoformat())
    with_document(old, expiry=ends.isoformat())
    soon_enough, too_late = visit(owner, young, hours=3 * 24), visit(owner, old, hours=40 * 24)
    later(studio).wait(days=3)
    assert shut(signed_in("owner"), soon_enough) == ("identity",)
    later(studio).wait(days=40)
    assert shut(signed_in("owner"), too_late) == ("consent", "identity")


def test_a_consent_taken_back_after_check_in_stops_the_session_and_only_the_owner_goes_on(
    studio: House, owner: Actor
) -> None:
    client, desk = adult(), signed_in("reception")
    kept, made = packet(client), visit(owner, client)
    perform(desk, check_in_booking, made)
    perform(owner, withdraw_packet, kept.id, "Changed their mind")
    with pytest.raises(refusals.GateIsShut) as told:
        perform(desk, start_session, made)
    assert "The client took their consent back." in told.value.text()
    for actor in (desk, signed_in("manager"), signed_in("artist")):
        with pytest.raises(Denied):
            perform(actor, start_session, made, override="It is fine")
    perform(owner, start_session, made, override="They signed on paper")
    beside = [(one.rule, one.reason, one.by_name) for one in ask(desk, set_aside_of, [made])[made]]
    assert beside == [("consent", "They signed on paper", owner.name)]
    assert [one.reason for one in ask(desk, booking, made).overrides] == ["They signed on paper"]
    with studio.db.reading() as connection:
        changes = connection.execute(select(JournalValues.changes)).scalars().all()
    assert any("They signed on paper" in str(one) for one in changes)


def test_who_goes_on_after_a_pause_is_asked_for_what_changed_meanwhile(owner: Actor) -> None:
    desk, client, other = signed_in("reception"), adult("Bo Lind"), adult("Ada Yule")
    kept, made, known = packet(client), visit(owner, client), visit(owner, other, hours=2)
    perform(desk, start_session, made)
    perform(owner, withdraw_packet, kept.id, "Changed their mind")
    perform(desk, start_session, made)  # it runs already: nothing begins
    perform(desk, pause_session, made)
    assert shut(desk, made) == ("consent",)
    with pytest.raises(Denied):
        perform(desk, start_session, made, override="It is fine")
    perform(owner, start_session, made, override="They signed on paper")
    perform(desk, pause_session, made)
    assert shut(desk, made) == ()
    perform(owner, start_session, known, override="A friend of the house")
    perform(desk, pause_session, known)
    assert shut(desk, known) == ()
