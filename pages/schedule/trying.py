"""Acts that may meet something in the way: whoever may set it aside is asked for a reason, doubtful times are asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import refuse
from components.app.moments import show_time
from components.app.perform import Complaints, attempt
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, text_field
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.kernel.work import Action
from studio.schedule.refusals import GapTime, GateIsShut, InTheWay, ReasonIsNeeded, TimeIsDoubtful
from studio.schedule.rules.booking import reason

OVERRIDE, GATE = "schedule.booking.override", "schedule.gate.override"


class Caught:
    """Keeps a refusal instead of showing it."""

    refusal: Refusal | None = None

    def complain(self, refusal: Refusal) -> None:
        self.refusal = refusal


async def book(
    verb: Action[..., Any], details: Mapping[str, Any], *before: Any, form: Complaints | None = None, after: Any = ()
) -> Any:
    """`verb(*before, details, *after)`, asked again with what somebody decided; None when it was given up."""
    told = dict(details)
    while True:
        caught = Caught()
        done = await attempt(verb, caught, *before, told, *after)
        if done is not None or caught.refusal is None:
            return done
        decided = await decision(caught.refusal)
        if decided is None:
            if not can_decide(caught.refusal):
                form.complain(caught.refusal) if form else refuse(caught.refusal)
            return None
        told |= decided


def can_decide(refusal: Refusal) -> bool:
    """Whether this person is asked, rather than told."""
    if isinstance(refusal, TimeIsDoubtful):
        return True
    rights, actor = house().rights, current_actor()
    if isinstance(refusal, GateIsShut):
        return may(actor, GATE, rights)
    return isinstance(refusal, InTheWay) and may(actor, OVERRIDE, rights)


async def decision(refusal: Refusal) -> dict[str, Any] | None:
    """What somebody says to it; None where they leave it, or have no say."""
    if not can_decide(refusal):
        return None
    if isinstance(refusal, TimeIsDoubtful):
        return await which(refusal)
    why = await because(refusal)
    return {"override": why} if why else None


async def which(refusal: TimeIsDoubtful) -> dict[str, Any] | None:
    """Which of the two moments is meant."""
    title = t("Which time is meant?")
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        text(refusal.text(), "second prose", "p")
        with ui.element("div").classes("acts"):
            button(t("Cancel"), lambda: dialog.submit(None))
            for nth, moment in enumerate(refusal.choices):
                words = show_time(moment) if isinstance(refusal, GapTime) else (t("The first"), t("The second"))[nth]
                button(words, partial(dialog.submit, {"starts_at": moment}), kind="plain")
    dialog.props["aria-label"] = title
    chosen: dict[str, Any] | None = await answer(dialog)
    return chosen


async def because(refusal: Refusal) -> str | None:
    """The reason somebody gives for doing it all the same."""
    title = t("Something is in the way")

    async def save(values: dict[str, Any]) -> bool | None:
        try:
            dialog.submit(reason(values["override"]))
        except ReasonIsNeeded as needed:
            form.complain(needed)
            return None
        return True

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        text(refusal.text(), "second prose", "p")
        with Form(save) as form:
            hint = t("It stays beside the booking for everybody to see.")
            form.field("override", text_field(t("Do it all the same, because"), required=True, hint=hint))
            with form.acts(t("Do it all the same")):
                button(t("Leave it"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    why: str | None = await answer(dialog)
    return why
