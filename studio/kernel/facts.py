"""Facts: what has happened, told to whoever listens."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import structlog

from studio.kernel.subject import Subject

if TYPE_CHECKING:
    from studio.kernel.work import Work

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Fact:
    """Something that has happened, in the past tense. Rooms subclass it."""

    kind: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        cls.kind = f"{cls.__module__.split('.')[1]}.{cls.__name__}"

    @property
    def subject(self) -> Subject | None:
        """What it is about; None for facts about the house itself."""
        return None

    def values(self) -> dict[str, Any]:
        """The fact as plain data for the journal."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


F = TypeVar("F", bound=Fact)
Within = Callable[["Work", Any], None]
After = Callable[[Any], None]


class Bus:
    """Tells listeners: `within` shares the transaction and may refuse, `after` can never harm the act."""

    def __init__(self) -> None:
        self._within: defaultdict[type[Fact], list[Within]] = defaultdict(list)
        self._after: defaultdict[type[Fact], list[After]] = defaultdict(list)
        self._lock = threading.Lock()

    def within(self, kind: type[F], listener: Callable[[Work, F], None]) -> None:
        self._within[kind].append(listener)

    def after(self, kind: type[F], listener: Callable[[F], None]) -> Callable[[], None]:
        """Listen until the returned function is called."""
        with self._lock:
            self._after[kind].append(listener)

        def stop() -> None:
            with self._lock:
                if listener in self._after[kind]:
                    self._after[kind].remove(listener)

        return stop

    def join(self, work: Work, fact: Fact) -> None:
        """Let everybody inside the transaction do their part."""
        for listener in self._listeners(self._within, fact):
            listener(work, fact)

    def tell(self, facts: Iterable[Fact]) -> None:
        """After the commit: each listener alone, its failure logged."""
        for fact in facts:
            for listener in self._listeners(self._after, fact):
                try:
                    listener(fact)
                except Exception:
                    log.exception("listener failed", fact=fact.kind)

    def _listeners(self, book: dict[type[Fact], list[Any]], fact: Fact) -> list[Any]:
        return [listener for kind in type(fact).__mro__ if kind in book for listener in list(book[kind])]
