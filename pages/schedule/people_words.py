"""Artists, their hours and papers in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from components.app.marks import Kind
from components.app.moments import now_here, reading_locale, show_date, show_number
from components.table import mark_cell
from pages.catalog.showing import money_text
from pages.schedule.showing import days_text
from pages.schedule.waiting_words import SHORT_DAYS
from studio.kernel.house import house
from studio.kernel.text import N_, nt, t
from studio.schedule.queries import Artist, Certificate
from studio.schedule.words import CERTIFICATES, CONTRACTS, RENT_PER
from studio.upkeep.premises import DAYS

PIGMENTS = (N_("Oxide red"), N_("Ochre"), N_("Sap green"), N_("Blue"), N_("Madder"), N_("Graphite"))


def hours_text(hours: Mapping[str, Any]) -> str:
    """Mon–Fri 10:00–18:00; days alike in one go."""
    return opening_text(hours) if hours else t("Whenever the studio is open")


def opening_text(hours: Mapping[str, Any]) -> str:
    """The same of the studio; where it says nothing, nothing is said of it."""
    if not any(hours.values()):
        return t("Not entered yet")
    told = [(day, ", ".join(f"{start}–{end}" for start, end in hours.get(day, ()))) for day in DAYS]
    runs = [(said, [day for day, _ in days]) for said, days in groupby(told, key=lambda one: one[1])]
    return "; ".join(f"{_days(days)} {said}" for said, days in runs if said)


def languages_text(one: Artist) -> str:
    """Codes as the languages they stand for, anything else as it was written."""
    from babel import Locale

    names = Locale.parse(reading_locale()).languages
    return ", ".join(str(names.get(word, word)) for word in one.languages)


def contract_text(one: Artist) -> str:
    """Share of the takings, 60 %; booth rent, £120.00 a week."""
    if not one.contract:
        return ""
    share = t("{n} % theirs", n=show_number(one.share)) if one.share else ""
    rent = t("{amount} a {time}", amount=money_text(one.rent), time=t(RENT_PER[one.rent_per])) if one.rent else ""
    return ", ".join(filter(None, (t(CONTRACTS[one.contract]), share, rent)))


def stay_text(one: Artist) -> str:
    """From when until when a guest is here."""
    return days_text(one.guest_from, one.guest_until) if one.guest_from and one.guest_until else ""


def paper_state(one: Certificate) -> tuple[Kind, str]:
    """How long it still holds."""
    left = days_left(one.expires_on)
    if one.ended_at:
        return "none", t("Ended")
    if left is None:
        return "ok", t("No expiry")
    if left < 0:
        return "stop", t("Ended on {day}", day=show_date(one.expires_on or date.min))
    if left <= house().settings["schedule.certificate_days"]:
        return "warn", nt("Ends in {n} day", "Ends in {n} days", left)
    return "ok", t("Valid until {day}", day=show_date(one.expires_on or date.min))


def papers_mark(papers: Iterable[Certificate]) -> dict[str, str] | None:
    """The paper that needs looking at first, if any does."""
    urgent = [(paper_state(one), t(CERTIFICATES[one.kind])) for one in papers]
    for kind in ("stop", "warn"):
        for (state, said), name in urgent:
            if state == kind:
                return mark_cell(state, f"{name}: {said[:1].lower()}{said[1:]}")
    return None


def days_left(day: date | None) -> int | None:
    return None if day is None else (day - now_here().date()).days


def _days(days: list[str]) -> str:
    first, last = t(SHORT_DAYS[days[0]]), t(SHORT_DAYS[days[-1]])
    return first if len(days) == 1 else f"{first}–{last}"
