"""A booking of the day as a card: what stands on it, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from components.app.moments import show_time
from components.lane import Act, Amount, BoardCard, Progress
from pages.catalog.showing import minutes_text, money_text
from studio.extension.lights import Light
from studio.kernel.money import Money
from studio.kernel.text import N_, t
from studio.schedule.queries.today import DayCard
from studio.schedule.rules.steps import AHEAD, FREE
from studio.schedule.views import Booking
from studio.schedule.words import KINDS, OUTCOMES

LIGHTS: Mapping[str, str] = {
    "none_needed": "none",
    "not_sent": "wait",
    "sent": "warn part",
    "signing": "warn part",
    "signed": "ok",
    "missing": "warn",
}
HEALTH: Mapping[str, str] = {"none": "flag none", "reviewed": "flag second", "to_review": "flag", "stop": "stop"}
"""The marks beside their words."""
LATE = 5
"""Minutes after its time from which a client is late."""
SEND_UNTIL = timedelta(minutes=30)
"""So long before its time a form still goes to the phone; from then on the client is waited for."""
CALLED_OFF: Mapping[str, str] = {
    "client": N_("Cancelled by the client"),
    "artist": N_("Cancelled by the artist"),
    "studio": N_("Cancelled by the studio"),
    "": N_("Cancelled"),
}


@dataclass(frozen=True)
class Sight:
    """What whoever looks may do, and the moment they look at."""

    now: datetime
    runs: bool = False
    mine: UUID | None = None
    """The artist whose bookings alone they run, where it is only their own."""
    sends: bool = False

    def may(self, booking: Booking) -> bool:
        return self.runs and self.mine in (None, booking.artist_id)


def card_of(one: DayCard, light: Light | None, sight: Sight) -> BoardCard:
    """The card as it stands at this moment."""
    booking, light = one.booking, light or Light()
    minutes = length_of(booking)
    over, left = booking.status in (*FREE, "done"), balance_of(booking)
    stop = light.health == "stop" and not over
    return BoardCard(
        id=str(booking.id),
        title=booking.client or booking.title or t(KINDS[booking.kind]),
        to=f"/bookings/{booking.code}",
        stamp=f"{booking.version}{booking.status}{light.key}{light.health}{one.running}{len(one.set_aside)}",
        time=show_time(booking.starts_at),
        length="" if over else minutes_text(minutes),
        place="" if over else one.station,
        tags=() if over else tags_of(one),
        artist=short_name(one.artist),
        whole=one.artist,
        pigment=one.colour,
        line=line_of(one),
        marks=(*(ending_of(one) if over else marks_of(light)), *decided_of(one)),
        amount=money_text(left) if booking.status == "done" and left is not None else "",
        note="" if over else note_of(one, light, sight.now),
        progress=progress_of(one, minutes, sight.now) if booking.status == "in_progress" else None,
        money=() if over else amounts_of(booking),
        act=act_of(booking, light, sight),
        also=also_of(one, sight),
        look="done" if over else "live" if booking.status == "in_progress" else "",
        stop=stop,
        late=booking.status in AHEAD and minutes_late(booking, sight.now) >= LATE,
    )


def act_of(booking: Booking, light: Light, sight: Sight) -> Act | None:
    """The one thing that comes next, for whoever may do it."""
    if booking.status in AHEAD:
        early = booking.starts_at - sight.now > SEND_UNTIL
        if sight.sends and early and light.key == "not_sent" and booking.client_id:
            return Act("send", t("Send form"))
        return Act("check_in", t("Check in")) if sight.may(booking) else None
    if booking.status == "checked_in" and sight.may(booking):
        return Act("open", t("Open")) if light.health == "stop" else Act("start", t("To chair"))
    if booking.status == "in_progress" and sight.may(booking):
        return Act("finish", t("Finish"))
    return None


def also_of(one: DayCard, sight: Sight) -> Act | None:
    """Beside it: the timer rests and goes on."""
    if one.booking.status != "in_progress" or not sight.may(one.booking):
        return None
    return Act("pause", t("Pause"), icon="pause") if one.running else Act("start", t("Go on"), icon="play")


def tags_of(one: DayCard) -> tuple[str, ...]:
    """What is special about them: there is room for one word beside the time."""
    if one.booking.kind == "walk_in":
        return (t("Walk-in"),)
    return (t("First visit"),) if one.first else ()


def line_of(one: DayCard) -> str:
    """What is done: as its piece says, else its services, else its words, else its kind."""
    named = one.booking.title if one.booking.client else ""
    return one.line or ", ".join(one.services) or named or t(KINDS[one.booking.kind])


def marks_of(light: Light) -> tuple[tuple[str, str], ...]:
    """Consent and health, each a shape with its words."""
    signed = ((LIGHTS.get(light.key, "none"), light.words),) if light.words else ()
    health = ((HEALTH.get(light.health, "none"), light.health_words),) if light.health_words else ()
    return (*signed, *health)


def decided_of(one: DayCard) -> tuple[tuple[str, str], ...]:
    """That it began although something was missing, and why."""
    return tuple(("warn", t("Begun all the same: {reason}", reason=reason)) for reason in one.set_aside)


def ending_of(one: DayCard) -> tuple[tuple[str, str], ...]:
    """How it ended."""
    booking = one.booking
    outcome = f", {t(OUTCOMES[booking.outcome]).lower()}" if booking.outcome else ""
    if booking.status == "no_show":
        return (("none", t("Did not come") + outcome),)
    if booking.status == "cancelled":
        return (("none", t(CALLED_OFF.get(one.ended_by, CALLED_OFF[""])) + outcome),)
    return (("ok", t("Done at {time}", time=show_time(booking.finished_at or booking.ends_at))),)


def note_of(one: DayCard, light: Light, now: datetime) -> str:
    """What else somebody should know at this moment."""
    booking, late = one.booking, minutes_late(one.booking, now)
    if light.health == "stop":
        return t("{artist} reads the health answer first.", artist=one.artist.split(" ")[0] or t("The artist"))
    if booking.status in AHEAD and late >= LATE:
        return t("{time} late", time=minutes_text(late))
    if booking.status == "checked_in" and booking.checked_in_at:
        return t("Here since {time}", time=show_time(booking.checked_in_at))
    if booking.status == "in_progress" and not one.running:
        return t("The timer rests")
    return ""


def progress_of(one: DayCard, minutes: int, now: datetime) -> Progress:
    """How much of its time is gone, pauses left out."""
    worked = max(one.worked(now), 0) // 60
    if worked > minutes:
        words = t("{time} over {planned}", time=minutes_text(worked - minutes), planned=minutes_text(minutes))
        return Progress(100, words, over=True)
    words = t("{time} of {planned}", time=minutes_text(worked), planned=minutes_text(minutes))
    return Progress(round(100 * worked / minutes) if minutes else 0, words)


def amounts_of(booking: Booking) -> tuple[Amount, ...]:
    """The deposit and what is left to pay; a dash where nothing is agreed."""
    due = booking.deposit_state == "due" and bool(booking.deposit_due)
    taken = booking.deposit_state == "recorded"
    deposit = money_text(booking.deposit_due) if booking.deposit_due and (due or taken) else "–"
    left = balance_of(booking)
    balance = "–" if left is None else money_text(left)
    return (Amount(t("Deposit due") if due else t("Deposit"), deposit, owe=due), Amount(t("Balance"), balance))


def balance_of(booking: Booking) -> Money | None:
    """What is left of the price beside the deposit; None where none is agreed."""
    if booking.price is None:
        return None
    asked = booking.deposit_due if booking.deposit_state in ("due", "recorded") else None
    return booking.price - asked if asked and asked <= booking.price else booking.price


def length_of(booking: Booking) -> int:
    return int((booking.ends_at - booking.starts_at).total_seconds()) // 60


def minutes_late(booking: Booking, now: datetime) -> int:
    return int((now - booking.starts_at).total_seconds()) // 60


def short_name(name: str) -> str:
    """Mara L. for Mara Lindqvist; one word stays, and what is no name."""
    words = name.split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 and words[-1][0].isalpha() else name
