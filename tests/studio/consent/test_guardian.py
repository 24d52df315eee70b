"""A minor signs, then the guardian, then the artist who saw the papers of both; nobody gets around any of the three."""

from __future__ import annotations

from typing import Any

import pytest

from studio.consent import guardian_refusals, refusals
from studio.consent.actions import (
    begin_guardian,
    cancel_ceremony,
    invite_guardian,
    leave_guardian,
    open_ceremony,
    revoke_guardian,
    sign_guardian,
    take_ceremony,
    view_packet,
    view_signed,
    witness_ceremony,
)
from studio.consent.models import Ceremony
from studio.consent.queries import (
    ceremony,
    ceremony_of_device,
    ceremony_of_token,
    packet_by_code,
    sheet_for_guardian,
    verify_packet,
)
from studio.kernel.house import House
from studio.kernel.refusal import Invalid, Missing, Refusal
from studio.kernel.work import ask, perform
from studio.staff.refusals import TokenIsDead
from tests.factories.devices import id_of, paired
from tests.factories.guardians import (
    CHILD_BORN,
    GUARDIAN,
    PIERCING,
    both_signed,
    guardian_filled,
    guardians_turn,
    minor,
    opened_minor,
    ours,
    packet_of_minor,
    seen,
    signed_minor,
)
from tests.factories.people import signed_in

REMOTE: dict[str, Any] = {"guardian": {"presence": "remote", "identity": ["photo_id"], "relation": []}}


def stage(of: Ceremony) -> str:
    return ask(signed_in("reception"), ceremony, of.id).stage


def test_a_minor_their_guardian_and_the_artist_make_one_packet(studio: House) -> None:
    child, opened = signed_minor()
    assert (opened.template, stage(opened)) == ("minor-guardian", "guardian")
    guardian = guardians_turn(child, opened)
    sheet = ask(guardian, sheet_for_guardian)
    part = perform(guardian, sign_guardian, opened.id, guardian_filled(sheet))
    assert stage(opened) == "signed"
    kept = perform(signed_in("artist"), witness_ceremony, opened.id, seen())
    whole = perform(signed_in("artist"), view_packet, kept.code)
    told = whole.evidence["guardian"]
    assert (told["name"], told["relation"], told["age"], told["proof"]) == (
        "Eva Pereira",
        "Mother",
        46,
        "birth_certificate",
    )
    assert (told["part_digest"], told["present"], whole.evidence["age"]) == (part.digest, True, 16)
    assert told["signature"]["strokes"] != (whole.signed or {})["signature"]["strokes"]
    assert ask(signed_in("inspector"), verify_packet, kept.id).holds


def test_the_packet_waits_for_the_guardian_and_for_the_papers_of_both(studio: House) -> None:
    artist = signed_in("artist")
    _, opened = signed_minor()
    with pytest.raises(guardian_refusals.GuardianHasNotSigned):
        perform(artist, witness_ceremony, opened.id, seen())
    with pytest.raises(guardian_refusals.GuardianHasNotSigned):
        perform(artist, view_signed, opened.id)
    both, _ = both_signed(minor("Iva Lopes"))
    assert perform(artist, view_signed, both.id).asked.guardian
    with pytest.raises(Invalid) as refused:
        perform(artist, witness_ceremony, both.id, seen(guardian=None))
    assert {"guardian.identity.kind", "guardian.identity.birth_date", "guardian.proof", "guardian.present"} <= set(
        refused.value.fields
    )
    assert stage(both) == "signed"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": "rui  PEREIRA", "birth_date": CHILD_BORN}, "guardian.name"),
        ({"name": "Rui Pereira", "phone": "+44 7700 900001"}, "guardian.name"),
        ({"birth_date": "2009-01-01"}, "guardian.birth_date"),
        ({"birth_date": "2030-01-01"}, "guardian.birth_date"),
        ({"birth_date": ""}, "guardian.birth_date"),
        ({"name": " "}, "guardian.name"),
        ({"relation": ""}, "guardian.relation"),
        ({"place": "moon"}, "guardian.place"),
        ({"place": "remote"}, "guardian.place"),
    ],
)
def test_nobody_is_their_own_guardian_nor_is_a_minor_nor_somebody_unknown(
    studio: House, told: dict[str, Any], field: str
) -> None:
    client = minor(phone="+44 7700 900001")
    with pytest.raises(Refusal) as refused:
        opened_minor(client, guardian={**GUARDIAN, **told})
    assert set(refused.value.fields) == {field}


def test_a_minor_without_a_guardian_and_a_blocked_one_with_any_are_refused_to_everybody(studio: House) -> None:
    child = minor()
    for role in ("owner", "manager", "artist", "reception"):
        with pytest.raises(guardian_refusals.GuardianIsNeeded, match="18"):
            perform(signed_in(role), open_ceremony, child.id, service_kind=PIERCING)
        with pytest.raises(refusals.UnderAge, match="18"):
            perform(signed_in(role), open_ceremony, child.id, service_kind="tattoo", guardian=GUARDIAN)
        with pytest.raises(refusals.UnderAge, match="16"):
            perform(signed_in(role), open_ceremony, minor("Bo", birth_date="2011-01-01").id, service_kind=PIERCING,
                    guardian=GUARDIAN)  # fmt: skip


