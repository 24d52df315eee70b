"""The examiner: looks at every byte and the whole journal on a thread of its own, once a day."""

from __future__ import annotations

import threading
import time

import structlog

from studio.kernel import house as houses
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.facts import ExaminationDue

log = structlog.get_logger(__name__)
EXAMINER = timer("upkeep.health.examine")
FIRST_THINGS_FIRST = 600.0
"""Seconds it waits: a studio that has just opened has better things to do."""


class Examiner:
    """One examination at a time."""

    def __init__(self, patience: float = FIRST_THINGS_FIRST) -> None:
        self.patience = patience
        self._busy = threading.Lock()
        self._thread: threading.Thread | None = None

    def soon(self, place: House) -> None:
        """Begin one, unless one is under way."""
        if self._busy.acquire(blocking=False):
            self._thread = threading.Thread(target=self._look, args=(place,), name="examiner", daemon=True)
            self._thread.start()

    def settle(self, timeout: float | None = None) -> None:
        """Wait for it. Call it before the house is closed."""
        if self._thread is not None:
            self._thread.join(timeout)

    def _look(self, place: House) -> None:
        time.sleep(self.patience)
        try:
            if houses.house() is place:
                examine_house(place)
        except houses.NoHouse:
            log.info("closed before the examination")
        except Exception:
            log.exception("the examination broke off")
        finally:
            self._busy.release()


examiner = Examiner()


def examine_house(place: House) -> str:
    """Look at database, attachments and journal now. Gives the first thing that is wrong, and tells of it."""
    from studio.upkeep.health import note_examination

    damage = first_damage(place)
    if damage:
        log.error("the examination found damage", code=damage)
    perform(EXAMINER, note_examination, damage)
    return damage


def first_damage(place: House) -> str:
    """What and where, in a few words without anybody's name; nothing when all is whole."""
    from storage.doctor import examine
    from studio.upkeep.checking import look_through

    found = next((one for one in examine(place.db, place.files) if not one.ok), None)
    if found is not None:
        return f"{found.what}: {found.where}"
    broken = look_through(EXAMINER)
    return f"journal: {broken.no}" if broken else ""


def examine_soon(_: ExaminationDue) -> None:
    """Listens for the timer."""
    examiner.soon(houses.house())
