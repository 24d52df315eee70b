"""What the messages room does by itself: send what is due; bring back what was put off."""

from __future__ import annotations

from studio.kernel.work import Work, action
from studio.messages.actions.reading import wake_alerts
from studio.messages.postman import postman
from studio.messages.queries.letters import post_is_due
from studio.messages.server import mail_server

__all__ = ["call_postman", "wake_alerts"]


@action("messages.letter.call", needs="messages.letter.send")
def call_postman(work: Work) -> None:
    """Have due letters sent, also those cut off when the program ended. Asks nothing of the network itself."""
    if mail_server(work.house) is not None and post_is_due(work.house):
        postman.soon(work.house)
