"""Files somebody attached: removed by themselves, and not by a colleague."""

from __future__ import annotations

from collections.abc import Callable

from studio.documents.attachments.actions import bring_back_attachment, remove_attachment
from studio.kernel.actor import Actor
from studio.kernel.work import perform
from tests.factories.attached import attached
from tests.factories.clients import on_file
from tests.factories.people import signed_in


def _take_away(me: Actor, other: Actor) -> object:
    return perform(me, remove_attachment, attached(other, on_file(signed_in("owner"))).id)


def _bring_back(me: Actor, other: Actor) -> object:
    kept = attached(other, on_file(signed_in("owner")))
    perform(signed_in("owner"), remove_attachment, kept.id)
    return perform(me, bring_back_attachment, kept.id)


OWN_FILES: dict[str, tuple[str, list[Callable[[Actor, Actor], object]]]] = {
    "documents.attachment.remove": ("artist", [_take_away, _bring_back]),
}