def test_the_guardian_draws_their_own_hand_and_reads_all(studio: House) -> None:
    child, opened = signed_minor()
    guardian = guardians_turn(child, opened)
    sheet = ask(guardian, sheet_for_guardian)
    body = {"read": list(sheet.marks)[:-1], "e_form": "", "intent": ""}
    with pytest.raises(Invalid) as refused:
        perform(guardian, sign_guardian, opened.id, guardian_filled(sheet, **body))
    assert set(refused.value.fields) == {"read.sign_guardian", "e_form", "intent"}
    artist = signed_in("artist")
    with studio.db.reading() as connection:
        from storage.table import columns_of
        from studio.consent.models import SignedPart

        part = connection.execute(columns_of(SignedPart).select()).mappings().one()["body"]
    with pytest.raises(Invalid) as refused:
        perform(guardian, sign_guardian, opened.id, guardian_filled(sheet, signature=part["signature"]))
    assert set(refused.value.fields) == {"signature"}
    with pytest.raises(refusals.TextHasChanged):
        perform(guardian, sign_guardian, opened.id, guardian_filled(sheet, digest="0" * 64))
    assert artist


def test_signing_twice_is_once_and_another_sending_is_none(studio: House) -> None:
    child, opened = signed_minor()
    guardian = guardians_turn(child, opened)
    payload = guardian_filled(ask(guardian, sheet_for_guardian))
    first = perform(guardian, sign_guardian, opened.id, payload)
    assert perform(guardian, sign_guardian, opened.id, payload).id == first.id
    for other in ({"payload_id": "another-one"}, {"intent": ""}):
        with pytest.raises(refusals.CeremonyIsSigned):
            perform(guardian, sign_guardian, opened.id, {**payload, **other})
    assert perform(child, begin_guardian, opened.id) is None


def test_a_guardian_elsewhere_signs_by_a_link_of_their_own_that_can_be_ended(studio: House) -> None:
    ours(**REMOTE)
    artist = signed_in("artist")
    how: dict[str, Any] = {"guardian": {**GUARDIAN, "place": "remote"}}
    child, waiting = opened_minor(**how)
    with pytest.raises(guardian_refusals.ClientSignsFirst):
        perform(artist, invite_guardian, waiting.id)
    child, opened = signed_minor(minor("Iva Lopes"), **how)
    assert perform(child, begin_guardian, opened.id) is None
    first = perform(artist, invite_guardian, opened.id)
    second = perform(artist, invite_guardian, opened.id)
    assert ceremony_of_token(first) is None
    state = ceremony_of_token(second)
    assert state is not None
    assert (state.who, state.place, state.living) == ("guardian", "phone", True)
    perform(artist, revoke_guardian, opened.id)
    assert ceremony_of_token(second) is None
    guardian = guardians_turn(child, opened)
    part = perform(guardian, sign_guardian, opened.id, guardian_filled(ask(guardian, sheet_for_guardian)))
    assert (part.body or {})["where"] == "remote"
    told = seen()
    told["guardian"] |= {"present": False, "proof": ""}
    kept = perform(artist, witness_ceremony, opened.id, told)
    assert (kept.body or {})["guardian"]["present"] is False


def test_the_guardians_token_opens_nothing_of_the_client_and_dies_with_the_signing(studio: House) -> None:
    child, opened = signed_minor()
    guardian = guardians_turn(child, opened)
    from studio.consent.actions import sign_ceremony
    from studio.consent.queries import ceremony_for_guest

    with pytest.raises(refusals.CeremonyIsOver):
        ask(guardian, ceremony_for_guest)
    with pytest.raises(Missing):
        perform(guardian, sign_ceremony, opened.id, {})
    with pytest.raises(refusals.CeremonyIsOver):
        ask(child, sheet_for_guardian)
    with pytest.raises(Missing):
        perform(child, sign_guardian, opened.id, {})
    payload = guardian_filled(ask(guardian, sheet_for_guardian))
    perform(signed_in("reception"), cancel_ceremony, opened.id)
    with pytest.raises((refusals.CeremonyIsOver, TokenIsDead)):
        perform(guardian, sign_guardian, opened.id, payload)


def test_a_tablet_takes_up_the_guardians_turn_again(studio: House) -> None:
    from studio.consent.actions import sign_ceremony
    from studio.consent.queries import ceremony_for_guest
    from tests.factories.consents import filled

    tablet = paired()
    how: dict[str, Any] = {"service_kind": PIERCING, "guardian": GUARDIAN, "device_id": id_of(tablet)}
    _, opened = perform(signed_in("artist"), open_ceremony, minor().id, place="tablet", **how)
    perform(tablet, sign_ceremony, opened.id, filled(ask(tablet, ceremony_for_guest)))
    assert perform(tablet, begin_guardian, opened.id)
    row = ask(tablet, ceremony_of_device)
    assert row is not None
    state = ceremony_of_token(perform(tablet, take_ceremony, row.id))
    assert state is not None
    assert (state.who, state.device_id) == ("guardian", id_of(tablet))
    perform(tablet, leave_guardian, opened.id)
    assert ask(tablet, ceremony_of_device) is None, "a guardian who left is not called back"
    assert perform(signed_in("reception"), invite_guardian, opened.id)
    assert ask(tablet, ceremony_of_device) is not None
    perform(tablet, sign_guardian, opened.id, guardian_filled(ask(tablet, sheet_for_guardian)))
    assert ask(tablet, ceremony_of_device) is None


def test_lists_show_neither_hands_nor_reasons(studio: House) -> None:
    kept = packet_of_minor()
    view = ask(signed_in("reception"), packet_by_code, kept.code)
    assert (view.evidence["guardian"]["signature"], view.evidence["overrides"]) == (None, [])
