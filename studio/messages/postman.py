"""The postman: hands letters over on a thread of his own, never inside an act and never on the event loop."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from uuid import UUID

import structlog
from uuid_utils.compat import uuid7

from studio.kernel import house as houses
from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.messages.facts import LetterQueued
from studio.messages.refusals import MailIsNotSetUp
from studio.messages.server import Envelope, MailServer, hand_over, mail_server
from studio.messages.templates import write_letter
from studio.messages.troubles import Trouble

log = structlog.get_logger(__name__)
POSTMAN = timer("messages.letter.send")


class Postman:
    """One thread, begun at the first letter; a round that is asked for during a round follows it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None
        self._waiting: Future[None] | None = None
        self._carrying: set[UUID] = set()

    def soon(self, place: House) -> None:
        """Send what is due when there is time."""
        with self._lock:
            if self._waiting is not None and not self._waiting.running() and not self._waiting.done():
                return
            self._pool = self._pool or ThreadPoolExecutor(1, thread_name_prefix="postman")
            self._waiting = self._pool.submit(self._round, place)

    def settle(self, timeout: float | None = None) -> None:
        """Wait until the last round is over. Call it before the house is closed."""
        with self._lock:
            last = self._waiting
        if last is not None:
            last.exception(timeout)

    def _round(self, place: House) -> None:
        try:
            while houses.house() is place and self._some(place):
                pass
        except houses.NoHouse:
            log.info("closed before the post was out")
        except Exception:
            log.exception("the post did not go out")

    def _some(self, place: House) -> bool:
        """Some of what is due; whether there may be more."""
        from studio.messages.actions.letters import AT_ONCE, take_due

        server = mail_server(place)
        if server is None:
            return False
        taken = perform(POSTMAN, take_due, frozenset(self._carrying))
        self._carrying.update(letter_id for letter_id, _ in taken)
        try:
            for letter_id, envelope in taken:
                carry(place, server, letter_id, envelope)
                self._carrying.discard(letter_id)
        finally:
            self._carrying.clear()
        return len(taken) == AT_ONCE


postman = Postman()


def carry(place: House, server: MailServer, letter_id: UUID, envelope: Envelope) -> None:
    """Hand one letter over and write down what became of it."""
    from studio.messages.actions.letters import note_failed, note_sent

    try:
        hand_over(server, envelope, place)
    except Trouble as trouble:
        log.warning("a letter was not taken", kind=trouble.sentence)
        perform(POSTMAN, note_failed, letter_id, trouble.sentence, trouble.values, lasting=trouble.lasting)
    else:
        perform(POSTMAN, note_sent, letter_id)


def letter_to_try(place: House, to: str, language: str) -> Envelope:
    """The letter that tries the settings; it is in no outbox."""
    written = write_letter("test", language, {"studio": place.settings["studio.name"]})
    return Envelope(to, written.subject, written.text, written.html, f"<{uuid7()}@linework.invalid>")


def try_settings(place: House, envelope: Envelope) -> str:
    """Send one letter now, for whoever set up the server. Gives nothing when it was taken, else the words why not."""
    server = mail_server(place)
    if server is None:
        return MailIsNotSetUp().text()
    try:
        hand_over(server, envelope, place)
    except Trouble as trouble:
        return trouble.text()
    return ""


def send_soon(_: LetterQueued) -> None:
    """Listens for letters that were written."""
    postman.soon(houses.house())
