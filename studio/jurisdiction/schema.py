"""What a country profile is made of: strict, frozen, and every statement says what it rests on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from studio.kernel.text import N_

Basis = Literal["read", "general", "careful"]
"""Read in the named source; general knowledge that nobody checked; our own careful choice."""
RecordType = Literal[
    "consent", "minor_consent", "health_answers", "identity_picture", "photo_record", "photo_publicity",
    "registration", "staff_record", "sterilisation", "accounts", "access_log",
]  # fmt: skip
Since = Literal["signed", "last_visit", "adulthood", "made", "decided", "withdrawn", "left", "year_end"]
Presence = Literal["present", "remote"]
Proof = Literal["photo_id", "birth_certificate", "court_order", "notarised_paper"]
Leap = Literal["march_1", "february_28"]
OTHER = "other"
"""The kind of service whose ages count for every kind a profile does not name."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", min_length=2, max_length=60)]
Kind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Years = Annotated[int, Field(ge=0, le=120)]
Months = Annotated[int, Field(ge=0, le=1200)]
Days = Annotated[int, Field(ge=1, le=3660)]
Words = Annotated[dict[str, Line], Field(min_length=1)]
"""Language → text. Statements are kept word for word, so each language is written and none translated live."""
Lines = Annotated[tuple["Statement", ...], Field(max_length=80)]
Fields = Annotated[tuple[Kind, ...], Field(max_length=80)]


READ_WITHOUT_SOURCE = N_("What was read somewhere needs its source.")
GUARDIAN_LATER = N_("With a guardian it cannot be later than alone.")
NO_OTHER_KIND = N_("Ages need a rule for every other kind of service.")
RECORD_MISSING = N_("Each kind of record needs its time to be kept.")
NEVER_CHECKED = N_("Say when it was checked, or that nobody did.")


class Part(BaseModel):
    """Takes nothing it does not know, converts nothing, changes never."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Backed(Part):
    """A rule with what it rests on."""

    basis: Basis = "general"
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""

    @model_validator(mode="after")
    def _names_its_source(self) -> Self:
        if self.basis == "read" and not self.source:
            raise ValueError(READ_WITHOUT_SOURCE)
        return self


class Statement(Backed):
    """One sentence people read, found again by its key."""

    key: Kind
    text: Words


class Majority(Backed):
    """From which age somebody decides alone, and when who was born on 29 February grows older in other years."""

    age: Annotated[int, Field(ge=14, le=25)] = 18
    leap_birthday: Leap = "march_1"


class AgeRule(Backed):
    """`alone` from this age by themselves; `with_guardian` from this age with one, never where it is not given."""

    alone: Years
    with_guardian: Years | None = None

    @model_validator(mode="after")
    def _a_guardian_makes_it_easier(self) -> Self:
        if self.with_guardian is not None and self.with_guardian > self.alone:
            raise ValueError(GUARDIAN_LATER)
        return self


class GuardianRule(Backed):
    """What a guardian must show: all of `identity`, and one of `relation` where any is named."""

    presence: Presence = "present"
    identity: tuple[Proof, ...] = ("photo_id",)
    relation: tuple[Proof, ...] = ()


class Keeping(Backed):
    """How long a kind of record is kept, counted from what, and why."""

    months: Months
    from_what: Since
    reason: Words


class Asked(Part):
    """What a form must ask."""

    fields: Fields = ()


class ConsentRule(Asked):
    """What a consent must ask and say."""

    questions: Lines = ()
    statements: Lines = ()


class InkRule(Backed):
    """What is asked of inks; `batch_per_client` and `told_before` say what the record must show."""

    batch_per_client: bool
    told_before: bool
    label: Lines = ()
    duties: Lines = ()


class SterilisationRule(Backed):
    """When steam is tested, how long packs and logs last. None where nothing is named."""

    spore_test_days: Days | None = None
    spore_test_hours: Days | None = None
    after_installation: bool = True
    after_repair: bool = True
    integrator_each_load: bool
    pack_days: Days | None = None
    log_months: Months
    single_use_proof_days: Days | None = None
    pack_label: Lines = ()
    duties: Lines = ()


class TaxWords(Backed):
    """The words people expect on what they pay."""

    tax: Words
    number: Words
    invoice: Words


class Profile(Part):
    """All of one country or state, as somebody checked it on a day, or as nobody did."""

    key: Key
    name: Words
    country: Annotated[str, StringConstraints(pattern=r"^([A-Z]{2})?$")] = ""
    region: Annotated[str, StringConstraints(max_length=80)] = ""
    unchecked: bool = False
    checked_on: date | None = None
    about: Words
    majority: Majority
    ages: dict[Kind, AgeRule]
    guardian: GuardianRule
    retention: dict[RecordType, Keeping]
    registration: Asked
    consent: ConsentRule
    ink: InkRule
    sterilisation: SterilisationRule
    staff: Lines
    licences: Lines
    tax: TaxWords

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if OTHER not in self.ages:
            raise ValueError(NO_OTHER_KIND)
        if set(get_args(RecordType)) - set(self.retention):
            raise ValueError(RECORD_MISSING)
        if not self.unchecked and self.checked_on is None:
            raise ValueError(NEVER_CHECKED)
        return self

    @property
    def is_checked(self) -> bool:
        """Whether somebody looked the rules up."""
        return not self.unchecked
