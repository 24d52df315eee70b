"""What the audit can be narrowed to, and how the address says it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from components.app.moments import here, now_here, reading_locale
from components.app.perform import look
from components.app.who import current_actor
from components.table import Filter, Wanted
from pages.upkeep.audit_words import GROUPS
from storage.folding import fold
from studio.clients.queries import find_clients
from studio.extension.registry import may
from studio.kernel.history import WITHOUT_NAME
from studio.kernel.house import house
from studio.kernel.text import N_, t
from studio.upkeep.seeking import FEW, Sought

DAYS: Mapping[str, tuple[str, int]] = {
    "today": (N_("Today"), 0),
    "week": (N_("Last 7 days"), 6),
    "month": (N_("Last 30 days"), 29),
}
MONTHS = 12


def filters(people: Mapping[str, str], began: datetime | None) -> list[Filter]:
    """Who, what about, when; the text is the table's own search."""
    kinds = {"person": N_("People"), **WITHOUT_NAME}
    who = {"": t("Everybody")} | dict(people) | {kind: t(word) for kind, word in kinds.items()}
    groups = {"": t("Everything")} | {_short(starts): t(word) for starts, word in GROUPS.items()}
    periods = {"": t("Always")} | {key: t(word) for key, (word, _) in DAYS.items()} | months(began)
    return [Filter("who", t("Who"), who), Filter("group", t("About"), groups), Filter("period", t("When"), periods)]


def months(began: datetime | None) -> dict[str, str]:
    """The last months in which anything can have happened, and the years before them."""
    from babel.dates import format_skeleton

    today = now_here().date()
    first = here(began).date() if began else today
    found: dict[str, str] = {}
    day = today.replace(day=1)
    while len(found) < MONTHS and day >= first.replace(day=1):
        found[f"{day:%Y-%m}"] = str(format_skeleton("yMMMM", day, locale=reading_locale()))
        day = (day - timedelta(days=1)).replace(day=1)
    return found | {str(year): str(year) for year in range(today.year, first.year - 1, -1)}


async def sought(wanted: Wanted, subject: str) -> Sought:
    """The question, with the people and clients whose names the text may mean."""
    asked = wanted.filters
    since, until = bounds(asked.get("period", ""))
    group = next((starts for starts in GROUPS if _short(starts) == asked.get("group")), "")
    named = await _named(wanted.q) if wanted.q.strip() else ()
    return Sought(asked.get("who", ""), group, subject, wanted.q, named, since, until)


def bounds(period: str) -> tuple[datetime | None, datetime | None]:
    """From when until when, on the studio's wall."""
    today = now_here().date()
    if period in DAYS:
        return _midnight(today - timedelta(days=DAYS[period][1])), None
    year, _, month = period.partition("-")
    if not year.isdigit():
        return None, None
    if not month:
        return _midnight(date(int(year), 1, 1)), _midnight(date(int(year) + 1, 1, 1))
    first = date(int(year), int(month), 1)
    return _midnight(first), _midnight((first + timedelta(days=32)).replace(day=1))


async def _named(text: str) -> tuple[UUID, ...]:
    from studio.upkeep.queries import who_acted

    told = fold(text.strip())
    people = [UUID(one) for one, name in (await look(who_acted)).items() if told in fold(name)]
    clients = []
    if may(current_actor(), "clients.client.see", house().rights):
        clients = [hit.id for hit in await look(find_clients, text, FEW)]
    return (*people, *clients)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(house().settings["studio.zone"]))


def _short(starts: str) -> str:
    """A group by the first of its beginnings, which is short enough for an address."""
    return starts.split()[0].rstrip(".")
