"""What can have happened to the studio's consent texts before and after they are published."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject

KIND = "consent_text"


@dataclass(frozen=True)
class TextFact(Fact):
    """Something about one text."""

    text_id: UUID
    key: str

    @property
    def subject(self) -> Subject:
        return Subject(KIND, self.text_id)


class TextDrafted(TextFact):
    """A draft was begun, changed, published or thrown away."""


class TextPutAway(TextFact):
    """A text is not offered any more."""


class TextBroughtBack(TextFact):
    """A text that was put away is offered again."""
