"""All about a booking: client, artist, services, money, and what was decided against a rule."""

from __future__ import annotations

from datetime import datetime

from nicegui import ui

from components.app.moments import here, show_date, show_moment, show_time
from components.app.text import text
from pages.catalog.showing import minutes_text, money_text
from pages.clients.showing import field_text
from pages.schedule.showing import timer_text
from studio.extension.terms import SignedTerm
from studio.kernel.text import nt, t
from studio.schedule.rules.policy import Policy
from studio.schedule.views import BookingCard, Line
from studio.schedule.words import CALLED_OFF_BY, DEPOSIT_STATES, KINDS, OUTCOMES


def draw(card: BookingCard, rules: Policy, signed: SignedTerm | None) -> None:
    """Facts that say something; `signed` is the edition of the rules its client signed last."""
    _client(card)
    with ui.element("dl").classes("facts"):
        for label, words in [*_told(card), *_money(card, rules), *_signed(card, rules, signed), *_ended(card)]:
            if words:
                text(label, "", "dt")
                text(words, "prose", "dd")


def overrides(card: BookingCard) -> None:
    """Who decided against which rule, and why; it stays here for everybody to see."""
    if not card.overrides:
        return
    with ui.element("div").classes("stack tight"):
        text(t("Decided against a rule"), "", "h3")
        for one in card.overrides:
            with ui.element("div").classes("band warn"), ui.element("div").classes("grow stack tight"):
                text(one.told, "", "div")
                said = t("{name}: {reason}", name=one.by_name, reason=one.reason or t("erased"))
                text(f"{said} · {show_moment(one.at)}", "second small", "div")


def times(card: BookingCard, now: datetime) -> None:
    """Each stretch of work, and how all of them compare with the time that was planned."""
    if not card.stretches:
        return
    one = card.booking
    planned = minutes_text(int((one.ends_at - one.starts_at).total_seconds()) // 60)
    with ui.element("section").classes("stack tight booking-times"):
        text(t("Time worked"), "", "h2")
        told = t("{time} of {planned} planned", time=timer_text(card.worked(now)), planned=planned)
        text(told, "second", "p")
        with ui.element("ul").classes("stack tight"):
            for stretch in card.stretches:
                end = show_time(stretch.stopped_at) if stretch.stopped_at else t("now")
                text(f"{show_time(stretch.started_at)}–{end}", "num", "li")


def _line(line: Line) -> str:
    parts = (line.name, minutes_text(line.minutes), money_text(line.price) if line.price else "")
    return ", ".join(filter(None, parts))


def _client(card: BookingCard) -> None:
    one = card.booking
    if not one.client_id:
        return
    with ui.element("div").classes("stack tight"):
        text(one.client, "link large", "a").props["href"] = f"/clients/{one.client_code}"
        if one.phone:
            text(field_text("phone", one.phone), "second", "a").props["href"] = f"tel:{one.phone}"


def _told(card: BookingCard) -> list[tuple[str, str]]:
    one = card.booking
    services = "\n".join(_line(line) for line in card.services)
    minutes = minutes_text(sum(line.minutes for line in card.services))
    total = t("{time} in all", time=minutes) if len(card.services) > 1 else ""
    around = [
        t("{time} before", time=minutes_text(one.buffer_before)) if one.buffer_before else "",
        t("{time} after", time=minutes_text(one.buffer_after)) if one.buffer_after else "",
    ]
    return [
        (t("Kind"), t(KINDS[one.kind])),
        (t("About"), one.title),
        (t("Services"), "\n".join(filter(None, (services, total)))),
        (t("Artist"), card.artist),
        (t("Station"), card.station),
        (t("Set-up and cleaning"), ", ".join(filter(None, around))),
        (t("Note"), card.note),
    ]


def _money(card: BookingCard, rules: Policy) -> list[tuple[str, str]]:
    one = card.booking
    if one.kind == "block":
        return []
    hours = nt("{n} hour", "{n} hours", rules.notice_hours)
    free = nt("{n} time", "{n} times", rules.free_moves)
    said = t("Moved or cancelled without loss until {hours} before; moved up to {free}.", hours=hours, free=free)
    return [
        (t("Price"), money_text(one.price) if one.price else ""),
        (t("Deposit"), "" if one.deposit_due else t(DEPOSIT_STATES[one.deposit_state])),
        (t("Rules"), said if one.deposit_due else ""),
        (t("Moved"), nt("{n} time", "{n} times", card.moves) if card.moves else ""),
    ]


def _signed(card: BookingCard, rules: Policy, signed: SignedTerm | None) -> list[tuple[str, str]]:
    """Which rules it was made under, and which its client has signed."""
    if not rules.number or not card.booking.client_id:
        return []
    made, told = t("Made under no {n}", n=rules.number), t("not signed yet")
    if signed:
        told = t("no {n} signed on {day}", n=signed.number, day=show_date(here(signed.at).date()))
    return [(t("Rules of the studio"), f"{made}, {told}")]


def _ended(card: BookingCard) -> list[tuple[str, str]]:
    one = card.booking
    notice = ""
    if card.notice_minutes is not None:
        length = minutes_text(abs(card.notice_minutes))
        before = card.notice_minutes >= 0
        notice = t("{time} before it began", time=length) if before else t("{time} after it began", time=length)
    return [
        (t("Called off by"), t(CALLED_OFF_BY[card.ended_by]) if card.ended_by else ""),
        (t("When"), notice),
        (t("Why"), card.ended_reason),
        (t("So"), t(OUTCOMES[one.outcome]) if one.outcome else ""),
    ]
