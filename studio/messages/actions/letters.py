"""Letters: written inside the act they belong to, sent, tried again, given up or taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import col, select
from uuid_utils.compat import uuid7

from studio.kernel.text import nearest
from studio.kernel.work import Work, action
from studio.messages.actions.raising import raise_alert, settle_alert
from studio.messages.facts import LetterCancelled, LetterFailed, LetterQueued, LetterSent, LetterTaken, MailTried
from studio.messages.models import Letter
from studio.messages.refusals import LetterIsGone, MailIsNotSetUp
from studio.messages.rules.mail import recipient
from studio.messages.rules.retry import pause_after
from studio.messages.server import Envelope, mail_server
from studio.messages.templates import TEMPLATES, write_letter
from studio.messages.troubles import INTERRUPTED

AT_ONCE = 20
STUCK, FAILED = "messages.mail.stuck", "messages.mail.failed"
SEND = "messages.letter.send"


def queue_mail(work: Work, template: str, to: str, language: str, **values: object) -> Letter:
    """Write a letter and put it into the outbox; it leaves after the act, on a thread of its own.

    Needs no right of its own. Raises MailIsNotSetUp where the studio sends none, RecipientIsWrong for no address,
    KeyError for a template or value that does not exist: a mistake in the program.
    """
    if mail_server(work.house) is None:
        raise MailIsNotSetUp
    written = write_letter(template, nearest(language), {"studio": work.house.settings["studio.name"], **values})
    letter = work.add(
        Letter(
            template=template,
            language=nearest(language),
            recipient=recipient(to),
            subject=written.subject,
            body_text=written.text,
            body_html=written.html,
            message_id=f"<{uuid7()}@linework.invalid>",
            next_try_at=work.now,
        )
    )
    work.emit(LetterQueued(letter.id))
    return letter


def put_along(letter: Letter, file_id: str, name: str) -> Letter:
    """Within the act that wrote it: this file goes with the letter. It is taken out of the encrypted store when the
    letter leaves, so a letter that waits holds no copy of it."""
    letter.file_id, letter.file_name = file_id, name
    return letter


@action("messages.letter.take", needs=SEND)
def take_due(work: Work, here: frozenset[UUID] = frozenset()) -> list[tuple[UUID, Envelope]]:
    """Mark what is due as being sent, and hand it out. `here` is what this process is sending already.

    What is marked and not ours was cut off by an end of the program: it is sent again under the same Message-ID.
    """
    cut = [one for one in _in_state(work, "sending") if one.id not in here]
    for letter in cut:
        letter.state, letter.error, letter.error_values = "queued", INTERRUPTED, {}
    if cut:
        work.session.flush()
    due = _in_state(work, "queued", or_(col(Letter.next_try_at).is_(None), col(Letter.next_try_at) <= work.now))
    for letter in due:
        letter.state, letter.tries = "sending", letter.tries + 1
        work.emit(LetterTaken(letter.id))
    return [(one.id, _envelope(one)) for one in due]


@action("messages.letter.sent", needs=SEND)
def note_sent(work: Work, letter_id: UUID) -> None:
    """The mail server took it. What stood in a letter with a code is forgotten."""
    letter = work.get(Letter, letter_id)
    letter.state, letter.sent_at, letter.next_try_at = "sent", work.now, None
    letter.error, letter.error_values = "", {}
    _forget(letter)
    work.emit(LetterSent(letter.id))
    settle_alert(work, STUCK)
    settle_alert(work, FAILED, str(letter.id))


@action("messages.letter.fail", needs=SEND)
def note_failed(work: Work, letter_id: UUID, sentence: str, values: dict[str, Any], *, lasting: bool) -> None:
    """The mail server did not take it: again later, or given up and told."""
    letter = work.get(Letter, letter_id)
    letter.error, letter.error_values = sentence, values
    pause = None if lasting else pause_after(letter.tries)
    letter.state = "queued" if pause else "failed"
    letter.next_try_at = work.now + pause if pause else None
    work.emit(LetterFailed(letter.id, final=pause is None))
    if pause is None:
        raise_alert(work, FAILED, key=str(letter.id))
    elif letter.tries > 1:
        raise_alert(work, STUCK)


@action("messages.letter.resend", needs="messages.letter.manage")
def resend_letter(work: Work, letter_id: UUID, seen_version: int | None = None) -> None:
    """Try it at once, with a full count of tries."""
    letter = work.get(Letter, letter_id, seen_version)
    if letter.state in ("sent", "sending") or not letter.body_text:
        raise LetterIsGone
    letter.state, letter.tries, letter.next_try_at = "queued", 0, work.now
    settle_alert(work, FAILED, str(letter.id))
    work.emit(LetterQueued(letter.id))


@action("messages.letter.cancel", needs="messages.letter.manage")
def cancel_letter(work: Work, letter_id: UUID, seen_version: int | None = None) -> None:
    """It shall not be sent."""
    letter = work.get(Letter, letter_id, seen_version)
    if letter.state in ("sent", "sending"):
        raise LetterIsGone
    letter.state, letter.next_try_at = "cancelled", None
    _forget(letter)
    settle_alert(work, FAILED, str(letter.id))
    work.emit(LetterCancelled(letter.id))


@action("messages.mail.try", needs="messages.mail.set")
def note_trial(work: Work, *, worked: bool) -> None:
    """Somebody tried the settings."""
    work.emit(MailTried(worked))
    if worked:
        settle_alert(work, STUCK)


def _envelope(letter: Letter) -> Envelope:
    return Envelope(
        letter.recipient,
        letter.subject,
        letter.body_text,
        letter.body_html,
        letter.message_id,
        letter.file_id or "",
        letter.file_name or "",
    )


def _in_state(work: Work, state: str, *also: Any) -> list[Letter]:
    wanted = select(Letter).where(Letter.state == state, *also).order_by(col(Letter.id)).limit(AT_ONCE)
    return list(work.session.exec(wanted).all())


def _forget(letter: Letter) -> None:
    if letter.template in TEMPLATES and TEMPLATES[letter.template].secret:
        letter.body_text = letter.body_html = ""
