#!/usr/bin/env python3
"""Verifies a bundle of records from Linework. One file, Python 3.9 or newer, nothing else to install, no network.

    python3 verify_bundle.py BUNDLE.zip
    python3 verify_bundle.py BUNDLE.zip --key 3F2A…     the key the studio shows under Inspection

What it looks at: the sum of the whole file, the signature on the list of files, the SHA-256 and size of each file,
the digest of every consent, and that each consent follows the one before it. It ends with 0 when all of it holds,
with 1 when something was changed (naming the first file that does not hold), and with 2 when there is nothing to judge.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import struct
import sys
import zipfile
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

HOLDS, BROKEN, WRONG_USE = 0, 1, 2
SUM = 64
SEALING = ("manifest.json", "manifest.sig", "certificate.der")
UNREADABLE = (OSError, ValueError, KeyError, RuntimeError, EOFError, struct.error, zlib.error, zipfile.BadZipFile)
"""Whatever an archive that was tampered with may be answered by."""
BUNDLE, CONSENT = "linework-bundle-1", "linework-consent-1"


class Broken(Exception):
    """Something does not hold: which file, and why."""

    def __init__(self, member: str, why: str) -> None:
        super().__init__(f"{member}: {why}")
        self.member, self.why = member, why


class Unreadable(Exception):
    """There is nothing here that could be judged."""


def verify(path: Path, key: str = "") -> list[str]:
    """Look at everything; gives what was found as sentences. Raises Broken, or Unreadable."""
    check_sum(path)
    try:
        archive = zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise Broken(path.name, f"the archive cannot be opened ({error})") from None
    with archive:
        names = archive.namelist()
        if len(set(names)) != len(names):
            raise Broken(path.name, "a file is in the archive twice")
        for name in SEALING:
            if name not in names:
                raise Broken(name, "it is missing")
        manifest, told = check_manifest(archive, key)
        check_members(archive, manifest, names)
        return [*told, *check_consents(archive, manifest)]


# ── the file itself ──────────────────────────────────────────────────────────────────────────────────────────────


def check_sum(path: Path) -> None:
    """The last 64 letters are the SHA-256 of everything before them."""
    try:
        size = path.stat().st_size
        with path.open("rb") as source:
            begins = source.read(2) == b"PK"
            source.seek(0)
            digest, left = hashlib.sha256(), max(size - SUM, 0)
            while left:
                piece = source.read(min(left, 1 << 20))
                digest.update(piece)
                left -= len(piece)
            told = source.read(SUM)
    except OSError as error:
        raise Unreadable(f"{path} cannot be read ({error.strerror})") from None
    if len(told) < SUM or not (begins or set(told) <= set(b"0123456789abcdef")):
        raise Unreadable(f"{path.name} is no bundle")
    if told != digest.hexdigest().encode():
        raise Broken(path.name, "the file is not as it was made: a byte of it differs, or part of it is missing")


def read(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member; whatever the archive complains of is a change."""
    try:
        return archive.read(name)
    except UNREADABLE as error:
        raise Broken(name, f"it cannot be read ({error})") from None


# ── the list of files ────────────────────────────────────────────────────────────────────────────────────────────


def check_manifest(archive: zipfile.ZipFile, key: str) -> tuple[dict[str, Any], list[str]]:
    """The list must be signed by the key of the certificate beside it, and that be the key which was asked for."""
    written, certificate = read(archive, SEALING[0]), read(archive, SEALING[2])
    fingerprint = hashlib.sha256(certificate).hexdigest()
    if key and fingerprint != key:
        raise Broken(SEALING[2], f"another key than the one you named: {grouped(fingerprint)}")
    if not signature_holds(written, read(archive, SEALING[1]), certificate):
        raise Broken(SEALING[0], "the signature does not fit: the list of files was changed")
    try:
        manifest = json.loads(written)
        period, made = manifest["period"], manifest["made"]
        said = f"{manifest['studio']}: records from {period['first']} to {period['last']}, made {made['at']}"
        known = manifest["format"] == BUNDLE and isinstance(manifest["members"], list)
    except (ValueError, KeyError, TypeError):
        raise Broken(SEALING[0], "it cannot be understood") from None
    if manifest.get("key") != fingerprint:
        raise Broken(SEALING[2], "it is not the certificate the list was signed with")
    if not known:
        raise Unreadable("this bundle is of a kind that came after this tool")
    return manifest, [
        f"{said} by {made['by']}.",
        f"The list of {len(manifest['members'])} files is signed with the key {grouped(fingerprint)}.",
        "It is the key you named." if key else "Compare the key with what the studio shows: this tool cannot know it.",
    ]


