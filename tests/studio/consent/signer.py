"""Signs and witnesses until it is killed, and says of each step that it is safe. As a module, it forks such signers.

One line in: steps to hear of, then milliseconds to live. One line out: what was acknowledged, as `s:<ceremony>` and
`k:<code>`. It never opens the studio itself, so each signer starts from imported code and nothing else.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from studio.consent.drawer import drawer
from studio.consent.templates import shipped
from studio.extension.opening import open_studio
from studio.kernel.work import ask, perform
from tests.conftest import rooms
from tests.factories import people
from tests.factories.consents import adult, filled, opened, witnessing
from tests.factories.people import signed_in


def sign(folder: Path, out: int) -> None:
    from studio.consent.actions import sign_ceremony, witness_ceremony
    from studio.consent.queries import ceremony_for_guest

    people._number = count(time.time_ns())  # nobody has the e-mail address of an earlier signer's people
    drawer.soon = lambda *_: None  # type: ignore[method-assign]  # what is drawn comes after what is told here
    studio = open_studio(folder, rooms())
    client, artist, number = adult(f"Client {os.getpid()}"), signed_in("artist", f"Artist {os.getpid()}"), 0
    while True:
        who, ceremony = opened(client)
        payload = filled(ask(who, ceremony_for_guest))
        perform(who, sign_ceremony, ceremony.id, payload)
        os.write(out, f"s:{ceremony.id} ".encode())
        kept = perform(artist, witness_ceremony, ceremony.id, witnessing())
        os.write(out, f"k:{kept.code} ".encode())
        number += 1
        if number % 10 == 0:
            studio.db.checkpoint()


def run_and_kill(folder: Path, least: int, milliseconds: float) -> str:
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        sign(folder, told)
    os.close(told)
    steps = b""
    while steps.count(b" ") < least and (more := os.read(heard, 65536)):
        steps += more  # it lives: from here on it may die at any instant
    time.sleep(milliseconds / 1000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(heard, 65536):
        steps += more
    os.close(heard)
    return steps.decode()


if __name__ == "__main__":
    configure_mappers()  # once, before the first is forked, and not in each of them
    shipped()
    for line in sys.stdin:
        steps, alive = line.split()
        print(run_and_kill(Path(sys.argv[1]), int(steps), float(alive)), flush=True)
