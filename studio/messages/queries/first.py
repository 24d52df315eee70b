"""Whether a new studio sends letters, for its first steps."""

from __future__ import annotations

from studio.kernel.work import Read, query
from studio.messages.server import mail_server


@query("upkeep.settings.reach")
def mail_is_set(read: Read) -> bool:
    """Whether letters can be handed over."""
    return mail_server(read.house) is not None
