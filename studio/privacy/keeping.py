"""How long each kind of record is kept here: the country's rule, or what the owner made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.extension.registry import registry
from studio.jurisdiction.schema import Keeping, Majority, RecordType
from studio.jurisdiction.shelf import in_force
from studio.jurisdiction.standing import said
from studio.kernel.house import House
from studio.kernel.text import N_, t
from studio.privacy.models import KeptFor

KEPT = columns_of(KeptFor)
RECORDS: Mapping[str, str] = {
    "consent": N_("Signed consents"),
    "minor_consent": N_("Signed consents of minors"),
    "health_answers": N_("Health answers on file"),
    "identity_picture": N_("Pictures of identity documents"),
    "photo_record": N_("Photos for the record"),
    "photo_publicity": N_("Photos for publicity"),
    "registration": N_("Registrations that became no client"),
    "staff_record": N_("Records of staff"),
    "sterilisation": N_("Logs of sterilisation"),
    "accounts": N_("Accounts and receipts"),
    "access_log": N_("Who looked at what"),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of record: the months that count, those of the country's rules, and why."""

    record: str
    name: str
    months: int
    rule: int
    since: str
    reason: str
    stored: bool
    """Whether anything of this kind is stored here at all; else the time waits for the room that brings it."""
    changed_why: str = ""
    changed_by: str = ""


def records_stored() -> set[str]:
    """The kinds of record some room of this studio keeps."""
    found = {one.record for one in registry().holdings() if one.record}
    return found | {"access_log"} | ({"minor_consent"} if "consent" in found else set())


class Times:
    """All times in force, read once for one question."""

    def __init__(self, house: House, connection: Connection) -> None:
        profile = in_force(house)
        own = {row.record: row for row in connection.execute(select(KEPT))}
        self.majority: Majority = profile.majority
        self.rules: Mapping[str, Keeping] = {str(key): rule for key, rule in profile.retention.items()}
        self.own = own

    def __getitem__(self, record: str) -> Keeping:
        rule = self.rules[record]
        return rule.model_copy(update={"months": self.own[record].months}) if record in self.own else rule

    def all(self) -> tuple[Kept, ...]:
        """Every kind of record, in the order of the rules."""
        return tuple(self._kept(record) for record in get_args(RecordType))

    def _kept(self, record: str) -> Kept:
        rule, own = self.rules[record], self.own.get(record)
        stored = record in records_stored()
        kept = Kept(record, t(RECORDS[record]), rule.months, rule.months, rule.from_what, said(rule.reason), stored)
        return replace(kept, months=own.months, changed_why=own.reason, changed_by=own.by_name) if own else kept
