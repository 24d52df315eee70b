"""Health answers and consents of one client, for those who may read them."""

from dataclasses import dataclass
from datetime import datetime
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

    def sentence(self) -> str:
        """As staff read it: "Allergy: Latex, Nickel"."""
        question = BY_KEY[self.question]
        chips = [t(choice.text) for choice in question.choices if choice.key in self.choices]
        words = ", ".join([*chips, *([self.detail] if self.detail else [])])
        return f"{t(question.flag)}: {words}" if words else t(question.flag)


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


def answers_of(read: Read, client_id: UUID, *, only_flags: bool = False) -> tuple[HealthFlag, ...]:
    """Answers, the gravest first; questions that are no longer asked are left out."""
    found = select(
        ANSWER.question, ANSWER.answer, ANSWER.choices, ANSWER.detail, ANSWER.level, ANSWER.answered_at, ANSWER.source
    )
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
