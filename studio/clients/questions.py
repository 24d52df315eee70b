"""The health questions, as data: what is asked, how much it matters, and how a phone form groups it."""

from dataclasses import dataclass
from typing import Literal

from studio.kernel.text import N_

Level = Literal["block", "warn", "info"]


@dataclass(frozen=True)
class Choice:
    """One chip below a question that was answered yes."""

    key: str
    text: str
    level: Level | None = None


@dataclass(frozen=True)
class Question:
    """Something to ask a guest; yes always means "look at this".

    `flag` is what staff read, `detail` the prompt for a few words, `choices` chips to tick; nobody has to answer what
    is `optional`. Levels are the studio's caution, not medical advice.
    """

    key: str
    group: str
    level: Level
    text: str
    flag: str
    detail: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Group:
    """Questions shown together: `each` asks yes or no one by one, `tick` offers a list to tick from.

    Ticking nothing answers nothing; the box with the text of `none` answers no to the whole list.
    """

    key: str
    title: str
    style: Literal["each", "tick"]
    when: Literal["registration", "visit"] = "registration"
    none: str = N_("None of these")


GROUPS: tuple[Group, ...] = (
    Group("important", N_("Please tell us first"), "each"),
    Group("conditions", N_("Do you have, or did you have, any of these?"), "tick"),
    Group("skin", N_("The skin where the tattoo goes"), "tick"),
    Group("comfort", N_("Anything that helps us look after you?"), "tick"),
    Group("visit", N_("On the day"), "tick", when="visit"),
)

ALLERGIES: tuple[Choice, ...] = (
    Choice("latex", N_("Latex")),
    Choice("nickel", N_("Nickel")),
    Choice("adhesive", N_("Plasters")),
    Choice("iodine", N_("Iodine")),
    Choice("lidocaine", N_("Lidocaine")),
    Choice("antibiotics", N_("Antibiotics")),
    Choice("ink", N_("Tattoo ink"), "block"),
    Choice("other", N_("Other")),
)

QUESTIONS: tuple[Question, ...] = (
    Question(
        "allergies", "important", "warn", N_("Any allergies?"), N_("Allergy"), N_("Which ones?"), choices=ALLERGIES
    ),
    Question(
        "pregnant",
        "important",
        "block",
        N_("Pregnant or nursing?"),
        N_("Pregnant or nursing"),
        hint=N_("If yes, we find you a later date."),
    ),
    Question(
        "blood_thinner",
        "important",
        "warn",
        N_("Blood thinners or aspirin now?"),
        N_("Blood thinner or aspirin"),
        N_("Which one?"),
    ),
    Question("medicine", "important", "info", N_("Any other medicine?"), N_("Other medicine"), N_("Which one?")),
    Question("bleeding", "conditions", "warn", N_("Bleeding disorder"), N_("Bleeding disorder")),
    Question("diabetes", "conditions", "warn", N_("Diabetes"), N_("Diabetes")),
    Question(
        "heart",
        "conditions",
        "warn",
        N_("Heart disease, heart valve or pacemaker"),
        N_("Heart disease, valve or pacemaker"),
    ),
    Question("pressure", "conditions", "warn", N_("High or low blood pressure"), N_("Blood pressure")),
    Question("fainting", "conditions", "warn", N_("Epilepsy, or fainting with needles"), N_("Epilepsy or fainting")),
    Question(
        "blood_borne",
        "conditions",
        "warn",
        N_("A blood-borne infection you wish to tell"),
        N_("Blood-borne infection"),
        hint=N_("You need not answer this."),
        optional=True,
    ),
    Question(
        "immune", "conditions", "warn", N_("Weak immune system, chemotherapy or steroids"), N_("Weak immune system")
    ),
    Question(
        "isotretinoin",
        "conditions",
        "warn",
        N_("Isotretinoin (acne medicine) in the last 12 months"),
        N_("Isotretinoin in 12 months"),
    ),
    Question("keloid", "conditions", "warn", N_("Scars that grow (keloid)"), N_("Keloid")),
    Question(
        "reaction",
        "conditions",
        "warn",
        N_("An earlier tattoo healed badly"),
        N_("Earlier bad reaction"),
        N_("What happened?"),
    ),
    Question(
        "dental_antibiotics",
        "conditions",
        "warn",
        N_("Antibiotics before dental work"),
        N_("Antibiotics before dental work"),
    ),
    Question("mri", "conditions", "warn", N_("An MRI scan is planned"), N_("MRI planned")),
    Question("infection", "skin", "block", N_("Infection, cut or open skin"), N_("Infection or open skin at the site")),
    Question("eczema", "skin", "warn", N_("Eczema or psoriasis"), N_("Eczema or psoriasis")),
    Question("herpes", "skin", "warn", N_("Herpes"), N_("Herpes at the site")),
    Question(
        "procedure",
        "skin",
        "warn",
        N_("Recent surgery, botox or laser"),
        N_("Recent surgery, botox or laser at the site"),
    ),
    Question("sunburn", "skin", "warn", N_("Sunburn"), N_("Sunburn")),
    Question("mole", "skin", "info", N_("A mole near the design"), N_("Mole near the design")),
    Question("first", "comfort", "info", N_("This is my first tattoo"), N_("First tattoo")),
    Question("phobia", "comfort", "info", N_("Fear of needles or blood"), N_("Fear of needles or blood")),
    Question(
        "access", "comfort", "info", N_("I need help with access"), N_("Needs help with access"), N_("What helps you?")
    ),
    Question("intoxicated", "visit", "block", N_("Alcohol or drugs today"), N_("Alcohol or drugs today")),
    Question("hungry", "visit", "info", N_("Nothing to eat in the last 4 hours"), N_("Has not eaten")),
)

BY_KEY: dict[str, Question] = {question.key: question for question in QUESTIONS}


def questions_of(group: str) -> tuple[Question, ...]:
    """The questions of one group, in the order they are asked."""
    return tuple(question for question in QUESTIONS if question.group == group)


def level_of(question: Question, choices: tuple[str, ...] = ()) -> Level:
    """How much a yes matters; a ticked chip may weigh more than its question."""
    levels = [choice.level for choice in question.choices if choice.key in choices]
    return "block" if "block" in levels else question.level
