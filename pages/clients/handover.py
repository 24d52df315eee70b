"""What one page has to say on the next: a toast, with Undo where the act can be undone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from components.app.feedback import toast
from components.app.who import current_actor

AT_MOST = 200


@dataclass(frozen=True)
class Word:
    """Said once, on whatever page of the same sign-in comes next."""

    text: str
    undo: Callable[[], Awaitable[Any]] | None = None


_waiting: OrderedDict[UUID | None, Word] = OrderedDict()


def leave_word(text: str, undo: Callable[[], Awaitable[Any]] | None = None) -> None:
    """Say this on the page one is about to open."""
    _waiting[current_actor().session_id] = Word(text, undo)
    while len(_waiting) > AT_MOST:
        _waiting.popitem(last=False)


def greet() -> None:
    """Say what the page before left to be said. Call it inside the frame's page."""
    word = _waiting.pop(current_actor().session_id, None)
    if word:
        toast(word.text, word.undo)
