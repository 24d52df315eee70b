"""Imports at work: threads of their own, so that whoever started one may close the page.

How far one is stands in the database. When the program ends in between, nobody is half on file, and it goes on from
there once somebody says so.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from uuid import UUID

import structlog

from studio.clients.importing import refusals
from studio.clients.importing.actions import (
    check_import,
    import_clients,
    index_rows,
    settle_check,
    stage_rows,
    start_import,
    stop_import,
    tidy_import,
)
from studio.clients.importing.asking import check_apart
from studio.clients.importing.queries import one_import
from studio.clients.importing.readying import made_ready
from studio.kernel.actor import Actor
from studio.kernel.house import NoHouse, house
from studio.kernel.presence import errand
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_
from studio.kernel.work import ask, perform

log = structlog.get_logger(__name__)
BREATH = 0.005
"""Seconds left to others who write, after each portion."""
BROKEN = N_("It stopped because of a mistake in the program; the log knows more. Nobody was put on file.")

Step = Callable[[Actor, UUID], None]
_under_way: dict[UUID, threading.Thread] = {}
_called_off: set[UUID] = set()
_door = threading.Lock()


def is_under_way(import_id: UUID) -> bool:
    """Whether it is being worked on at this moment, in this process."""
    thread = _under_way.get(import_id)
    return thread is not None and thread.is_alive()


def begin_check(actor: Actor, import_id: UUID) -> None:
    """Check every line of the file, aside. Raises ImportIsRunning."""
    _begin(actor, import_id, _check)


def begin_import(actor: Actor, import_id: UUID, choice: str = "") -> None:
    """Put everybody on file, aside, or go on with it. Raises ImportIsRunning, NobodyToImport."""
    if is_under_way(import_id):
        raise refusals.ImportIsRunning
    perform(actor, start_import, import_id, choice)
    _begin(actor, import_id, _import)


def call_off(actor: Actor, import_id: UUID) -> None:
    """Let it stop after the portion it is at; nobody is on file then, and it can go on. Nothing when it is over."""
    ask(actor, one_import, import_id)
    if is_under_way(import_id):
        _called_off.add(import_id)


def begin_tidying(actor: Actor, import_id: UUID) -> None:
    """Clear away what an import that is over left behind, aside; nothing when that goes on already."""
    if not is_under_way(import_id):
        _begin(actor, import_id, _tidy)


def wait(import_id: UUID) -> None:
    """Until it is worked on no more."""
    thread = _under_way.get(import_id)
    if thread:
        thread.join()


def _begin(actor: Actor, import_id: UUID, step: Step) -> None:
    with _door:
        if is_under_way(import_id):
            raise refusals.ImportIsRunning
        thread = threading.Thread(
            target=_run, args=(actor, import_id, step), name=f"import {step.__name__}", daemon=True
        )
        _under_way[import_id] = thread
        thread.start()


def _run(actor: Actor, import_id: UUID, step: Step) -> None:
    try:
        with errand():
            step(actor, import_id)
    except NoHouse:
        return
    except Refusal as refusal:
        _say(actor, import_id, getattr(refusal, "said", type(refusal).sentence))
    except Exception:
        log.exception("import stopped")
        _say(actor, import_id, BROKEN)
    finally:
        _called_off.discard(import_id)
        _under_way.pop(import_id, None)


def _say(actor: Actor, import_id: UUID, sentence: str) -> None:
    try:
        with errand():
            perform(actor, stop_import, import_id, sentence)
    except (Refusal, NoHouse):
        log.warning("import stopped, and could not say why")


def _check(actor: Actor, import_id: UUID) -> None:
    about = perform(actor, check_import, import_id)
    data = house().files.read(about.pop("file_id"))
    portions = check_apart(house(), data, **about)
    del data
    for rows in portions:
        perform(actor, stage_rows, import_id, rows)
        _breathe(import_id)
    perform(actor, settle_check, import_id)


def _import(actor: Actor, import_id: UUID) -> None:
    for portion in made_ready(house(), actor, import_id):
        perform(actor, index_rows, import_id, portion)
        _breathe(import_id)
    perform(actor, import_clients, import_id)
    _tidy(actor, import_id)


def _breathe(import_id: UUID) -> None:
    if import_id in _called_off:
        raise refusals.ImportIsCalledOff
    time.sleep(BREATH)


def _tidy(actor: Actor, import_id: UUID) -> None:
    while perform(actor, tidy_import, import_id):
        time.sleep(BREATH)
