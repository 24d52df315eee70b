"""What the artist sees on documents decides: ages, who a guardian is, and warnings that want a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from studio.clients.models import Client
from studio.consent import guardian_refusals
from studio.consent.actions import (
    witness_ceremony,
)
from studio.consent.models import Ceremony
from studio.consent.queries import (
    ceremony,
    verify_packet,
)
from studio.consent.queries import overrides as overrides_of
from studio.kernel.house import House
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.work import ask, perform
from tests.factories.consents import IDENTITY, adult, signed, witnessing
from tests.factories.guardians import (
    both_signed,
    seen,
)
from tests.factories.people import signed_in


def stage(of: Ceremony) -> str:
    return ask(signed_in("reception"), ceremony, of.id).stage


def test_a_document_that_makes_them_a_minor_stops_the_artist_whatever_reason_they_give(studio: House) -> None:
    opened, _ = signed(adult(birth_date="2008-01-01"))
    seen_young = {**IDENTITY, "birth_date": "2009-01-01"}
    for mend in (False, True):
        told = witnessing(identity={**seen_young, "mend": mend}, reasons={"health": "x", "age": "their mother said so"})
        with pytest.raises(Refusal) as refused:
            perform(signed_in("owner"), witness_ceremony, opened.id, told)
        assert set(refused.value.fields) == {"identity.birth_date"}
    assert stage(opened) == "signed"


def test_a_birth_date_unlike_the_file_is_settled_and_the_file_is_mended(studio: House) -> None:
    client = adult(birth_date="1990-01-02")
    opened, _ = signed(client)
    artist = signed_in("artist")
    with pytest.raises(Invalid) as refused:
        perform(artist, witness_ceremony, opened.id, witnessing())
    assert set(refused.value.fields) == {"identity.birth_date"}
    told = witnessing(identity={**IDENTITY, "mend": True})
    kept = perform(artist, witness_ceremony, opened.id, told)
    assert kept.body is not None
    assert (kept.body["identity"]["birth_date"], kept.body["identity"]["on_file"]) == ("1995-03-04", "1990-01-02")
    with studio.db.writing() as session:
        assert session.get(Client, client.id).birth_date == date(1995, 3, 4)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("theirs", "field"),
    [
        ({"last4": IDENTITY["last4"]}, "guardian.identity.last4"),
        ({"birth_date": "2009-01-01", "mend": True}, "guardian.identity.birth_date"),
        ({"birth_date": "1981-01-01"}, "guardian.identity.birth_date"),
    ],
)
def test_the_guardians_own_paper_says_who_they_are(studio: House, theirs: dict[str, Any], field: str) -> None:
    opened, _ = both_signed()
    told = seen()
    told["guardian"]["identity"] |= theirs
    with pytest.raises(Refusal) as refused:
        perform(signed_in("artist"), witness_ceremony, opened.id, told)
    assert set(refused.value.fields) == {field}


def test_a_paper_that_does_not_show_the_relation_will_not_do(studio: House) -> None:
    opened, _ = both_signed()
    told = seen()
    for proof in ("", "photo_id", "a promise"):
        told["guardian"]["proof"] = proof
        with pytest.raises(Invalid) as refused:
            perform(signed_in("artist"), witness_ceremony, opened.id, told)
        assert set(refused.value.fields) == {"guardian.proof"}


def test_a_warning_is_gone_past_with_a_reason_by_a_right_and_the_inspector_reads_it(studio: House) -> None:
    client = adult()
    opened, _ = signed(client)
    expired = {**IDENTITY, "expiry": "2020-01-01"}
    artist = signed_in("artist")
    kept = perform(artist, witness_ceremony, opened.id,
                   witnessing(identity=expired, reasons={"identity_expired": "Known here for years"}))  # fmt: skip
    assert [one["reason"] for one in (kept.body or {})["overrides"]] == ["Known here for years"]
    today = studio.clock.today("UTC")
    found = ask(signed_in("inspector"), overrides_of, today, today)
    assert [(one.code, one.warning, one.reason) for one in found] == [
        (kept.code, "identity_expired", "Known here for years")
    ]
    assert ask(signed_in("inspector"), overrides_of, date(2020, 1, 1), date(2020, 12, 31)) == []
    assert ask(signed_in("inspector"), verify_packet, kept.id).holds


def test_without_the_right_a_warning_stands(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, _ = signed()
    expired = witnessing(identity={**IDENTITY, "expiry": "2020-01-01"}, reasons={"identity_expired": "Known"})
    monkeypatch.setitem(studio.rights._reaches, ("artist", "consent.warning.override"), None)
    with pytest.raises(guardian_refusals.WarningStands):
        perform(signed_in("artist"), witness_ceremony, opened.id, expired)
