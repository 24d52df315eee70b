"""Draws the signing: every word of the sheet, block by block, what is on file, and what the script says in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from fastapi import Response
from markupsafe import Markup

from components.app.moments import show_date
from components.body_map.figure import figure_svg
from pages.consent.ceremony_says import sayings
from pages.consent.ceremony_steps import steps_of
from pages.csrf import form_token, keyed
from pages.rendering import drawn, page
from studio.clients.body import PLACES, VIEWS, places_of
from studio.clients.questions import QUESTIONS
from studio.consent.queries import CeremonyState, GuestSheet
from studio.consent.rules.sheet import block_of
from studio.documents.papers.shown import guest_links, told
from studio.kernel.house import house
from studio.kernel.text import language, t

FORM = "ceremony"
KIOSK = "/kiosk"


@dataclass(frozen=True)
class Shown:
    """What one page shows, to whom: the client, or the guardian who signs the same text after them."""

    sheet: Mapping[str, Any]
    digest: str
    name: str
    full_name: str
    about: str
    languages: tuple[str, ...]
    answers: Mapping[str, Any] = field(default_factory=dict)
    who: str = "client"
    signs_for: str = ""
    """Whose guardian signs."""

    @property
    def content(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.sheet["content"]
        return found


def draw(token: str, state: CeremonyState, sheet: GuestSheet, *, preview: bool = False) -> Response:
    """The whole ceremony as one page; the script shows it step by step. A preview sends nothing of what it is given."""
    shown = Shown(
        sheet.sheet, sheet.digest, sheet.client_name, sheet.full_name, sheet.about, sheet.languages, sheet.answers
    )
    return page(drawn_page(shown, token, state.place, home_of(state), preview=preview))


def drawn_page(shown: Shown, token: str, place: str, home: str, *, preview: bool = False) -> str:
    """The page as text."""
    sheet = shown.sheet
    steps = steps_of(shown.content, shown.who)
    papers = () if preview else guest_links(language())
    clauses = sum(len(step.blocks) for step in steps if step.kind == "clause")
    about = " ".join(filter(None, (_for(shown), shown.about)))
    of_the_day = _of_the_day(sheet["groups"])
    return drawn(
        "consent/ceremony.html",
        sheet="ceremony.css",
        place=place,
        home=home,
        preview=preview,
        who=shown.who,
        payload_id=keyed("signing", token)[:32],
        form_token="" if preview else form_token(FORM, token),
        digest=shown.digest,
        spoken=shown.languages,
        greeting=t("Hi {name}, please read", name=shown.name),
        full_name=shown.full_name,
        about=about,
        day=_day(),
        content=shown.content,
        papers=papers,
        papers_told=told(papers),
        steps=steps,
        has_aftercare=block_of(shown.content, "aftercare") is not None,
        asked=sheet["consents"],
        groups=groups(sheet["groups"], shown.answers),
        answers={key: answer for key, answer in shown.answers.items() if key not in of_the_day},
        stopping=stopping_answers(),
        views=VIEWS,
        places={view: [{"key": one, "words": t(PLACES[one])} for one in places_of(view)] for view in VIEWS},
        figures=figures(),
        say=sayings(shown.name, about, clauses, next_is_guardian=_guardian_next(shown)),
    )


def _guardian_next(shown: Shown) -> bool:
    return shown.who == "client" and bool(shown.content.get("minor"))


def _for(shown: Shown) -> str:
    return t("You sign as the guardian of {name}.", name=shown.signs_for) if shown.signs_for else ""


@cache
def figures() -> dict[str, Markup]:
    """The body from its four sides; made of our own numbers and names."""
    return {view: Markup(figure_svg(view)) for view in VIEWS}  # noqa: S704


@cache
def stopping_answers() -> frozenset[str]:
    """Health answers that rule it out: a question, or one of its choices as `question.choice`."""
    whole = (question.key for question in QUESTIONS if question.level == "block")
    chosen = (f"{one.key}.{choice.key}" for one in QUESTIONS for choice in one.choices if choice.level == "block")
    return frozenset((*whole, *chosen))


def home_of(state: CeremonyState) -> str:
    """Where the screen goes when the signing is over."""
    return {"tablet": KIOSK, "desk": f"/consent/signing/{state.id}", "phone": ""}[state.place]


def groups(shown: list[dict[str, Any]], answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The questions as they are asked; a list answered with no throughout is marked as clear."""
    return [{**group, "clear": group["key"] != "visit" and _all_no(group, answers)} for group in shown]


def _all_no(group: dict[str, Any], answers: Mapping[str, Any]) -> bool:
    told = [answers.get(question["key"]) for question in group["questions"]]
    return all(answer is not None and not answer.answer for answer in told)


def _of_the_day(shown: list[dict[str, Any]]) -> set[str]:
    """Nobody's answers of another day stand in for these."""
    return {question["key"] for group in shown if group["key"] == "visit" for question in group["questions"]}


def _day() -> str:
    place = house()
    return show_date(place.clock.today(place.settings["studio.zone"]), "long")
