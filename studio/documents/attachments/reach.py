"""Who may do what with which attached file."""

from __future__ import annotations

from typing import Any

from studio.documents.attachments.refusals import CarriesNoFiles, FileIsMissing
from studio.extension.attaching import Carrier
from studio.extension.registry import registry
from studio.kernel.actor import Actor
from studio.kernel.permissions import Rights, Scope
from studio.kernel.refusal import Denied


def carrier_of(kind: str) -> Carrier:
    """What its room says of things of this kind. Raises CarriesNoFiles."""
    carrier = registry().carriers().get(kind)
    if carrier is None:
        raise CarriesNoFiles
    return carrier


def seen_carrier(rights: Rights, actor: Actor, kind: str) -> Carrier:
    """As `carrier_of`, for somebody who may see such things at all. Raises Denied."""
    carrier = carrier_of(kind)
    if rights.scope(actor, carrier.see) is None:
        raise Denied
    return carrier


def reads_private(rights: Rights, actor: Actor, carrier: Carrier) -> bool:
    """Whether somebody may look at files that are marked as private."""
    return bool(carrier.private) and rights.scope(actor, carrier.private) is not None


def check_readable(rights: Rights, actor: Actor, row: Any) -> None:
    """Refuses what is removed, and what this actor may not look at. `row` is an attachment, however it was read."""
    carrier = seen_carrier(rights, actor, row.subject_kind)
    if row.removed_at is not None:
        raise FileIsMissing
    if row.private and not reads_private(rights, actor, carrier):
        raise Denied


def may_remove(scope: Scope | None, actor: Actor, by_id: Any) -> bool:
    """Everybody's, or what one attached oneself."""
    return scope == "all" or (scope == "own" and by_id is not None and by_id == actor.id)
