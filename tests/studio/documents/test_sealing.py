"""The studio's seal: what it proves, and that nothing gets past it."""

from __future__ import annotations

import random
from functools import cache
from uuid import uuid4

import pytest
from sqlalchemy import select

from studio.documents.actions import keep_document, make_seal_key, renew_seal_key
from studio.documents.drawing import draw
from studio.documents.facts import DocumentKept
from studio.documents.models import DocumentKey, SealedDocument
from studio.documents.queries import (
    MOST_MEGABYTES,
    document,
    document_bytes,
    documents_of,
    seal_keys,
    verify_document,
    verify_kept,
)
from studio.documents.refusals import DocumentIsMissing, DocumentIsNotSealed, DocumentIsTooLarge
from studio.documents.sealing import seal, verify
from studio.documents.sealing.cms import read_seal
from studio.kernel.actor import rule
from studio.kernel.house import House
from studio.kernel.journal import verify as verify_journal
from studio.kernel.refusal import Denied, OutOfOrder
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from tests.factories.clients import counted_statements
from tests.factories.papers import consent
from tests.factories.people import signed_in

ANA = Subject("client", uuid4())
SCRIBE = rule("documents")


@cache
def drawn() -> bytes:
    return draw(consent())


def kept(house: House, pdf: bytes | None = None, needs: str = "") -> tuple[SealedDocument, bytes]:
    sealed = pdf or seal(house, drawn(), "Consent to a tattoo")
    return perform(SCRIBE, keep_document, "consent", ANA, sealed, title="CS-0001", needs=needs), sealed


def test_a_sealed_document_is_kept_and_found_valid(studio: House) -> None:
    heard: list[DocumentKept] = []
    studio.bus.after(DocumentKept, heard.append)
    row, sealed = kept(studio)
    assert sealed.startswith(drawn())
    assert [fact.document_id for fact in heard] == [row.id]
    verdict = verify(studio, sealed)
    assert (verdict.state, verdict.document_id) == ("valid", row.id)
    assert "Unchanged" in verdict.text
    with studio.db.reading() as connection:
        assert verify_journal(connection, studio.derive("journal"), []) is None


def test_another_program_agrees_that_the_whole_file_is_signed(studio: House) -> None:
    from io import BytesIO

    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    sealed = seal(studio, drawn(), "Consent to a tattoo")
    [signature] = PdfFileReader(BytesIO(sealed)).embedded_signatures
    found = read_seal(sealed)
    assert found is not None
    trust = ValidationContext(trust_roots=[Certificate.load(found.certificate)], allow_fetching=False)
    status = validate_pdf_signature(signature, trust)
    assert status.bottom_line
    assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert signature.sig_object["/Reason"] == "Consent to a tattoo"
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"


def test_every_single_flipped_bit_is_found(studio: House) -> None:
    """Among them those a signature alone lets pass: its padding, and the case of its digits."""
    _, sealed = kept(studio)
    chance = random.Random(3)
    within = sealed.rindex(b"/Contents")
    places = [chance.randrange(len(sealed)) for _ in range(200)]
    places += [within + chance.randrange(4_200) for _ in range(100)]
    for place in places:
        flipped = bytearray(sealed)
        flipped[place] ^= 1 << chance.randrange(8)
        verdict = verify(studio, bytes(flipped))
        assert verdict.state == "altered", (place, verdict)


def test_flips_are_found_without_the_kept_copy_too_wherever_they_could_mean_anything(studio: House) -> None:
    sealed = seal(studio, drawn(), "Consent")
    assert verify(studio, sealed).state == "valid"
    assert "no copy" in verify(studio, sealed).text
    chance = random.Random(4)
    for _ in range(100):
        flipped = bytearray(sealed)
        flipped[chance.randrange(sealed.rindex(b"/Contents"))] ^= 1 << chance.randrange(8)
        assert verify(studio, bytes(flipped)).state == "altered"
    padding = sealed.rindex(b"00>") - 50
    assert verify(studio, sealed[:padding] + b"1" + sealed[padding + 1 :]).state == "altered"