def check_members(archive: zipfile.ZipFile, manifest: dict[str, Any], names: list[str]) -> None:
    """Every file of the list is there as it was, and no other."""
    listed = set()
    for member in manifest["members"]:
        name = member["name"]
        if name not in names:
            raise Broken(name, "it is missing")
        data = read(archive, name)
        if len(data) != member["size"] or hashlib.sha256(data).hexdigest() != member["sha256"]:
            raise Broken(name, "it was changed")
        listed.add(name)
    for name in names:
        if name not in listed and name not in SEALING:
            raise Broken(name, "it was put in afterwards")


# ── consents ─────────────────────────────────────────────────────────────────────────────────────────────────────


def check_consents(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> list[str]:
    """The digest of each consent over all that was signed, and its place in the chain."""
    links: dict[int, tuple[str, dict[str, Any]]] = {}
    counted = {"whole": 0, "left_out": 0, "erased": 0}
    for member in manifest["members"]:
        name = member["name"]
        if not (name.startswith("consents/") and name.endswith(".json")):
            continue
        record = json.loads(read(archive, name))
        if record.get("format") != CONSENT or record.get("body") not in counted:
            raise Broken(name, "it is no record of a consent")
        packet, part = record["packet"], record["part"]
        if record["body"] == "whole":
            check_digests(name, packet, part)
        counted[record["body"]] += 1
        links[packet["number"]] = (name, packet)
    check_chain(links, manifest["chains"].get("consents", {}))
    said: list[str] = []
    if counted["whole"] or not links:
        said.append(
            f"{counted['whole']} consents: every digest fits what was signed, and each follows the one before it."
        )
    gaps = [f"{one:04d}" for one in range(min(links, default=0), max(links, default=0)) if one not in links]
    if gaps:
        said.append(f"Not in it, though the numbers lie between: {', '.join(gaps[:20])}. Of other days, or why?")
    if counted["left_out"]:
        said.append(
            f"{counted['left_out']} consents without what was signed: their chain holds, no digest can be made anew."
        )
    if counted["erased"]:
        said.append(f"{counted['erased']} consents of people who were erased: only their place in the chain is left.")
    return [
        *said,
        "Not looked at: the seals inside the PDFs (PDF readers show them), and what only the studio's key tells.",
    ]


def check_digests(name: str, packet: dict[str, Any], part: dict[str, Any]) -> None:
    """As they were when it was signed."""
    if part["digest"] != digest_of(without(part, "digest")):
        raise Broken(name, "what the client signed does not fit its digest")
    told = {"packet": without(packet, "digest", "mac"), "part": without(part, "body")}
    if packet["digest"] != digest_of(told):
        raise Broken(name, "the consent does not fit its digest")
    if packet["part_id"] != part["id"]:
        raise Broken(name, "its parts do not belong together")


def check_chain(links: dict[int, tuple[str, dict[str, Any]]], ends: dict[str, Any]) -> None:
    """Neighbours by number name each other; the first and the last are those the list tells."""
    for number, (name, packet) in sorted(links.items()):
        before = links.get(number - 1)
        if before and packet["prev_digest"] != before[1]["digest"]:
            raise Broken(name, "it does not follow the consent before it")
    if links and ends:
        first, last = links[min(links)], links[max(links)]
        if first[1]["prev_digest"] != ends["before"] or first[1]["code"] != ends["first"]:
            raise Broken(first[0], "it is not where the chain of these days begins")
        if last[1]["digest"] != ends["digest"] or last[1]["code"] != ends["last"]:
            raise Broken(last[0], "it is not where the chain of these days ends")


def without(told: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name not in names}


def digest_of(value: object) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def canonical(value: object) -> str:
    """The one spelling of a value (RFC 8785)."""
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda one: one[0].encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(name)}:{canonical(one)}" for name, one in ordered) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def number(value: float) -> str:
    """A fraction as every browser writes it."""
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    shown = "".join(map(str, digits)).lstrip("0")
    power = int(exponent) + len(shown) - len(shown.rstrip("0"))
    shown = shown.rstrip("0")
    if not shown:
        return "0"
    point, minus = len(shown) + power, "-" if sign else ""
    if len(shown) <= point <= 21:
        return minus + shown + "0" * (point - len(shown))
    if 0 < point <= 21:
        return f"{minus}{shown[:point]}.{shown[point:]}"
    if -6 < point <= 0:
        return f"{minus}0.{'0' * -point}{shown}"
    rest = f".{shown[1:]}" if len(shown) > 1 else ""
    return f"{minus}{shown[0]}{rest}e{'+' if point > 0 else '-'}{abs(point - 1)}"


