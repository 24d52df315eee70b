"""Certificates with their scans: who may look, what is taken, what no longer counts, and what stops a booking."""

from __future__ import annotations

from datetime import timedelta

import pytest

from studio.inspection.queries import bundle_files
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform
from studio.schedule import refusals
from studio.schedule.actions import add_certificate, edit_artist, edit_certificate, end_certificate
from studio.schedule.actions.certificate import resume_certificate
from studio.schedule.queries import certificates
from studio.schedule.queries.papers import certificate_file
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.people import id_of, signed_in
from tests.factories.pictures import with_secrets
from tests.factories.schedule import booked, needle

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_a_scan_is_seen_by_the_office_the_artist_and_the_inspector_alone(studio: House, owner: Actor) -> None:
    me, made = signed_in("artist"), needle(owner)
    perform(owner, edit_artist, made.id, {"user_id": id_of(me)})
    paper = perform(owner, add_certificate, made.id, {"kind": "licence"}, PDF)
    for who in (owner, me, signed_in("inspector")):
        assert ask(who, certificate_file, paper.id) == ("pdf", PDF)
    with pytest.raises(refusals.CertificateFileIsGone):
        ask(signed_in("artist"), certificate_file, paper.id)
    with pytest.raises(Denied):
        ask(signed_in("reception"), certificate_file, paper.id)
    with pytest.raises(refusals.CertificateFileIsOther):
        perform(owner, add_certificate, made.id, {"kind": "licence"}, b"<html>")
    old = paper.file
    assert old
    perform(owner, edit_certificate, paper.id, {}, None, with_secrets())
    assert ask(owner, certificate_file, paper.id)[0] == "jpeg"
    assert not studio.files.has(old)


def test_the_inspector_takes_licences_along_and_vaccinations_only_in_full(owner: Actor) -> None:
    made = needle(owner)
    licence, jab = (perform(owner, add_certificate, made.id, {"kind": one}, PDF) for one in ("licence", "hepatitis_b"))
    told = [ask(owner, bundle_files, "certificates", str(paper), full) for paper, full in (
        (licence.id, False), (licence.id, True), (jab.id, False), (jab.id, True))]  # fmt: skip
    assert [len(files) for files in told] == [1, 1, 0, 1]
    assert told[0][0][0] == f"certificates/AR-0001-licence-{licence.id}.pdf"


def test_what_has_run_out_stops_a_booking_by_name_until_the_new_one_is_entered(studio: House, owner: Actor) -> None:
    made, today = needle(owner), studio.clock.today("Europe/London")
    gone = {"kind": "first_aid", "blocks_booking": True, "expires_on": today - timedelta(days=1)}
    old = perform(owner, add_certificate, made.id, gone)
    with pytest.raises(refusals.CertificateHasExpired, match=r"Ines Duarte.*First aid course"):
        booked(owner, made.id)
    perform(owner, add_certificate, made.id, {**gone, "expires_on": today + timedelta(days=900)})
    assert [one.id for one in ask(owner, certificates, made.id)] != [old.id]
    booked(owner, made.id)


def test_entering_and_ending_a_certificate_are_taken_back(studio: House, owner: Actor) -> None:
    made = needle(owner)
    first = perform(owner, add_certificate, made.id, {"kind": "insurance"})
    second = perform(owner, add_certificate, made.id, {"kind": "insurance"}, PDF, first.id)
    assert [one.id for one in ask(owner, certificates, made.id)] == [second.id]
    perform(owner, undo_act, newest(studio))
    assert [one.id for one in ask(owner, certificates, made.id)] == [first.id]
    assert second.file
    assert not studio.files.has(second.file)
    perform(owner, end_certificate, first.id)
    perform(owner, resume_certificate, first.id)
    assert len(ask(owner, certificates, made.id)) == 1