def test_nothing_can_be_added_taken_or_swapped(studio: House) -> None:
    row, sealed = kept(studio)
    other = kept(studio, seal(studio, draw(consent("Somebody Else")), "Consent"))[1]
    cut = sealed.rindex(b"/Contents <") + 11
    swapped = sealed[:cut] + other[other.rindex(b"/Contents <") + 11 :][:4_000] + sealed[cut + 4_000 :]
    for changed in (
        sealed + b"\n",
        sealed + b"\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n",
        sealed + sealed[len(drawn()) :],
        sealed[:-1],
        sealed[: len(sealed) // 2],
        b" " + sealed,
        sealed.replace(b"/ByteRange [0 ", b"/ByteRange [1 "),
        swapped,
    ):
        verdict = verify(studio, changed)
        assert verdict.state in ("altered", "not_ours"), verdict
        assert verdict.state == "altered" or changed == sealed[: len(sealed) // 2]
    assert verify(studio, sealed).document_id == row.id


def test_what_is_not_ours_is_told_apart(studio: House) -> None:
    kept(studio)
    assert verify(studio, b"").text == "This is not a PDF."
    assert verify(studio, b"\x89PNG" * 100).text == "This is not a PDF."
    assert verify(studio, drawn()).text == "It carries no seal of this studio."
    assert "somebody else" in verify(studio, drawn() + b"/ByteRange [0 1 2 3]").text
    assert {verify(studio, data).state for data in (b"", drawn())} == {"not_ours"}


def test_a_file_full_of_numbers_asks_the_database_no_more_than_one_with_three(studio: House) -> None:
    row, sealed = kept(studio)
    few, many = (b"".join(b"linework" + uuid4().hex.encode() for _ in range(n)) for n in (3, 3000))
    counts = []
    for numbers in (few, many):
        with counted_statements(studio) as asked:
            verdict = verify(studio, sealed + numbers)
        counts.append(len(asked))
        assert (verdict.state, verdict.document_id) == ("altered", row.id)
    assert counts[0] == counts[1]


def test_a_seal_of_another_studio_is_not_ours(studio: House) -> None:
    from studio.documents.sealing import _signed
    from studio.documents.sealing.keys import SealKey, new_key, present_key

    kept(studio)
    stranger = new_key(studio, studio.clock.now())

    class Elsewhere:
        """A connection to a database that holds only the stranger's key."""

        def execute(self, _: object) -> Elsewhere:
            return self

        def first(self) -> DocumentKey:
            return stranger

    key = present_key(studio, Elsewhere())  # type: ignore[arg-type]
    assert isinstance(key, SealKey)
    assert verify(studio, _signed(drawn(), key, "Forged")).state == "not_ours"
    with pytest.raises(DocumentIsNotSealed):
        kept(studio, _signed(drawn(), key, "Forged"))


def test_a_replaced_key_still_verifies_what_it_sealed(studio: House) -> None:
    _, old = kept(studio)
    first = perform(SCRIBE, make_seal_key).fingerprint
    second = perform(signed_in("owner"), renew_seal_key).fingerprint
    _, new = kept(studio)
    assert first != second
    assert [verify(studio, pdf).fingerprint for pdf in (old, new)] == [first, second]
    assert {verify(studio, pdf).state for pdf in (old, new)} == {"valid"}
    assert [line.retired_at is None for line in ask(signed_in("owner"), seal_keys)] == [True, False]


def test_the_private_key_is_nowhere_in_the_clear(studio: House) -> None:
    from studio.documents.sealing.keys import present_key

    seal(studio, drawn(), "Consent")
    with studio.db.reading() as connection:
        key = present_key(studio, connection)
        assert key is not None
        stored = "".join(map(str, connection.execute(select(DocumentKey.__table__)).one()))  # type: ignore[attr-defined]
        journal = "".join(map(str, connection.exec_driver_sql("SELECT * FROM journal_values").all()))
    assert key.private.hex() not in stored + journal
    assert key.private[-32:].hex() not in stored + journal


def test_the_same_bytes_are_kept_once_and_only_sealed_ones(studio: House) -> None:
    row, sealed = kept(studio)
    assert kept(studio, sealed)[0].id == row.id
    for refused in (drawn(), sealed + b" ", b""):
        with pytest.raises(DocumentIsNotSealed):
            kept(studio, refused or b" ")


def test_reading_takes_the_right_its_room_names(studio: House) -> None:
    row, sealed = kept(studio, needs="clients.health.see")
    artist, reception, viewer = signed_in("artist"), signed_in("reception"), signed_in("viewer")
    assert ask(artist, document_bytes, row.id) == sealed
    [line] = ask(reception, documents_of, ANA)
    assert (line.title, line.readable, line.size) == ("CS-0001", False, len(sealed))
    with pytest.raises(Denied):
        ask(reception, document_bytes, row.id)
    with pytest.raises(Denied):
        ask(viewer, documents_of, ANA)
    assert ask(artist, documents_of, ANA, "invoice") == ()
    assert ask(artist, document, row.id).about == ANA


def test_documents_are_verified_from_where_they_are_kept_and_by_upload(studio: House) -> None:
    row, sealed = kept(studio)
    owner = signed_in("owner")
    assert ask(owner, verify_kept, row.id).state == "valid"
    assert ask(owner, verify_document, sealed).state == "valid"
    with pytest.raises(DocumentIsMissing):
        ask(owner, verify_kept, uuid4())
    with pytest.raises(DocumentIsTooLarge):
        ask(owner, verify_document, bytes(MOST_MEGABYTES * 1024 * 1024 + 1))
    path = studio.files.folder / row.file_id[:2] / row.file_id[2:4] / row.file_id
    *before, last = path.read_bytes()
    path.write_bytes(bytes([*before, last ^ 1]))
    with pytest.raises(OutOfOrder, match="damaged"):
        ask(owner, verify_kept, row.id)


def test_a_file_on_disk_is_encrypted(studio: House) -> None:
    row, _ = kept(studio)
    path = studio.files.folder / row.file_id[:2] / row.file_id[2:4] / row.file_id
    assert b"%PDF" not in path.read_bytes()


def test_a_name_no_certificate_can_hold_seals_all_the_same(studio: House) -> None:
    from studio.documents.sealing.keys import new_key

    studio.settings._values = {"studio.name": "\x00" + "日本" * 60}
    assert "BEGIN CERTIFICATE" in new_key(studio, studio.clock.now()).certificate
