"""What a consent text is made of: blocks in the order they are shown. Strict, and the same for every text."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from studio.clients.consents import BY_KEY as CONSENTS
from studio.kernel.text import N_

Level = Literal["info", "warn", "block"]
AnswerType = Literal["yes_no", "text", "number", "date", "one", "many"]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
ProfileKey = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=60)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Loose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
LooseWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]

CHOICES_MISSING = N_("Give at least two answers to choose from.")
CHOICES_FOR_NOTHING = N_("Only questions with a choice have answers to choose from.")
CHOICES_TWICE = N_("Two answers to choose from have the same key.")
LEVEL_FOR_WORDS = N_("Words, numbers and days can only be noted; nobody could say which of them warns.")
NO_SUCH_CONSENT = N_("Linework knows no such consent.")
NEEDED_NOT_ASKED = N_("What is needed must also be asked.")
CHOSEN = ("one", "many")


class Part(BaseModel):
    """Takes nothing it does not know, converts nothing, changes never."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Choice(Part):
    """One answer to choose from; `level` where choosing it warns or stops."""

    key: Key
    text: Title
    level: Level = "info"


class When(Part):
    """Asked only where an earlier question was answered so: `yes`, `no`, or the key of a choice."""

    question: Key
    answer: Key


class TextBlock(Part):
    """Something to read."""

    kind: Literal["text"]
    key: Key
    title: Loose = ""
    text: Words


class ClauseBlock(Part):
    """Something to read and to put initials beside."""

    kind: Literal["clause"]
    key: Key
    title: Title
    text: Words


class HealthBlock(Part):
    """The standing questions about health, as the client's file keeps them."""

    kind: Literal["health"]
    title: Title
    text: LooseWords = ""


class QuestionBlock(Part):
    """A question of this text alone. Of yes and no, yes is what staff look at; `level` says how much it matters."""

    kind: Literal["question"]
    key: Key
    text: Words
    answer: AnswerType
    choices: Annotated[tuple[Choice, ...], Field(max_length=30)] = ()
    detail: Loose = ""
    """Asks for a few words after a yes or a choice."""
    level: Level = "info"
    needed: bool = True
    when: When | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.answer in CHOSEN and len(self.choices) < 2:
            raise ValueError(CHOICES_MISSING)
        if self.answer not in CHOSEN and self.choices:
            raise ValueError(CHOICES_FOR_NOTHING)
        if len({choice.key for choice in self.choices}) != len(self.choices):
            raise ValueError(CHOICES_TWICE)
        if self.answer != "yes_no" and self.level != "info":
            raise ValueError(LEVEL_FOR_WORDS)
        return self


class PhotoBlock(Part):
    """A picture taken or chosen there and then."""

    kind: Literal["photo"]
    key: Key
    title: Title
    text: LooseWords = ""
    needed: bool = False


class BodyMapBlock(Part):
    """Where on the body: one place or more to tap."""

    kind: Literal["body_map"]
    key: Key
    title: Title
    text: LooseWords = ""
    needed: bool = True


class ConsentsBlock(Part):
    """The separate consents of the file, each with its own yes or no; without the `needed` ones nobody can sign."""

    kind: Literal["consents"]
    title: Title
    text: LooseWords = ""
    which: Annotated[tuple[str, ...], Field(min_length=1)] = tuple(CONSENTS)
    needed: tuple[str, ...] = ("health_data",)

    @model_validator(mode="after")
    def _asks_what_there_is(self) -> Self:
        if set(self.which) - set(CONSENTS):
            raise ValueError(NO_SUCH_CONSENT)
        if set(self.needed) - set(self.which):
            raise ValueError(NEEDED_NOT_ASKED)
        return self


class CarePart(Part):
    """One paragraph of an aftercare sheet."""

    title: Title
    text: Words


class AftercareBlock(Part):
    """The aftercare sheet, read before signing."""

    kind: Literal["aftercare"]
    title: Title
    parts: Annotated[tuple[CarePart, ...], Field(min_length=1, max_length=40)]


class SignatureBlock(Part):
    """Who signs, the sentence they sign, and the words on the button that says so."""

    kind: Literal["signature"]
    who: Literal["client", "guardian"]
    title: Title
    intent: Words
    button: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


Block = Annotated[
    TextBlock
    | ClauseBlock
    | HealthBlock
    | QuestionBlock
    | PhotoBlock
    | BodyMapBlock
    | ConsentsBlock
    | AftercareBlock
    | SignatureBlock,
    Field(discriminator="kind"),
]


class Content(Part):
    """A whole text in one language. `service_kinds` are those it is the usual text of; `profile` the one it is for."""

    title: Title
    for_whom: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = Field(default="", alias="for")
    service_kinds: Annotated[tuple[Key, ...], Field(max_length=30)] = ()
    minor: bool = False
    profile: ProfileKey = ""
    least_age: Annotated[int, Field(ge=0, le=120)] = 0
    e_form: Words
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, max_length=80)]
