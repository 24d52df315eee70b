"""What is asked in advance for a booking: the rule of its kind and artist, else the service's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select

from storage.table import columns_of
from studio.catalog.queries import Service
from studio.extension.registry import registry
from studio.kernel.money import Money
from studio.kernel.work import Work
from studio.schedule.models import DepositRule

RULE = columns_of(DepositRule).c


def deposit_for(work: Work, values: Mapping[str, Any], services: Sequence[Service], seen: Any) -> dict[str, Any]:
    """What is due, and the edition of the policy it is due under."""
    asked = _asked_already(work, values)
    if asked == "whole" or (asked and services and all(one.deposit_once for one in services)):
        return {"policy_no": seen.policy_no, "deposit_due": None, "deposit_state": "none"}
    rule = _rule(work, values) if seen.deposit_rules else None
    if rule is not None and (rule.artist_id is not None or not any(one.deposit_kind != "none" for one in services)):
        due = _by_rule(rule, values)
    else:
        due = _by_services(services, values)
    return {"policy_no": seen.policy_no, "deposit_due": due or None, "deposit_state": "due" if due else "none"}


def _asked_already(work: Work, values: Mapping[str, Any]) -> str:
    """What the room says that brings what the booking is about, such as a piece with its own deposit."""
    kind, subject_id = values.get("subject_kind", ""), values.get("subject_id")
    rooms = [area.deposits_asked[kind] for area in registry().areas.values() if kind in area.deposits_asked]
    return next((told for room in rooms if subject_id and (told := room(work.connection, subject_id))), "")


def _rule(work: Work, values: Mapping[str, Any]) -> Any:
    """The closest rule: an artist's own before that of a kind, both at once before either."""
    kind, artist = values["kind"], values.get("artist_id")
    fits = select(RULE.kind, RULE.percent, RULE.amount, RULE.currency, RULE.artist_id, RULE.booking_kind).where(
        RULE.booking_kind.in_((kind, "")), or_(RULE.artist_id == artist, RULE.artist_id.is_(None))
    )
    rows = work.connection.execute(fits).all()
    return max(rows, key=lambda row: (row.artist_id is not None, row.booking_kind != ""), default=None)


def _by_rule(rule: Any, values: Mapping[str, Any]) -> int:
    if rule.kind == "fixed":
        return int(rule.amount or 0) if rule.currency == values["currency"] else 0
    if rule.kind == "percent" and values.get("price"):
        return Money(values["price"], values["currency"]).share(Decimal(rule.percent)).minor
    return 0


def _by_services(services: Sequence[Service], values: Mapping[str, Any]) -> int:
    """Each service's own rule; per cents are of the price agreed for the booking where there is only one."""
    whole = 0
    for one in services:
        price = Money(values["price"], values["currency"]) if len(services) == 1 and values.get("price") else one.price
        due = one.deposit_of(price)
        if one.deposit_kind != "none" and due is not None and due.currency == values["currency"]:
            whole += due.minor
    return whole
