"""A process of its own that opens the same database and books one slot from many threads, when told to."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from pathlib import Path
from uuid import UUID

from run import rooms
from studio.extension.opening import open_studio
from studio.kernel.actor import CONSOLE
from studio.kernel.house import close_house
from studio.kernel.refusal import Refusal
from studio.kernel.work import perform
from studio.schedule.actions import create_booking


def race(slots: list[str], artist: UUID, client: UUID, writers: int) -> Counter[str]:
    """So many at once for each slot, one slot after the other; how often which answer came."""
    told: Counter[str] = Counter()
    for slot in slots:
        start = threading.Barrier(writers)

        def write(slot: str = slot, start: threading.Barrier = start) -> None:
            start.wait()
            try:
                details = {"artist_id": artist, "client_id": client, "starts_local": slot, "minutes": 60}
                perform(CONSOLE, create_booking, details)
                told["booked"] += 1
            except Refusal as refusal:
                told[type(refusal).__name__] += 1
            except Exception as error:  # noqa: BLE001  counted, and shown by the test
                told[repr(error)] += 1

        everybody = [threading.Thread(target=write) for _ in range(writers)]
        for one in everybody:
            one.start()
        for one in everybody:
            one.join()
    return told


def main() -> int:
    """`racing FOLDER ARTIST CLIENT WRITERS SLOT…`: says that it is ready, waits for a line, races."""
    folder, artist, client, writers, *slots = sys.argv[1:]
    open_studio(Path(folder), rooms(screens=False))
    print("ready", flush=True)
    sys.stdin.readline()
    for answer, times in race(slots, UUID(artist), UUID(client), int(writers)).items():
        print(times, answer)
    close_house()
    return 0


if __name__ == "__main__":
    sys.exit(main())
