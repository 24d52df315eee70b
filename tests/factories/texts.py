"""A consent text with every kind of block, for a test studio."""

from typing import Any

from studio.consent.actions import publish_template
from studio.consent.templates import TATTOO_ADULT
from studio.kernel.work import perform
from tests.factories.people import signed_in

CHOICES = [
    {"key": "flash", "text": "From the wall"},
    {"key": "custom", "text": "Drawn for me"},
    {"key": "own", "text": "My own drawing", "level": "warn"},
    {"key": "copied", "text": "Another artist's tattoo", "level": "block"},
]


def question(key: str, answer: str, **more: Any) -> dict[str, Any]:
    return {"kind": "question", "key": key, "text": f"About {key}?", "answer": answer, **more}


EVERY_BLOCK: dict[str, Any] = {
    "title": "Every kind of block",
    "for": "Adults",
    "service_kinds": ["tattoo"],
    "minor": False,
    "profile": "",
    "least_age": 18,
    "e_form": "I agree to sign on a screen.",
    "blocks": [
        {"kind": "text", "key": "intro", "text": "Read this in your own time."},
        question("swollen", "yes_no", level="warn", detail="Since when?"),
        question("numb", "yes_no", level="block"),
        question("since", "text", needed=False, when={"question": "swollen", "answer": "yes"}),
        question("hours", "number"),
        question("last", "date", needed=False),
        question("design", "one", choices=CHOICES),
        question("styles", "many", choices=CHOICES[:3], needed=False),
        {"kind": "clause", "key": "permanent", "title": "It is permanent", "text": "It stays for life."},
        {"kind": "body_map", "key": "place", "title": "Where it goes", "text": "Tap the place."},
        {"kind": "photo", "key": "skin", "title": "Your skin today", "text": "As it is now.", "needed": True},
        {"kind": "health", "title": "Your health", "text": "As we have it."},
        {"kind": "text", "key": "between", "title": "Nearly done", "text": "Two more things."},
        {"kind": "clause", "key": "today", "title": "How I am today", "text": "I am well."},
        {"kind": "consents", "title": "Yes or no", "text": "Each is separate."},
        {"kind": "aftercare", "title": "Aftercare", "parts": [{"title": "Washing", "text": "Twice a day."}]},
        {"kind": "signature", "who": "client", "title": "Sign", "intent": "I agree.", "button": "I sign this"},
    ],
}
ANSWERS: dict[str, Any] = {
    "swollen": {"answer": "yes", "detail": "Monday"},
    "numb": "no",
    "since": "Since Monday,\nafter sport.",
    "hours": "2,50",
    "last": "2026-01-31",
    "design": "custom",
    "styles": ["custom", "flash"],
}


def publish_every_block() -> None:
    """The usual text, with every kind of block."""
    perform(signed_in("owner"), publish_template, TATTOO_ADULT, {"en": EVERY_BLOCK})
