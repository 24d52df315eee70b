"""A service in words: how long, how much, how much in advance, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from components.app.moments import reading_locale
from studio.catalog.queries import Choices, Service
from studio.catalog.words import DEPOSIT_KINDS, PRICE_KINDS
from studio.kernel.money import Money
from studio.kernel.text import nt, t

HOUR = 60


def minutes_text(minutes: int) -> str:
    """45 min, 2 h, 2 h 30 min."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return t("{n} min", n=rest)
    return t("{n} h", n=hours) if not rest else t("{hours} h {minutes} min", hours=hours, minutes=rest)


def duration_text(one: Service) -> str:
    """How long it takes, with its range where it has one."""
    least, most = one.minutes_least or one.minutes, one.minutes_most or one.minutes
    if least == most:
        return minutes_text(one.minutes)
    return t("{usual} ({least}–{most})", usual=minutes_text(one.minutes), least=least, most=minutes_text(most))


def money_text(amount: Money) -> str:
    return amount.text(reading_locale())


def price_text(one: Service) -> str:
    """What it costs, or how that is found out."""
    if one.price is None:
        return t(PRICE_KINDS[one.price_kind])
    amount = money_text(one.price)
    if one.price_kind == "from":
        return t("from {amount}", amount=amount)
    return t("{amount} an hour", amount=amount) if one.price_kind == "hourly" else amount


def deposit_text(one: Service) -> str:
    """What is asked in advance."""
    if one.deposit_kind == "none":
        return t(DEPOSIT_KINDS["none"])
    if one.deposit_kind == "percent":
        said = t("{n} %", n=one.deposit_percent)
    else:
        said = money_text(one.deposit) if one.deposit else t("agreed each time")
    return t("{deposit}, once for the whole piece", deposit=said) if one.deposit_once else said


def age_text(one: Service) -> str:
    """From which age, or whose rules say so."""
    return str(one.minimum_age) if one.minimum_age else t("As the country's rules say")


def kind_text(one: Service, choices: Choices) -> str:
    """What its kind is called; the key where no room brings it any more."""
    return choices.kinds.get(one.kind, one.kind)


def artists_text(one: Service, choices: Choices) -> str:
    """Everybody, or the names."""
    if one.everybody:
        return t("Everybody")
    return ", ".join(name_of(artist.artist_id, choices) for artist in one.artists)


def own_text(minutes: int | None, price: Money | None) -> str:
    """What differs for one person."""
    return " · ".join(filter(None, (minutes_text(minutes) if minutes else "", money_text(price) if price else "")))


def name_of(artist_id: UUID, choices: Choices) -> str:
    return choices.names.get(artist_id, t("somebody"))


def days_text(days: int) -> str:
    return nt("{n} day", "{n} days", days) if days else ""


def field_text(field: str, value: Any, choices: Choices) -> str:
    """Any field of a service as people read it."""
    if value is None or value == "" or value == []:
        return ""
    if isinstance(value, bool):
        return t("Yes") if value else t("No")
    if isinstance(value, Money):
        return money_text(value)
    if field == "artists":
        return ", ".join(name_of(one["artist_id"], choices) for one in value)
    words: Mapping[str, Mapping[str, str]] = {
        "kind": choices.kinds,
        "price_kind": {key: t(word) for key, word in PRICE_KINDS.items()},
        "deposit_kind": {key: t(word) for key, word in DEPOSIT_KINDS.items()},
        "consent_template": choices.consents,
        "aftercare": choices.aftercare,
    }
    return words.get(field, {}).get(value, str(value))
