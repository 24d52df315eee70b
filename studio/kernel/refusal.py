"""Refusals: what the house says when it will not do a thing, and what would help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from studio.kernel.text import N_, nt, t


class Refusal(Exception):
    """An expected no. It names the obstacle and the next step, and the field where there is one."""

    sentence: ClassVar[str] = N_("That is not possible right now.")
    status: ClassVar[int] = 422

    def __init__(self, field: str | None = None, **values: object) -> None:
        super().__init__(type(self).sentence)
        self.field = field
        self.values = values

    def text(self) -> str:
        """The sentence in the reader's language."""
        return t(type(self).sentence, **self.values)

    @property
    def fields(self) -> dict[str, list[str]]:
        """Field name → what to mend there, in the reader's language."""
        return {self.field: [self.text()]} if self.field else {}

    def __str__(self) -> str:
        return self.text()


class Invalid(Refusal):
    """Several fields at once want mending."""

    sentence = N_("Please look at the marked fields.")

    def __init__(self, problems: Mapping[str, Refusal]) -> None:
        super().__init__()
        self.problems = dict(problems)

    @property
    def fields(self) -> dict[str, list[str]]:
        return {name: [refusal.text()] for name, refusal in self.problems.items()}


class Denied(Refusal):
    sentence = N_("Your role does not allow this. Ask the owner of the studio.")
    status = 403


class SignedOut(Refusal):
    sentence = N_("Your sign-in has ended. Please sign in again.")
    status = 401


class Missing(Refusal):
    sentence = N_("This does not exist, or not any more.")
    status = 404


class Conflict(Refusal):
    sentence = N_("This does not fit with what is already there.")
    status = 409


class Stale(Conflict):
    """Somebody saved the same row in between; `current` is what stands there now."""

    sentence = N_("Somebody else changed this a moment ago. Look at both and save again.")

    def __init__(self, current: object = None) -> None:
        super().__init__()
        self.current = current


class OutOfOrder(Refusal):
    """The disk or the database cannot do it now: full, damaged, or busy for too long. Nothing was changed."""

    status = 503

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.said = sentence

    def text(self) -> str:
        return t(self.said)


class TooMany(Refusal):
    """Too often in too short a time; `retry_after` is in seconds."""

    status = 429

    def __init__(self, retry_after: int, field: str | None = None) -> None:
        super().__init__(field)
        self.retry_after = max(1, retry_after)

    def text(self) -> str:
        return nt(
            "Too many tries. Wait {n} second, then try again.",
            "Too many tries. Wait {n} seconds, then try again.",
            self.retry_after,
        )


def gather(checks: Mapping[str, Refusal | None]) -> None:
    """Raise one `Invalid` that holds every refusal found; do nothing when there is none."""
    found = {name: refusal for name, refusal in checks.items() if refusal is not None}
    if found:
        raise Invalid(found)
