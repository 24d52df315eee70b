"""A session begins from wherever its booking stands; where something is missing, what it is and where it is mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import refuse, toast
from components.app.marks import status_mark
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, text_field
from pages.schedule.trying import Caught, can_decide
from studio.clients.queries import card_by_id
from studio.extension.registry import registry
from studio.extension.screens import Slot
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.actions import pause_session, reopen_booking, start_session
from studio.schedule.refusals import GateIsShut, ReasonIsNeeded
from studio.schedule.rules.booking import reason
from studio.schedule.views import Booking

SIGN = "visit.sign"
HEALTH = frozenset({"health"})
"""Gates that are opened in the health answers; all others by signing, which is offered once."""


async def begin(booking: Booking) -> bool:
    """Begin or go on; says whether the timer runs. What is missing is shown with the way to it, and whoever has the
    right may set it aside with a reason."""
    caught = Caught()
    done: Any = await attempt(start_session, caught, booking.id)
    if done is None and isinstance(caught.refusal, GateIsShut):
        why = await what_is_missing(booking, caught.refusal)
        done = await act(start_session, booking.id, why) if why else None
    elif done is None and caught.refusal is not None:
        refuse(caught.refusal)
    if done is not None:
        back = reopen_booking if booking.status != "in_progress" else pause_session
        toast(t("The timer of {name} runs.", name=booking.client or booking.code), lambda: act(back, booking.id))
    return done is not None


def signs() -> Sequence[Slot]:
    """How a client is let sign, for whoever may."""
    return registry().slots(SIGN, current_actor(), house().rights)


async def let_sign(client_id: UUID) -> None:
    """What the first room that knows does."""
    card = await look(card_by_id, client_id)
    for slot in signs()[:1]:
        await slot.draw(card)


async def what_is_missing(booking: Booking, refusal: GateIsShut) -> str | None:
    """Each gate that is shut, how to open it, and for whoever may the reason to begin all the same."""
    rests, name = booking.status == "in_progress", booking.client or booking.code
    title = t("{name} cannot go on yet", name=name) if rests else t("{name} cannot begin yet", name=name)

    async def save(values: Mapping[str, Any]) -> bool | None:
        try:
            dialog.submit(reason(values["override"]))
        except ReasonIsNeeded as needed:
            form.complain(needed)
            return None
        return True

    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose gate-sheet"):
        text(title, "", "h2")
        with ui.element("ul").classes("ruled"):
            to_sign = next((key for key in refusal.gates if key not in HEALTH), "")
            for key, told in zip(refusal.gates, refusal.told, strict=True):
                _gate(key, told, booking, dialog, signs_here=key == to_sign)
        if can_decide(refusal):
            with Form(save) as form:
                hint = t("It stays beside the booking for everybody to see.")
                form.field("override", text_field(t("Begin all the same, because"), required=True, hint=hint))
                with form.acts(t("Begin all the same"), kind="plain"):
                    button(t("Leave it"), lambda: dialog.submit(None))
        else:
            with ui.element("div").classes("acts"):
                button(t("Close"), lambda: dialog.submit(None))
    dialog.props["aria-label"] = title
    why: str | None = await answer(dialog)
    return why


def _gate(key: str, told: str, booking: Booking, dialog: ui.dialog, *, signs_here: bool) -> None:
    with ui.element("li").classes("line apart wrap"):
        status_mark("stop", told).classes("long grow")
        if key in HEALTH:
            button(t("Open the health answers"), to=f"/clients/{booking.client_code}")
        elif signs_here and booking.client_id and signs():
            button(t("Let them sign"), partial(_sign_instead, dialog, booking.client_id), kind="primary")


async def _sign_instead(dialog: ui.dialog, client_id: UUID) -> None:
    dialog.submit(None)
    await let_sign(client_id)
