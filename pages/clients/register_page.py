"""Draws the registration form: empty from memory, or with what was typed and what to mend."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fastapi import Response

from pages.clients.register_place import AT_THE_PHONE, Place
from pages.csrf import form_token, keyed
from pages.forms import Typed
from pages.rendering import drawn, page
from studio.clients.consents import CONSENTS
from studio.clients.filing import guest_frame
from studio.clients.questions import GROUPS, questions_of
from studio.clients.rules.phones import usual_numbers
from studio.clients.rules.wanting import SAID
from studio.documents.papers.shown import PaperLink, guest_links, told
from studio.kernel.house import house
from studio.kernel.text import language, speaking, t

PURPOSE = "registration"
FORM, SEAL = "@form@", "@seal@"


def draw(
    token: str,
    typed: Typed,
    place: Place = AT_THE_PHONE,
    errors: Mapping[str, str] | None = None,
    said: str = "",
    status: int = 200,
) -> Response:
    """The form with what was typed and what to mend."""
    return page(
        drawn(
            "clients/register.html",
            values=typed.first,
            many=typed.all,
            errors=errors or {},
            said=said,
            form_id=form_id(token),
            form_token=form_token(PURPOSE, token),
            place=place,
            sheet=place.sheet,
            **linked(guest_links(language())),
            **asked(),
        ),
        status,
    )


def empty_form(token: str, place: Place = AT_THE_PHONE) -> Response:
    """The form before anybody typed: drawn once a day, then only its two secrets are put in."""
    settings = house().settings
    shown = ("studio.name", "studio.logo", "studio.country", "looks.accent")
    known = (today(), adult_age(), wanted(), *(settings[key] for key in shown))
    text = _empty(language(), place, guest_links(language()), *known)
    return page(text.replace(FORM, form_id(token)).replace(SEAL, form_token(PURPOSE, token)))


@lru_cache(maxsize=32)
def _empty(tag: str, place: Place, papers: tuple[PaperLink, ...], *what_it_shows: object) -> str:
    empty: dict[str, Any] = {"values": {}, "many": {}, "errors": {}, "said": "", "place": place, **linked(papers)}
    with speaking(tag):
        return drawn("clients/register.html", form_id=FORM, form_token=SEAL, sheet=place.sheet, **empty, **asked())


def asked() -> dict[str, Any]:
    """What the form asks, and what it must know to ask."""
    groups = [(group, questions_of(group.key)) for group in GROUPS if group.when == "registration"]
    return {
        "groups": groups,
        "consents": CONSENTS,
        "today": today(),
        "adult": adult_age(),
        "wanted": needs(),
        "say": sayings(),
    }


def linked(papers: tuple[PaperLink, ...]) -> dict[str, Any]:
    """The studio's papers below the form, and what the form hands back of them."""
    return {"papers": papers, "papers_told": told(papers)}


def adult_age() -> int:
    """Below it, the form asks for a parent or guardian."""
    return guest_frame(house()).adult


def wanted() -> tuple[str, ...]:
    """What the rules in force let nobody leave empty."""
    return guest_frame(house()).wanted


def needs() -> dict[str, str]:
    """What is said beside each of them; nothing beside a field that may stay empty."""
    asked = wanted()
    return {field: t(said.sentence) if field in asked else "" for field, said in SAID.items()}


def today() -> str:
    """The date on the studio's wall, which decides who is of age."""
    place = house()
    return place.clock.today(place.settings["studio.zone"]).isoformat()


def sayings() -> dict[str, str]:
    """What the script says while one types."""
    return {
        "next": t("Continue"),
        "step": t("Step {n} of {total}", n="#", total=6),
        "change": t("Change"),
        "saved": t("Saved on this phone"),
        "sending": t("Sending…"),
        "offline": t("No connection. Your answers are saved, trying again…"),
        "wrong": t("Please look at the marked fields."),
        "email": t("This does not look like an e-mail address. Check it, or leave it empty."),
        "phone": t("This does not look like a phone number. Enter at least 5 digits."),
        "odd": t("Is it complete? From abroad it begins with +."),
        "usual": usual_numbers(house().settings["studio.country"]).pattern,
        "date": t("There is no such date. Check day, month and year."),
    }


def form_id(token: str) -> str:
    """One form per token, however often the page is opened."""
    return keyed("form", token)[:32]
