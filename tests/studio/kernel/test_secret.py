"""What is sealed opens with the key, the purpose and the words it was sealed with, and with nothing else."""

from __future__ import annotations

import base64

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.keys import derive
from studio.documents.models import DocumentKey
from studio.documents.sealing.keys import new_key, present_key
from studio.kernel.certificates import new_private_key, sealed_key
from studio.kernel.house import House
from studio.kernel.secret import seal, seal_bytes, unseal, unseal_bytes
from studio.upkeep.authority import new_authority, private_key

NONCE = bytes(range(12))


def test_a_secret_comes_back_and_stands_nowhere_in_what_is_stored(studio: House) -> None:
    stored = seal(studio, "Sesame é")
    assert unseal(studio, stored) == "Sesame é"
    assert b"Sesame" not in base64.b64decode(stored)
    assert seal(studio, "Sesame é") != stored
    assert (seal(studio, ""), unseal(studio, ""), unseal(studio, "no seal"), unseal(studio, "QUJD")) == ("", "", "", "")


@pytest.mark.parametrize(
    ("purpose", "words", "flipped"), [("other", "a", 0), ("one", "b", 0), ("one", "a", 1)], ids=["key", "words", "bits"]
)
def test_another_purpose_other_words_or_one_bit_off_opens_nothing(
    studio: House, purpose: str, words: str, flipped: int
) -> None:
    sealed = bytearray(seal_bytes(studio, "one", b"secret", "a"))
    assert unseal_bytes(studio, "one", bytes(sealed), "a") == b"secret"
    sealed[-1] ^= flipped
    with pytest.raises(InvalidTag):
        unseal_bytes(studio, purpose, bytes(sealed), words)


def test_what_earlier_studios_stored_still_opens(studio: House) -> None:
    """Written here as it has always been: twelve bytes of nonce, then AES-256-GCM, in hex or base64."""

    def as_ever(purpose: str, plain: bytes, words: bytes | None) -> bytes:
        return NONCE + AESGCM(derive(studio.key, purpose, 32)).encrypt(NONCE, plain, words)

    assert unseal(studio, base64.b64encode(as_ever("secret settings", b"mail", None)).decode()) == "mail"
    authority = new_authority(studio, studio.clock.now())
    der = unseal_bytes(studio, "lan certificate", bytes.fromhex(authority.sealed_key), authority.fingerprint)
    authority.sealed_key = as_ever("lan certificate", der, authority.fingerprint.encode()).hex()
    assert private_key(studio, authority).public_key()
    seal_key = new_key(studio, studio.clock.now())
    der = unseal_bytes(studio, "document seal", bytes.fromhex(seal_key.sealed_key), seal_key.fingerprint)
    stored = as_ever("document seal", der, seal_key.fingerprint.encode()).hex()
    with studio.db.writing() as session:
        session.add(DocumentKey(fingerprint=seal_key.fingerprint, certificate=seal_key.certificate, sealed_key=stored))
    with studio.db.reading() as connection:
        found = present_key(studio, connection)
    assert found
    assert found.private == der


def test_a_key_put_beside_another_certificate_does_not_open(studio: House) -> None:
    authority = new_authority(studio, studio.clock.now())
    authority.sealed_key = sealed_key(studio, "lan certificate", new_private_key(), "another")
    with pytest.raises(InvalidTag):
        private_key(studio, authority)
