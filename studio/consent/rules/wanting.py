"""What the country's rules want on every consent: on the client's file, in the text, and in what was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from studio.consent.rules.sheet import blocks_of
from studio.kernel.text import N_, t

PLACE = "place"
PLACE_ASKED = (PLACE, "where", "area")
"""Keys of questions that ask for the place on the body, where no figure is tapped."""
ON_FILE: dict[str, str] = {
    "name": N_("Name"),
    "birth_date": N_("Birth date"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "emergency_name": N_("Emergency contact"),
}
"""What the client's file answers, and goes into the packet from there."""
SIGNING: dict[str, str] = {
    "identity": N_("Identity document"),
    "procedure": N_("Procedure"),
    "artist": N_("Artist"),
    "date": N_("Date"),
    "signature": N_("Signature"),
}
"""What every signing brings by itself: no packet is whole without."""
WORDS: dict[str, str] = {**ON_FILE, **SIGNING, PLACE: N_("Place on the body")}
Content = Mapping[str, Any]


def field_word(field: str) -> str:
    """What people call it; one a studio thought of is shown as it is written."""
    return t(WORDS[field]) if field in WORDS else field.replace("_", " ").capitalize()


def not_on_file(fields: Iterable[str], person: Any) -> tuple[str, ...]:
    """What is wanted and missing on the client's file."""
    return tuple(field for field in fields if field in ON_FILE and not getattr(person, field, None))


def not_asked(fields: Iterable[str], content: Content) -> tuple[str, ...]:
    """What is wanted and can only come from the text, which does not ask for it."""
    return tuple(field for field in fields if field not in ON_FILE | SIGNING and not _asks(content, field))


def is_of_a_service(content: Content) -> bool:
    """Whether the text is for something that is done: a photo release names no place on the body."""
    return bool(content.get("service_kinds"))


def tells_place(content: Content, places: Mapping[str, Any], questions: Mapping[str, Any]) -> bool:
    """Whether what was given says where on the body."""
    return any(places.values()) or any(key in questions for key in place_questions(content))


def place_questions(content: Content) -> tuple[str, ...]:
    """The text's own questions for the place."""
    return tuple(block["key"] for block in blocks_of(content, "question") if block["key"] in PLACE_ASKED)


def place_field(content: Content) -> str:
    """The field of a signing at which the place is given."""
    figure = next((f"places.{block['key']}" for block in blocks_of(content, "body_map")), "")
    return figure or next((f"questions.{key}" for key in place_questions(content)), "about")


def _asks(content: Content, field: str) -> bool:
    if field == PLACE:
        return bool(blocks_of(content, "body_map") or place_questions(content))
    return any(block.get("key") == field for block in blocks_of(content))
