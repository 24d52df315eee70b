"""What can be done with a booking: its next steps, moving, changing, calling off, and back again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.perform import act, attempt, look
from components.app.text import text
from components.form import Form, seg_field, text_field
from pages.schedule.beginning import begin
from pages.schedule.booking_form import ask_for_changes, ask_where_to
from pages.schedule.showing import timer_text
from studio.kernel.house import house
from studio.kernel.text import nt, t
from studio.kernel.work import Action
from studio.schedule import actions
from studio.schedule.queries import booking, policy
from studio.schedule.rules.policy import Policy, called_off
from studio.schedule.rules.steps import BACK, can_become
from studio.schedule.rules.steps import OPEN as STILL_OPEN
from studio.schedule.views import BookingCard
from studio.schedule.words import CALLED_OFF_BY, OUTCOMES

Do = Callable[[], Awaitable[Any]]
A_MINUTE = timedelta(minutes=1)
FAR = timedelta(hours=12)
"""So long before its time nobody is here yet: it is confirmed rather than begun."""


class Acts:
    """For one booking as it was read."""

    def __init__(self, card: BookingCard) -> None:
        self.card, self.one = card, card.booking

    @property
    def is_open(self) -> bool:
        return self.one.status in STILL_OPEN

    def steps(self, *, runs: bool, edits: bool) -> list[tuple[str, Do]]:
        """What comes next, the most likely first."""
        status, found = self.one.status, list[tuple[str, Do]]()
        if self.one.kind == "block":
            return found
        if status == "in_progress" and runs:
            found.append((t("Finish"), self.finish))
            found.append((t("Pause"), self.pause) if self.card.running else (t("Go on"), self.start))
            return found
        if runs and status == "checked_in":
            found.append((t("Begin the session"), self.start))
        if runs and can_become(status, "checked_in"):
            found.append((t("Check in"), self.check_in))
        if edits and can_become(status, "confirmed"):
            found.insert(0 if self._is_far() else len(found), (t("Confirm"), self.confirm))
        if runs and can_become(status, "in_progress") and status != "checked_in" and not self._is_far():
            found.append((t("Begin the session"), self.start))
        return found

    def further(self) -> list[tuple[str, Do]]:
        """What is done seldom."""
        status, found = self.one.status, list[tuple[str, Do]]()
        if can_become(status, "no_show") and self.one.kind != "block":
            found.append((t("They did not come"), self.no_show))
        if can_become(status, "cancelled"):
            found.append((t("Cancel the booking…"), self.cancel))
        if status in BACK:
            found.append((t("Back a step"), self.reopen))
        return found

    def _is_far(self) -> bool:
        return self.one.starts_at - house().clock.now() > FAR

    async def confirm(self) -> None:
        await self._step(actions.confirm_booking, t("{name} comes.", name=self._name()))

    async def check_in(self) -> None:
        await self._step(actions.check_in_booking, t("{name} is here.", name=self._name()))

    async def start(self) -> None:
        """Begin or go on; what is missing is told, and may be set aside with a reason."""
        await begin(self.one)

    async def pause(self) -> None:
        if await act(actions.pause_session, self.one.id):
            toast(t("The timer rests."), lambda: act(actions.start_session, self.one.id))

    async def finish(self) -> None:
        if await act(actions.finish_session, self.one.id):
            card = await look(booking, self.one.id)
            told = timer_text(card.worked(card.booking.finished_at or card.updated_at))
            words = t("{name} is done after {time}.", name=self._name(), time=told)
            toast(words, lambda: act(actions.reopen_booking, self.one.id))

    async def no_show(self) -> None:
        done = await act(actions.note_no_show, self.one.id)
        if done is not None:
            said = _with_outcome(t("Noted that {name} did not come.", name=self._name()), done.outcome)
            toast(said, lambda: act(actions.reopen_booking, self.one.id))

    async def reopen(self) -> None:
        await act(actions.reopen_booking, self.one.id)

    async def move(self) -> None:
        await ask_where_to(self.one.id)

    async def change(self) -> None:
        await ask_for_changes(await look(booking, self.one.id))

    async def cancel(self) -> None:
        """Who calls it off and why; the policy says what becomes of the deposit."""
        title, rules = t("Cancel {code}?", code=self.one.code), await look(policy, self.card.policy_no)

        async def save(values: Mapping[str, Any]) -> Any:
            verb: Action[..., Any] = actions.cancel_series if values.get("rest") == "all" else actions.cancel_booking
            done = await attempt(verb, form, self.one.id, values["by"], values["reason"])
            if done is not None:
                dialog.submit(done)
            return done

        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(title, "", "h2")
            text(t("Its time is free at once. The booking stays on file."), "second prose", "p")
            with Form(save) as form:
                by = {key: t(word) for key, word in CALLED_OFF_BY.items()}
                field = form.field("by", seg_field(t("Who calls it off"), by, "client"))
                line = text(self._foretold(rules, "client"), "second", "p").props("aria-live=polite")
                field.on_value_change(lambda event: line.set_text(self._foretold(rules, event.value)))
                form.field("reason", text_field(t("Why"), hint=t("May be left empty")))
                if self.one.series_id:
                    rest = {"one": t("Only this one"), "all": t("This and all that follow")}
                    form.field("rest", seg_field(t("It belongs to a series"), rest, "one"))
                with form.acts(t("Cancel the booking")):
                    button(t("Keep it"), lambda: dialog.submit(None))
        dialog.props["aria-label"] = title
        done = await answer(dialog)
        if done is not None:
            outcome = getattr(done, "outcome", "")
            said = _with_outcome(t("{code} is cancelled.", code=self.one.code), outcome)
            if isinstance(done, int):
                said = nt("{n} booking of the series is cancelled.", "{n} bookings of the series are cancelled.", done)
            again: Action[..., Any] = actions.reopen_series if isinstance(done, int) else actions.reopen_booking
            toast(said, lambda: act(again, self.one.id))

    async def _step(self, verb: Action[..., Any], said: str) -> None:
        if await act(verb, self.one.id):
            toast(said, lambda: act(actions.reopen_booking, self.one.id))

    def _foretold(self, rules: Policy, by: str) -> str:
        """What becomes of the deposit, should it be cancelled now."""
        notice = (self.one.starts_at - house().clock.now()) // A_MINUTE
        outcome = called_off(rules, notice, by, self.one.deposit_state)
        return f"{t(OUTCOMES[outcome])}." if outcome else ""

    def _name(self) -> str:
        return self.one.client or self.one.code


def _with_outcome(said: str, outcome: str) -> str:
    return f"{said} {t(OUTCOMES[outcome])}." if outcome else said
