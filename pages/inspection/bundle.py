"""The records of a period as one zip: made as it is sent, so that a thousand papers take no more memory than one."""

from __future__ import annotations

import csv
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import StringIO
from typing import IO, Any, cast
from zoneinfo import ZoneInfo

from pages.clients.csv_file import inert
from pages.privacy.paper import Sink
from pages.version import VERSION
from studio.documents.sealing import sign
from studio.extension.inspected import Cell, Inspected, Line, Period
from studio.inspection.actions import Order, finish_bundle
from studio.inspection.queries import bundle_count, bundle_files, bundle_frame, bundle_lines
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.text import t
from studio.kernel.work import ask, perform

FORMAT = "linework-bundle-1"
PORTION = 50
SUM = 64
"""The last letters of the file: the SHA-256 of all before them, so that no byte can change unseen."""
Told = Callable[[int], object]


@dataclass
class Packing:
    """An archive under way: what went in, with the digest of each."""

    order: Order
    actor: Actor
    sink: Sink = field(default_factory=Sink)
    digest: Any = field(default_factory=hashlib.sha256)
    members: list[dict[str, Any]] = field(default_factory=list)
    archive: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        self.archive = zipfile.ZipFile(cast("IO[bytes]", self.sink), "w")

    def add(self, name: str, data: bytes, *, listed: bool = True) -> bytes:
        """Put a file in; gives what is to be sent."""
        made = zipfile.ZipInfo(name, self.order.at.timetuple()[:6])
        made.compress_type = zipfile.ZIP_STORED if name.endswith(".pdf") else zipfile.ZIP_DEFLATED
        self.archive.writestr(made, data)
        if listed:
            self.members.append({"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})
        return self.taken()

    def taken(self) -> bytes:
        data = self.sink.taken()
        self.digest.update(data)
        return data

    def close(self) -> bytes:
        """The end of the archive, and after it the digest of everything."""
        self.archive.comment = b"0" * SUM
        self.archive.close()
        end = self.sink.taken()[:-SUM]
        self.digest.update(end)
        return end + cast("str", self.digest.hexdigest()).encode()


def streamed(place: House, actor: Actor, order: Order, told: Told = lambda _: None) -> Iterator[bytes]:
    """The bundle's bytes as they come; `told` hears how many records are done.

    Rights are read again for each portion: whoever may not look any more gets no more of it.
    """
    packing = Packing(order, actor)
    lists = ask(actor, bundle_frame, order.period)
    yield packing.add(t("READ ME.txt"), _read_me(place, order).encode())
    done = 0
    for one in lists.lists:
        rows = StringIO()
        writer = csv.writer(rows)
        writer.writerow([t(column) for column in one.columns])
        for lines in _portions(actor, order.period, one):
            writer.writerows([inert(_said(cell, place)) for cell in line.cells] for line in lines)
            for line in lines:
                yield from _files(packing, one, line)
                done += 1
                told(done)
        yield packing.add(f"{one.key}.csv", b"\xef\xbb\xbf" + rows.getvalue().encode())
    yield from _sealed(place, packing, lists.chains, lists.journal)


def expected(actor: Actor, order: Order) -> int:
    """How many records there are to be gone through."""
    return ask(actor, bundle_count, order.period)


def _portions(actor: Actor, period: Period, one: Inspected) -> Iterator[Sequence[Line]]:
    after = 0
    while lines := ask(actor, bundle_lines, one.key, period, PORTION, after):
        yield lines
        after += len(lines)


def _files(packing: Packing, one: Inspected, line: Line) -> Iterator[bytes]:
    if one.files is not None:
        for name, data in ask(packing.actor, bundle_files, one.key, line.id, packing.order.in_full):
            yield packing.add(name, data)


def _sealed(place: House, packing: Packing, chains: Any, journal: Any) -> Iterator[bytes]:
    """The list of all that is in it, signed; then it is on record which bundle this was."""
    signed = sign(place, lambda key: _manifest(place, packing, {"key": key, "chains": chains, "journal": journal}))
    yield packing.add("manifest.json", signed.data, listed=False)
    yield packing.add("manifest.sig", signed.signature, listed=False)
    yield packing.add("certificate.der", signed.certificate, listed=False)
    told = hashlib.sha256(signed.data).hexdigest()
    perform(packing.actor, finish_bundle, packing.order.id, told, signed.fingerprint, len(packing.members))
    yield packing.close()


def _manifest(place: House, packing: Packing, known: Mapping[str, Any]) -> bytes:
    order = packing.order
    return json.dumps(
        {
            "format": FORMAT,
            "linework": VERSION,
            "studio": str(place.settings["studio.name"]),
            "period": {"first": order.first_day.isoformat(), "last": order.last_day.isoformat()},
            "zone": str(place.settings["studio.zone"]),
            "made": {"at": order.at.isoformat(), "by": order.by_name, "number": str(order.id)},
            "in_full": order.in_full,
            **known,
            "members": packing.members,
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def _said(cell: Cell, place: House) -> str:
    """Moments on the studio's wall, in the spelling every spreadsheet reads."""
    if isinstance(cell, datetime):
        return f"{cell.astimezone(ZoneInfo(place.settings['studio.zone'])):%Y-%m-%d %H:%M}"
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)


def _read_me(place: House, order: Order) -> str:
    told = (
        t("{studio}: records from {first} to {last}.", studio=place.settings["studio.name"], **_days(order)),
        t("The .csv files are lists. The folders hold the records themselves: a .json file, and the sealed .pdf."),
        ""
        if order.in_full
        else t("Health answers and signatures were left out: what a record says of them is its digest alone."),
        t("manifest.json names every file with its SHA-256, and is signed with the studio's key."),
        t("To check all of it, run: python3 verify_bundle.py THIS-FILE.zip"),
        t("The studio hands out verify_bundle.py; it needs Python 3.9 or newer and nothing else."),
    )
    return "\n\n".join(filter(None, told)) + "\n"


def _days(order: Order) -> dict[str, str]:
    return {"first": order.first_day.isoformat(), "last": order.last_day.isoformat()}
