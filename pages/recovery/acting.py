"""What the recovery screen can do; each act needs the key itself, since whoever holds it could do it anyway."""

from __future__ import annotations

from pages.recovery.telling import noted
from pages.recovery.ways import way_out
from storage.arriving import shut
from storage.errors import Damaged, StorageFault
from storage.folder import DataFolder
from storage.keys import data_key
from storage.putting_back import key_fits, put_back, put_key, read_key, sources
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_


class NoKeyGiven(Refusal):
    sentence = N_("Give the key: choose the file, or type its 64 letters and digits.")


class KeyDoesNotFit(Refusal):
    sentence = N_("This key does not belong to the data in this folder.")


class OfferIsGone(Refusal):
    sentence = N_("This is not there any more. Choose again.")


class NotWhole(Refusal):
    sentence = N_("This one is damaged too. Nothing was changed. Choose another one.")


def proven(folder: DataFolder, typed: str) -> bytes:
    """The key that was given. Raises unless something in the folder was made with it."""
    key = read_key(typed)
    if key is None:
        raise NoKeyGiven("key")
    if not key_fits(folder, key):
        raise KeyDoesNotFit("key")
    return key


def act(folder: DataFolder, fault: StorageFault, key: bytes, chosen: str) -> None:
    """Do what was asked, with a key that was proven. Raises a Refusal or StorageFault; then nothing was moved."""
    needs = way_out(fault).needs
    try:
        if _present_key(folder) != key:
            with noted(folder, "key"):
                put_key(folder, key)
        if needs == "source":
            _put_back(folder, key, chosen)
        elif needs == "files":
            with noted(folder, "files"):
                folder.files.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise shut(error) from error


def _put_back(folder: DataFolder, key: bytes, chosen: str) -> None:
    source = next((one for one in sources(folder) if one.name == chosen), None)
    if source is None:
        raise OfferIsGone("source")
    try:
        with noted(folder, "source", source.kind, source.made):
            put_back(folder, key, source)
    except Damaged as fault:
        raise NotWhole("source") from fault


def _present_key(folder: DataFolder) -> bytes | None:
    """Never makes one: making is for a first start."""
    try:
        return data_key(folder.path) if folder.key.exists() else None
    except StorageFault:
        return None
