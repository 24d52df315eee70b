"""A process that writes one letter and hands it to the mail server; it is there to be killed while it does."""

from __future__ import annotations

import sys
from pathlib import Path

from studio.extension.opening import open_studio
from studio.kernel.actor import CONSOLE, timer
from studio.kernel.house import close_house
from studio.kernel.work import Work, action, perform
from studio.messages.actions import queue_mail
from studio.messages.postman import postman
from studio.upkeep.actions import change_setting
from tests.conftest import rooms


@action("test.letter.post", needs="messages.letter.send")
def post(work: Work) -> str:
    """One letter."""
    return queue_mail(work, "reset", "ana@example.com", "en", name="Ana", code="4711", minutes=15).message_id


def main(folder: Path, port: int, *, write: bool) -> None:
    house = open_studio(folder, rooms())
    if write:
        settings = {"mail.host": "127.0.0.1", "mail.port": port, "mail.security": "none", "mail.from": "us@example.com"}
        for key, value in settings.items():
            perform(CONSOLE, change_setting, key, value)
        sys.stdout.write(perform(timer("test"), post) + "\n")
        sys.stdout.flush()
    else:
        postman.soon(house)
    postman.settle()
    close_house()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), write=sys.argv[3] == "write")
