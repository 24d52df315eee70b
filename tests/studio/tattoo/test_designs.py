"""A design: versions, lettering that is spelt and confirmed, approval, and what ends it."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from studio.extension.incoming import Safe
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask, perform
from studio.schedule.actions import start_session
from studio.schedule.refusals import GateIsShut
from studio.tattoo import refusals
from studio.tattoo.actions import (
    add_design,
    advance_piece,
    approve_design,
    check_spelling,
    confirm_letters,
    void_approval,
)
from studio.tattoo.queries import design_picture, piece
from studio.tattoo.views import Design
from tests.factories.people import signed_in
from tests.factories.pieces import SIGNED, designed, drawn, piece_for, sitting
from tests.factories.schedule import needle, soon

NAME = "Zoë\n1984"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def latest(owner: Actor, piece_id: object) -> Design:
    return ask(owner, piece, piece_id).designs[0]  # type: ignore[arg-type]  # an id


def test_lettering_is_spelt_and_confirmed_before_it_is_approved(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    design = designed(owner, one.id, NAME)
    with pytest.raises(refusals.SpellingIsUnchecked):
        perform(owner, approve_design, design.id, "at_desk")
    with pytest.raises(refusals.SpellingIsUnchecked):
        perform(owner, confirm_letters, design.id)
    for wrong in ("Zoe\n1984", "Zoë 1984", "zoë\n1984", ""):
        with pytest.raises(refusals.LetteringDiffers):
            perform(owner, check_spelling, design.id, wrong)
    perform(owner, check_spelling, design.id, NAME)
    with pytest.raises(refusals.LettersAreUnconfirmed):
        perform(owner, approve_design, design.id, "at_desk")
    perform(owner, confirm_letters, design.id)
    perform(owner, approve_design, design.id, "by_message", None, "Wrote: yes, exactly so")
    seen = latest(owner, one.id)
    assert (seen.approved, seen.wants_spelling, seen.wants_letters) == (True, False, False)
    assert [(said.kind, said.how, said.lettering) for said in seen.said] == [
        ("spelling", "", NAME), ("letters", "", NAME), ("approved", "by_message", ""),
    ]  # fmt: skip
    assert {said.by_name for said in seen.said} == {owner.name}


def test_a_newer_version_ends_the_approval_and_all_of_it_stays_to_be_read(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    first = designed(owner, one.id)
    with pytest.raises(refusals.NothingIsLettered):
        perform(owner, check_spelling, first.id, "")
    perform(owner, approve_design, first.id, "on_screen", SIGNED)
    with pytest.raises(refusals.IsApprovedAlready):
        perform(owner, approve_design, first.id, "at_desk")
    second = designed(owner, one.id, "Mum", shade=90)
    newest, older = ask(owner, piece, one.id).designs
    assert (newest.no, newest.approved, older.no, older.approved) == (2, False, 1, False)
    assert [(said.kind, said.signed) for said in older.said] == [("approved", True), ("voided", False)]
    with pytest.raises(refusals.DesignIsOld):
        perform(owner, approve_design, first.id, "at_desk")
    assert ask(owner, design_picture, first.id) != ask(owner, design_picture, second.id)
    assert len(ask(owner, design_picture, first.id, small=True)) > 0
    for change in ("UPDATE piece_design SET lettering='Dad'", "DELETE FROM piece_approval", "DELETE FROM piece_step"):
        perform(owner, advance_piece, piece_for(owner).id, "consult")
        with studio.db.writing() as session, pytest.raises(IntegrityError):
            session.connection().execute(text(change))


def test_an_approval_is_taken_back_with_a_reason_and_checked_anew(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    design = designed(owner, one.id, "Mum")
    perform(owner, check_spelling, design.id, "Mum")
    perform(owner, confirm_letters, design.id)
    with pytest.raises(refusals.IsNotApproved):
        perform(owner, void_approval, design.id, "Changed their mind")
    perform(owner, approve_design, design.id, "at_desk")
    with pytest.raises(refusals.ReasonIsNeeded):
        perform(owner, void_approval, design.id, "")
    perform(owner, void_approval, design.id, "Changed their mind")
    assert latest(owner, one.id).wants_spelling
    with pytest.raises(refusals.SpellingIsUnchecked):
        perform(owner, approve_design, design.id, "at_desk")


def test_what_is_no_signature_or_no_picture_is_refused(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    design = designed(owner, one.id)
    for how, signature, why in (
        ("on_screen", None, refusals.SignatureIsNeeded),
        ("on_screen", b"GIF89a", refusals.SignatureIsUnclear),
        ("by_pigeon", None, Refusal),
    ):
        with pytest.raises(why):
            perform(owner, approve_design, design.id, how, signature)
    with pytest.raises(refusals.PictureIsUnclear):
        perform(owner, add_design, one.id, Safe("pdf", b"%PDF"))
    with pytest.raises(Refusal):
        perform(owner, add_design, one.id, drawn(), "x" * 1001)


def test_a_session_waits_for_the_yes_to_the_latest_design(studio: House, owner: Actor) -> None:
    one = piece_for(owner)
    booked = sitting(owner, one.id, needle(owner).id, starts_local=None, starts_at=soon(30))
    design = designed(owner, one.id, "Mum")
    with pytest.raises(GateIsShut) as shut:
        perform(owner, start_session, booked.id)
    assert "design" in shut.value.gates
    assert "“Mum”" in shut.value.text()
    perform(owner, check_spelling, design.id, "Mum")
    perform(owner, confirm_letters, design.id)
    with pytest.raises(GateIsShut) as shut:
        perform(owner, start_session, booked.id)
    assert "version 1" in shut.value.text()
    perform(owner, approve_design, design.id, "at_desk")
    with pytest.raises(GateIsShut) as shut:
        perform(owner, start_session, booked.id)
    assert "design" not in shut.value.gates


def test_whoever_may_not_approve_does_not(studio: House, owner: Actor) -> None:
    design = designed(owner, piece_for(owner).id)
    for role in ("viewer", "artist", "guest_artist"):
        with pytest.raises(Refusal):
            perform(signed_in(role), approve_design, design.id, "at_desk")


def test_lettering_is_what_is_seen_and_a_letter_that_only_looks_alike_is_noticed(owner: Actor) -> None:
    one = piece_for(owner)
    for typed in ("An\u200ba", "\u202eAna", "\u2066Ana\u2069", "A\u00adna\u034f", "Ana\U000e0041"):
        design = designed(owner, one.id, typed)
        assert latest(owner, one.id).lettering == "Ana"
        perform(owner, check_spelling, design.id, "Ana")
    assert designed(owner, one.id, "Ana\u2028Bo\u00a0K").lettering == "Ana\nBo K"
    with pytest.raises(refusals.LetteringDiffers):
        perform(owner, check_spelling, latest(owner, one.id).id, "\u0410na\nBo K")
    assert designed(owner, one.id, "می\u200cخواهم").lettering == "می\u200cخواهم"
