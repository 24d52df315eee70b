"""What the script of a signing says in between."""

from __future__ import annotations

from typing import Any

from studio.consent import refusals
from studio.extension import strokes
from studio.kernel.text import nt, t


def sayings(name: str, about: str, clauses: int, *, next_is_guardian: bool = False) -> dict[str, Any]:
    """Every sentence by its key; `left` by how many clauses are still to be initialled."""
    return {
        "about": about,
        "left": [_heading(name, left, clauses) for left in range(clauses + 1)],
        "initialled": t("{n} of {total} initialled", n="{n}", total="{total}"),
        "next": t("Continue"),
        "more": t("Read on"),
        "sending": t("Sending…"),
        "offline": t("No connection. Nothing is lost, trying again…"),
        "lost": t("No connection just now. Try again in a moment."),
        "wrong": t("Please look at the marked parts."),
        **_about_parts(),
        **_stopping(),
        **_endings(name, next_is_guardian),
        "photo": _photos(),
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
        "choice": t(refusals.ChoiceIsUnknown.sentence),
        "something": t("Answer this first."),
        "number": t(refusals.NumberIsUnclear.sentence),
        "place": t(refusals.PlaceOnBodyIsMissing.sentence),
        "places": t("Chosen: {places}", places="{places}"),
        "noPlace": t("Nothing is chosen yet."),
        "none": t("Tick what applies, or “none of these”."),
        "sober": t(refusals.SoberIsNeeded.sentence),
        "stops": t(refusals.AnswerStops.sentence),
        "health": t("Without this we cannot tattoo you. Ask us if you would like to talk about it."),
        "initials": t(refusals.InitialsAreMissing.sentence),
        "sign": t("Draw your signature here, with a finger or a pen."),
        "full": t(strokes.TooMuchInk.sentence),
    }


def _stopping() -> dict[str, str]:
    return {
        "halt": t("Let us talk first"),
        "haltMore": t(
            "With your answer to “{question}” we cannot go on today. If it is so, we end here, nothing is signed or "
            "kept, and somebody comes to talk to you.",
            question="{question}",
        ),
        "change": t("Change my answer"),
        "isSo": t("Yes, it is so"),
        "talk": t("Thank you for telling us"),
        "talkMore": t("Nothing was signed and nothing was kept. Somebody of the studio will talk to you now."),
    }


def _photos() -> dict[str, str]:
    return {
        "sending": t("Sending the photo…"),
        "done": t("The photo is here."),
        "lost": t("The photo did not get through. Try again."),
        "wait": t("Wait until the photo is here."),
        "missing": t(refusals.PhotoIsMissing.sentence),
        "preview": t("This is a preview: no photo is sent."),
    }


def _endings(name: str, next_is_guardian: bool) -> dict[str, str]:
    artist = t("Your consent is signed. Your artist signs next and gives you a copy if you want one.")
    return {
        "thanks": t("Thank you!"),
        "thanksMore": t("You have signed. Your parent or guardian signs next.") if next_is_guardian else artist,
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