# ── the signature: ECDSA on P-256 with SHA-256 ───────────────────────────────────────────────────────────────────

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
Point = tuple[int, int]
KEY = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
"""What stands in a certificate before the two numbers of a P-256 key."""


def signature_holds(data: bytes, signature: bytes, certificate: bytes) -> bool:
    """Whether the certificate's key signed exactly these bytes."""
    try:
        r, s = numbers_of(signature)
        point = key_of(certificate)
    except ValueError:
        return False
    if not (0 < r < N and 0 < s < N):
        return False
    told, back = int.from_bytes(hashlib.sha256(data).digest(), "big"), pow(s, -1, N)
    found = both_times(told * back % N, G, r * back % N, point)
    return found is not None and found[0] % N == r


def numbers_of(signature: bytes) -> tuple[int, int]:
    """The two numbers of a signature in DER, in its one spelling."""
    try:
        size = signature[3]
        r, s = signature[4 : 4 + size], signature[6 + size :]
        spelled = bytes([0x30, 4 + len(r) + len(s), 2, len(r)]) + r + bytes([2, len(s)]) + s
        clean = spelled == signature and r[0] < 128 and s[0] < 128
    except IndexError:
        clean = False
    if not clean:
        raise ValueError("no signature")
    return int.from_bytes(r, "big"), int.from_bytes(s, "big")


def key_of(certificate: bytes) -> tuple[int, int]:
    """The point of the key, which must lie on the curve."""
    at = certificate.find(KEY)
    start = at + len(KEY)
    if at < 0 or certificate.count(KEY) != 1 or len(certificate) < start + 64:
        raise ValueError("no key of this kind")
    x, y = (int.from_bytes(certificate[begin : begin + 32], "big") for begin in (start, start + 32))
    if max(x, y) >= P or (y * y - x * x * x + 3 * x - B) % P:
        raise ValueError("no point of the curve")
    return x, y


def add(one: Point | None, other: Point | None) -> Point | None:
    """Two points of the curve together; None is the point at infinity."""
    if one is None or other is None:
        return other if one is None else one
    (x1, y1), (x2, y2) = one, other
    if x1 == x2:
        if (y1 + y2) % P == 0:
            return None
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, P) % P
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, P) % P
    x = (slope * slope - x1 - x2) % P
    return x, (slope * (x1 - x) - y1) % P


def both_times(many: int, point: Point, more: int, other: Point) -> Point | None:
    """One point so many times, and another so many times, together."""
    found, sums = None, {(1, 0): point, (0, 1): other, (1, 1): add(point, other)}
    for bit in range(max(many, more).bit_length() - 1, -1, -1):
        found = add(found, found)
        chosen = (many >> bit & 1, more >> bit & 1)
        if any(chosen):
            found = add(found, sums[chosen])
    return found


# ── the command line ─────────────────────────────────────────────────────────────────────────────────────────────


def grouped(fingerprint: str) -> str:
    """In groups one can read aloud."""
    return " ".join(fingerprint[at : at + 4].upper() for at in range(0, len(fingerprint), 4))


def say(words: str) -> None:
    sys.stdout.write(words + "\n")


def main(words: list[str] | None = None) -> int:
    telling = argparse.ArgumentParser(description="Verifies a bundle of records from Linework.")
    telling.add_argument("bundle", type=Path)
    telling.add_argument("--key", default="", help="the key the studio shows, with or without spaces")
    told = telling.parse_args(words)
    key = "".join(told.key.split()).replace(":", "").lower()
    try:
        said = verify(told.bundle, key)
    except Unreadable as error:
        say(f"NOT JUDGED  {error}")
        return WRONG_USE
    except Broken as broken:
        say(f"CHANGED  {broken}")
        return BROKEN
    say("HOLDS  All of it is as the studio made it.")
    say("\n".join(f"  - {line}" for line in said))
    return HOLDS


if __name__ == "__main__":
    sys.exit(main())
