"""Everything else about a made-up person: contact that reaches nobody, birthdays, tags, notes and health."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from storage.folding import fold
from studio.clients.demo.further import make_more
from studio.clients.demo.names import make_name
from studio.clients.questions import BY_KEY, level_of
from studio.clients.rules.health import Answer, unanswered

TAGS = (
    "regular",
    "walk-in",
    "flash day",
    "cover-up",
    "piercing",
    "blackwork",
    "fine line",
    "sleeve",
    "vip",
    "convention",
)
STREETS = ("Harbour Street", "Quay Lane", "Mill Road", "Rua das Gaivotas", "Chapel Row", "Linden Way", "Kiln Yard")
NOTES = (
    "Prefers mornings.",
    "Brings their own music.",
    "Sensitive near the ribs, take breaks.",
    "Wants to see the stencil twice.",
    "Quiet sessions, please.",
    "Asked about a matching piece for a friend.",
    "Rides here by bike, parks in the yard.",
)
RELATIONS = ("partner", "sister", "brother", "mother", "friend", "flatmate")
ASKED = ("allergies", "pregnant", "blood_thinner", "medicine")
FURTHER = (
    ("fainting", 5),
    ("eczema", 5),
    ("diabetes", 2),
    ("pressure", 3),
    ("first", 25),
    ("phobia", 6),
    ("keloid", 2),
    ("heart", 1),
)


@dataclass(frozen=True)
class Person:
    """A made-up client, as cleaned values, answers and consents."""

    values: dict[str, object]
    answers: tuple[Answer, ...] = ()
    consents: tuple[str, ...] = ()
    national: str = ""
    words: tuple[str, ...] = field(default=(), compare=False)


def make_person(random: Random, number: int, today: date) -> Person:
    """One person; the same random source and number give the same person again."""
    first, last, pronouns = make_name(random)
    born = today - timedelta(days=random.randint(18 * 366, 62 * 365))
    international, national = make_phone(random, number)
    values: dict[str, object] = {
        "name": f"{first} {last}",
        "preferred_name": first[:3] if random.random() < 0.08 else "",
        "pronouns": pronouns if random.random() < 0.4 else "",
        "phone": international if random.random() < 0.95 else "",
        "email": make_email(first, last, number) if random.random() < 0.8 else "",
        "birth_date": born if random.random() < 0.92 else None,
        "address": f"{random.randint(1, 180)} {random.choice(STREETS)}" if random.random() < 0.5 else "",
        "notes": random.choice(NOTES) if random.random() < 0.25 else "",
        "tags": sorted(random.sample(TAGS, random.choice((0, 0, 1, 1, 2)))),
        "language": "pt-BR" if random.random() < 0.2 else "en",
        **_emergency(random, number),
        **make_more(number),
    }
    answers = make_answers(random) if random.random() < 0.7 else ()
    return Person(values, answers, _consents(random, bool(answers)), national if values["phone"] else "")


def make_phone(random: Random, number: int) -> tuple[str, str]:
    """A number from ranges kept free for fiction, international and national; the thousands after them repeat."""
    if random.random() < 0.7:
        return f"+447700900{number % 1000:03d}", f"07700900{number % 1000:03d}"
    area = 200 + number // 100 % 700
    return f"+1{area}55501{number % 100:02d}", f"{area}55501{number % 100:02d}"


def make_email(first: str, last: str, number: int) -> str:
    """An address under a domain that can never receive mail for anybody."""
    plain = "".join(
        letter for letter in fold(f"{first}.{last}") if letter.isascii() and (letter.isalnum() or letter == ".")
    )
    return f"{plain.strip('.') or 'client'}{number % 97}@example.com"


def make_answers(random: Random) -> tuple[Answer, ...]:
    """The first questions answered, what else some people have to tell, and from most a no to all the rest."""
    answers = [Answer(key, False) for key in ASKED]
    if random.random() < 0.14:
        answers[0] = Answer("allergies", True, (random.choice([choice.key for choice in BY_KEY["allergies"].choices]),))
    if random.random() < 0.015:
        answers[1] = Answer("pregnant", True)
    if random.random() < 0.04:
        answers[2] = Answer("blood_thinner", True, detail="Aspirin")
    answers += [Answer(key, True) for key, percent in FURTHER if random.random() * 100 < percent]
    rest = unanswered(answer.question for answer in answers) if random.random() < 0.85 else ()
    return (*answers, *(Answer(question.key, False) for question in rest))


def level(answer: Answer) -> str:
    """How much an answer matters, without building it twice."""
    return level_of(BY_KEY[answer.question], answer.choices)


def _emergency(random: Random, number: int) -> dict[str, object]:
    if random.random() < 0.6:
        return {"emergency_name": "", "emergency_phone": "", "emergency_relation": ""}
    first, last, _ = make_name(random)
    phone, _ = make_phone(random, number + 501)
    return {
        "emergency_name": f"{first} {last}",
        "emergency_phone": phone,
        "emergency_relation": random.choice(RELATIONS),
    }


def _consents(random: Random, health: bool) -> tuple[str, ...]:
    likely = (("photo_record", 0.7), ("photo_publicity", 0.4), ("marketing", 0.3))
    given = tuple(kind for kind, share in likely if random.random() < share)
    return ("health_data", *given) if health else given
