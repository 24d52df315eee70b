"""What can become of a letter, in a mark, a word and a time."""

from __future__ import annotations

from collections.abc import Mapping

from components.app.marks import Kind
from components.app.moments import show_moment
from studio.kernel.text import N_, t
from studio.messages.queries import LetterView

STATES: Mapping[str, tuple[Kind, str]] = {
    "queued": ("wait", N_("Waits")),
    "sending": ("part", N_("On its way")),
    "sent": ("ok", N_("Sent")),
    "failed": ("stop", N_("Given up")),
    "cancelled": ("none", N_("Taken back")),
}


def when(one: LetterView) -> str:
    """When it left, is tried next, or was written."""
    if one.sent_at:
        return show_moment(one.sent_at)
    if one.state == "queued" and one.tries and one.next_try_at:
        return t("again {when}", when=show_moment(one.next_try_at))
    return show_moment(one.created_at)
