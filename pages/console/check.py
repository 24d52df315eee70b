"""`run.py check`: every byte looked at, and plain words on what the key in the data folder protects."""

from __future__ import annotations

import sys

from storage.doctor import examine
from studio.consent.queries import first_broken_packet, first_unrecorded
from studio.kernel.anchors import check_journal
from studio.kernel.house import House
from studio.kernel.text import N_, t

ABOUT_KEY = N_(
    "The database and all files are encrypted with the key in {key}. Whoever copies database or files alone can read "
    "nothing. Whoever copies the whole data folder, or uses this computer as you, can read everything: encrypt the "
    "disk as well."
)


def check(house: House) -> int:
    """0 when all is whole; 1 after naming the first bad item."""
    for finding in examine(house.db, house.files):
        said = t(finding.sentence).format(where=finding.where, detail=finding.detail)
        if not finding.ok:
            return _bad(f"{finding.what}: {said}")
        _say(said)
    broken = check_journal(house)
    if broken is not None:
        return _bad(f"journal: entry {broken.no}: {broken.reason}")
    _say(t("The journal's chain and anchors hold."))
    packet = first_broken_packet(house)
    if packet is not None:
        return _bad(f"consent: {packet.code}: {packet.why}")
    record = first_unrecorded(house)
    if record is not None:
        return _bad(f"consent: {record.table} {record.id}: {record.reason}")
    _say(t("Every signed consent is as it was signed."))
    _say(t(ABOUT_KEY, key=house.folder.key.name))
    return 0


def _bad(words: str) -> int:
    _say(words)
    return 1


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
