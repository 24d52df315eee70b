"""How the wizard looks: one step beside the list of all."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response

from pages import cookies
from pages.csrf import form_token
from pages.forms import Typed
from pages.rendering import render
from pages.staff.places import choices
from pages.staff.setup.draft import Draft
from pages.staff.setup.proposing import rules_of, shown, taxes_text, ways_offered
from pages.staff.setup.reading import ROLES_TO_GIVE, people_typed
from pages.staff.setup.steps import KEYS, STEPS, Step
from pages.upkeep.network_names import network_name
from studio.jurisdiction.shelf import shipped
from studio.jurisdiction.standing import name_of
from studio.kernel.house import house
from studio.kernel.text import t
from studio.staff.actions import Invited
from studio.staff.rules import SHORTEST
from studio.upkeep.lan import lan_addresses
from studio.upkeep.premises import DAYS, KNOWN_WAYS

MOST_PEOPLE = 30


@dataclass(frozen=True)
class Stop:
    """A line of the list at the side."""

    key: str
    title: str
    said: str
    state: str
    """`now`, `done`, `later`, `open` for one that was left unfinished, or nothing for one to come."""


def draw(
    request: Request,
    step: Step,
    draft: Draft,
    errors: Mapping[str, str] | None = None,
    said: str = "",
    status: int = 200,
) -> Response:
    """One step with what was typed and what to mend."""
    holder = cookies.read_cookie(request.scope, "door") or secrets.token_urlsafe(18)
    typed = shown(draft, step.key, request.headers.get("accept-language", ""))
    page = render(
        f"staff/setup/{step.key}.html",
        status,
        sheet="setup.css",
        step=step,
        number=KEYS.index(step.key) + 1,
        last=step is STEPS[-1],
        stops=stops(step, draft),
        fresh=step.key not in draft.typed,
        values=typed.first,
        errors=errors or {},
        said=said,
        form_token=form_token("setup", holder),
        **parts(step, draft, typed),
    )
    cookies.set_cookie(page, request.scope, holder, "door")
    return page


def draw_ready(invited: Sequence[Invited], to: str) -> Response:
    """The codes of the first people, to copy or print, and the way in."""
    return render("staff/setup/ready.html", sheet="setup.css", invited=invited, to=to, roles=house().rights.titles())


def stops(here: Step, draft: Draft) -> list[Stop]:
    """Every step as it stands."""
    return [Stop(one.key, t(one.title), _said(one, draft), _state(one, here, draft)) for one in STEPS]


def _state(one: Step, here: Step, draft: Draft) -> str:
    if one is here:
        return "now"
    if one.key in draft.later:
        return "later"
    if one.key in draft.done:
        return "done"
    return "open" if KEYS.index(one.key) <= draft.far else ""


def _said(one: Step, draft: Draft) -> str:
    if one.key in draft.later:
        return t("Later")
    return one.says(draft) if one.key in draft.typed else ""


def parts(step: Step, draft: Draft, typed: Typed) -> dict[str, Any]:
    """What one step shows besides what was typed."""
    made = PARTS.get(step.key)
    return made(draft, typed) if made else {}


def _place(_: Draft, __: Typed) -> dict[str, Any]:
    profiles = sorted(shipped().profiles.values(), key=lambda one: (bool(one.country), name_of(one).casefold()))
    rules = [(one.key, f"{name_of(one)} · {t('UNCHECKED')}" if one.unchecked else name_of(one)) for one in profiles]
    return {"choices": choices(), "taxes_text": taxes_text, "rules": rules, "rules_of": rules_of}


def _hours(_: Draft, __: Typed) -> dict[str, Any]:
    from babel.dates import get_day_names

    from components.app.moments import reading_locale

    names = get_day_names("wide", "stand-alone", locale=reading_locale())
    return {"days": {day: names[number].capitalize() for number, day in enumerate(DAYS)}}


def _payment(draft: Draft, typed: Typed) -> dict[str, Any]:
    ticked, offered = typed.all.get("way", []), ways_offered(draft.of("place").one("country"))
    ways = {key: t(words) for key, words in KNOWN_WAYS.items() if key in offered or key in ticked}
    return {"ways": ways, "ticked": ticked}


def _network(_: Draft, typed: Typed) -> dict[str, Any]:
    found = [(one.stored, f"{network_name(one)} · {one.ip}") for one in lan_addresses()]
    return {"networks": found, "ticked": typed.all.get("net", [])}


def _people(draft: Draft, typed: Typed) -> dict[str, Any]:
    rows = people_typed(draft) or [("", "", "artist")] * 3
    blank = not any(name or email for name, email, _ in rows[-1:])
    rows = rows if blank or len(rows) >= MOST_PEOPLE else [*rows, ("", "", "artist")]
    return {"rows": rows, "roles": {role: house().rights.title(role) for role in ROLES_TO_GIVE}}


PARTS = {
    "studio": lambda draft, _: {"logo_kept": draft.logo[:10]},
    "place": _place,
    "hours": _hours,
    "payment": _payment,
    "network": _network,
    "owner": lambda draft, _: {"shortest": SHORTEST, "password_kept": bool(draft.password_hash)},
    "people": _people,
}
