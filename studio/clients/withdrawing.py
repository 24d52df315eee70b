"""A consent that is taken back acts at once: rooms that relied on it end what they did, in the same transaction."""

from __future__ import annotations

from studio.clients.facts import ConsentChanged
from studio.extension.registry import registry
from studio.kernel.work import Work


def tell_withdrawn(work: Work, fact: ConsentChanged) -> None:
    """Tell every room that declared `on_withdrawal` for it; a room that refuses keeps the consent from changing."""
    for told in () if fact.given else registry().on_withdrawal(fact.consent):
        told(work, fact.client_id)
