"""Health answers and consents of one client, for those who may read them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import ConsentTick, HealthAnswer
from studio.clients.questions import BY_KEY, QUESTIONS
from studio.kernel.text import t
from studio.kernel.work import Read, query

ANSWER, TICK = columns_of(HealthAnswer).c, columns_of(ConsentTick).c
RANK = {"block": 0, "warn": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class HealthFlag:
    """One answered question; `sentence` puts it in the reader's language."""

    question: str
    answer: bool
    choices: tuple[str, ...]
    detail: str
    level: str
    answered_at: datetime
    source: str
    before: Mapping[str, Any] | None = None
    """What was answered the time before, where it was something else."""

    def sentence(self) -> str:
        """As staff read it: "Allergy: Latex, Nickel"."""
        words = _more(self.question, self.choices, self.detail)
        flag = t(BY_KEY[self.question].flag)
        return f"{flag}: {words}" if words else flag

    def before_sentence(self) -> str:
        """What was said the time before: "yes: Latex", "no", "not answered"."""
        was = self.before or {}
        if was.get("answer") is None:
            return t("not answered")
        if not was["answer"]:
            return t("no")
        words = _more(self.question, str(was.get("choices", "")).split(), str(was.get("detail", "")))
        return f"{t('yes')}: {words}" if words else t("yes")


@dataclass(frozen=True, slots=True)
class ConsentState:
    """How a consent stands: its latest tick."""

    kind: str
    given: bool
    at: datetime
    wording: str
    source: str


@dataclass(frozen=True, slots=True)
class HealthSheet:
    """All that was answered and consented to."""

    answers: tuple[HealthFlag, ...]
    consents: dict[str, ConsentState]


@query("clients.health.see")
def health_sheet(read: Read, client_id: UUID) -> HealthSheet:
    """The whole sheet in two statements, answers in the order they are asked."""
    order = [question.key for question in QUESTIONS]
    answers = sorted(answers_of(read, client_id), key=lambda answer: order.index(answer.question))
    return HealthSheet(tuple(answers), consents_of(read, client_id))


@query("clients.client.see")
def health_changes(read: Read, client_id: UUID) -> int:
    """How many answers were others the time before; what they were is for those who may read them."""
    found = select(ANSWER.answered_at, ANSWER.answer, ANSWER.before).where(ANSWER.client_id == client_id)
    rows = read.connection.execute(found).all()
    latest = max((row[0] for row in rows), default=None)
    return sum(1 for at, answer, before in rows if at == latest and _is_news(answer, before))


def since_last_time(answers: Sequence[HealthFlag]) -> tuple[HealthFlag, ...]:
    """Those that were given the last time somebody answered, and differ from the time before."""
    latest = max((answer.answered_at for answer in answers), default=None)
    fresh = (answer for answer in answers if answer.answered_at == latest)
    return tuple(answer for answer in fresh if _is_news(answer.answer, answer.before))


def _is_news(answer: bool, before: Mapping[str, Any] | None) -> bool:
    """Something else than the time before; a first no tells nothing new."""
    return before is not None and (answer or before.get("answer") is not None)


def answers_of(read: Read, client_id: UUID, *, only_flags: bool = False) -> tuple[HealthFlag, ...]:
    """Answers, the gravest first; questions that are no longer asked are left out."""
    found = select(
        ANSWER.question, ANSWER.answer, ANSWER.choices, ANSWER.detail, ANSWER.level, ANSWER.answered_at, ANSWER.source,
        ANSWER.before,
    )  # fmt: skip
    found = found.where(ANSWER.client_id == client_id).order_by(case(RANK, value=ANSWER.level), ANSWER.question)
    if only_flags:
        found = found.where(ANSWER.answer.is_(True))
    rows = (HealthFlag(row[0], row[1], tuple(row[2].split()), *row[3:]) for row in read.connection.execute(found))
    return tuple(flag for flag in rows if flag.question in BY_KEY)


def consents_of(read: Read, client_id: UUID) -> dict[str, ConsentState]:
    """Kind → its latest tick, files merged into this one included."""
    ticks = select(TICK.kind, TICK.given, TICK.at, TICK.wording, TICK.source)
    ticks = ticks.where(TICK.client_id.in_(family_of(client_id)))
    return {row[0]: ConsentState(*row) for row in read.connection.execute(ticks.order_by(TICK.at, TICK.id))}


def _more(question: str, choices: Iterable[str], detail: str) -> str:
    told = set(choices)
    chips = [t(choice.text) for choice in BY_KEY[question].choices if choice.key in told]
    return ", ".join([*chips, *([detail] if detail else [])])
