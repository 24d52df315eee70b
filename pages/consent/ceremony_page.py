"""Draws the signing: every word of the sheet, what is on file, and what the script says in between."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from components.app.moments import show_date
from pages.csrf import form_token, keyed
from pages.rendering import drawn, page
from studio.consent import refusals
from studio.consent.queries import CeremonyState, GuestSheet
from studio.consent.rules.sheet import block_of, blocks_of, signature_of
from studio.kernel.house import house
from studio.kernel.text import nt, t

FORM = "ceremony"
KIOSK = "/kiosk"


def draw(token: str, state: CeremonyState, sheet: GuestSheet) -> Response:
    """The whole ceremony as one page; the script shows it step by step."""
    shown = sheet.sheet
    return page(
        drawn(
            "consent/ceremony.html",
            sheet="ceremony.css",
            place=state.place,
            home=home_of(state),
            payload_id=keyed("signing", token)[:32],
            form_token=form_token(FORM, token),
            digest=sheet.digest,
            spoken=sheet.languages,
            name=sheet.client_name,
            full_name=sheet.full_name,
            about=sheet.about,
            day=_day(),
            content=shown["content"],
            texts=blocks_of(shown["content"], "text"),
            clauses=blocks_of(shown["content"], "clause"),
            parts={kind: block_of(shown["content"], kind) for kind in ("health", "consents", "aftercare")},
            signing=signature_of(shown["content"]),
            consents=shown["consents"],
            groups=groups(shown["groups"], sheet),
            answers={key: answer for key, answer in sheet.answers.items() if key not in _of_the_day(shown["groups"])},
            say=sayings(sheet),
        )
    )


def home_of(state: CeremonyState) -> str:
    """Where the screen goes when the signing is over."""
    return {"tablet": KIOSK, "desk": f"/consent/signing/{state.id}", "phone": ""}[state.place]


def groups(shown: list[dict[str, Any]], sheet: GuestSheet) -> list[dict[str, Any]]:
    """The questions as they are asked; a list answered with no throughout is marked as clear."""
    return [{**group, "clear": group["key"] != "visit" and _all_no(group, sheet)} for group in shown]


def _all_no(group: dict[str, Any], sheet: GuestSheet) -> bool:
    told = [sheet.answers.get(question["key"]) for question in group["questions"]]
    return all(answer is not None and not answer.answer for answer in told)


def _of_the_day(shown: list[dict[str, Any]]) -> set[str]:
    """Nobody's answers of another day stand in for these."""
    return {question["key"] for group in shown if group["key"] == "visit" for question in group["questions"]}


def _day() -> str:
    place = house()
    return show_date(place.clock.today(place.settings["studio.zone"]), "long")


def sayings(sheet: GuestSheet) -> dict[str, Any]:
    """What the script says; `left` by how many clauses are still to be initialled."""
    name, clauses = sheet.client_name, len(sheet.clauses)
    return {
        "about": sheet.about,
        "left": [_heading(name, left, clauses) for left in range(clauses + 1)],
        "initialled": t("{n} of {total} initialled", n="{n}", total="{total}"),
        "next": t("Continue"),
        "more": t("Read on"),
        "sending": t("Sending…"),
        "offline": t("No connection. Nothing is lost, trying again…"),
        "lost": t("No connection just now. Try again in a moment."),
        "wrong": t("Please look at the marked parts."),
        **_about_parts(),
        **_endings(name),
    }


def _heading(name: str, left: int, clauses: int) -> str:
    if left in (0, clauses):
        return t("Hi {name}, please read", name=name)
    if left == 1:
        return t("Hi {name}, one last clause", name=name)
    return nt("Hi {name}, {n} clause to go", "Hi {name}, {n} clauses to go", left, name=name)


def _about_parts() -> dict[str, str]:
    """What the server would refuse is said on the phone in the server's own words."""
    return {
        "e_form": t(refusals.ScreenConsentIsMissing.sentence),
        "answer": t(refusals.AnswerIsMissing.sentence),
        "none": t("Tick what applies, or “none of these”."),
        "sober": t(refusals.SoberIsNeeded.sentence),
        "health": t("Without this we cannot tattoo you. Ask us if you would like to talk about it."),
        "initials": t(refusals.InitialsAreMissing.sentence),
        "sign": t("Draw your signature here, with a finger or a pen."),
        "full": t(refusals.TooMuchInk.sentence),
    }


def _endings(name: str) -> dict[str, str]:
    return {
        "thanks": t("Thank you!"),
        "thanksMore": t("Your consent is signed. Your artist signs next and gives you a copy if you want one."),
        "over": t("This signing has ended"),
        "overMore": t("Please ask at the desk. They can start it again in a moment."),
        "help": t("We are right here"),
        "helpMore": t("Ask anybody of the studio, at any moment. What you have done so far stays."),
        "goOn": t("Go on reading"),
        "stop": t("Stop here"),
        "stopped": t("No problem"),
        "stoppedMore": t("Nothing was signed and nothing was kept. Talk to us whenever you like."),
        "still": t("Are you still there, {name}?", name=name),
        "stillMore": t("Without an answer this ends in {n} seconds, and nothing is kept.", n="{n}"),
        "here": t("I am still here"),
    }
