"""The first start: who the studio is, where it is, who owns it. One form, shown step by step where scripts run."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from random import Random
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.asking import zone
from pages.csrf import check_form_token, form_token
from pages.forms import Typed, read_form
from pages.rendering import neutral, render
from pages.staff.places import choices, likely_country, place_of
from pages.staff.sign_in import address, agent, welcome
from studio.extension.area import DemoPlan
from studio.extension.registry import registry
from studio.kernel.actor import CONSOLE, verified
from studio.kernel.house import house
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.text import language, t
from studio.kernel.work import perform
from studio.staff.actions import fill_account, open_sign_in, set_up_studio
from studio.staff.models import User
from studio.staff.queries import studio_is_empty
from studio.staff.refusals import AlreadySetUp, PasswordsDiffer
from studio.staff.rules import SHORTEST
from studio.upkeep import rules

router = APIRouter()
DEMO_CLIENTS, DEMO_YEARS, DEMO_SEED = 60, 2, 7


@router.get("/setup")
def show_setup(request: Request) -> Response:
    """The wizard, on an empty studio and at the desk only."""
    if zone(request) != "desk":
        return neutral()
    return draw(request, Typed()) if studio_is_empty() else RedirectResponse("/login", 303)


@router.post("/setup")
async def send_setup(request: Request) -> Response:
    """Set the studio up, sign its owner in, open the first page."""
    typed = await read_form(request)
    return await run_in_threadpool(answer, request, typed)


def answer(request: Request, typed: Typed) -> Response:
    """One try to set up, in a worker thread."""
    if zone(request) != "desk":
        return neutral()
    if not studio_is_empty():
        return RedirectResponse("/login", 303)
    try:
        check_form_token(typed.one("form_token"), "setup", cookies.read_cookie(request.scope, "door"))
        owner = perform(CONSOLE, set_up_studio, **read_studio(typed))
    except AlreadySetUp:
        return RedirectResponse("/login", 303)
    except Refusal as refusal:
        errors = {name.removeprefix("studio."): texts[0] for name, texts in refusal.fields.items()}
        return draw(request, typed, errors, refusal.text(), refusal.status)
    if typed.one("demo") == "yes":
        fill_with_demo(owner)
    return welcome(request, perform(verified(address=address(request), agent=agent(request)), open_sign_in, owner.id))


def read_studio(typed: Typed) -> dict[str, Any]:
    """What the verb takes. Raises Invalid that names every field to mend."""
    problems: dict[str, Refusal] = {}
    settings: dict[str, Any] = {"lan.enabled": typed.one("lan") == "yes"}
    for key, value in {"studio.name": typed.one("studio_name"), **where(typed)}.items():
        try:
            settings[key] = CHECKS[key](value)
        except Refusal as refusal:
            problems["studio_name" if key == "studio.name" else key.removeprefix("studio.")] = refusal
    account: dict[str, str] = {}
    try:
        account = fill_account(name=typed.one("name"), email=typed.one("email"), password=typed.one("password"))
    except Invalid as invalid:
        problems |= invalid.problems
    if typed.one("password") != typed.one("password_again"):
        problems.setdefault("password_again", PasswordsDiffer())
    if problems:
        raise Invalid(problems)
    return {"settings": settings, "language": language(), **account}


CHECKS = {
    "studio.name": rules.studio_name,
    "studio.country": rules.country,
    "studio.currency": rules.currency,
    "studio.locale": rules.locale,
    "studio.zone": rules.zone,
}


def where(typed: Typed) -> dict[str, str]:
    """Country, and what was chosen or is usual there."""
    usual = place_of(typed.one("country"))
    parts = {part: typed.one(part) or str(getattr(usual, part, "")) for part in ("currency", "locale", "zone")}
    return {
        "studio.country": typed.one("country"),
        **{f"studio.{part}": value for part, value in parts.items() if value or usual},
    }


def fill_with_demo(owner: User) -> None:
    """Made-up people in every room, so that there is something to look at."""
    plan = DemoPlan(clients=DEMO_CLIENTS, years=DEMO_YEARS, random=Random(DEMO_SEED), people={"owner": owner})  # noqa: S311  nothing secret
    for area in registry().areas.values():
        if area.demo is not None:
            area.demo(house(), plan)


def draw(
    request: Request, typed: Typed, errors: Mapping[str, str] | None = None, said: str = "", status: int = 200
) -> Response:
    """The wizard with what was typed and what to mend."""
    holder = cookies.read_cookie(request.scope, "door") or secrets.token_urlsafe(18)
    country = typed.one("country") or likely_country(request.headers.get("accept-language", ""))
    page = render(
        "staff/setup.html",
        status,
        sheet="desk.css",
        values=typed.first,
        errors=errors or {},
        said=said,
        form_token=form_token("setup", holder),
        choices=choices(),
        country=country,
        shortest=SHORTEST,
        say=sayings(),
    )
    cookies.set_cookie(page, request.scope, holder, "door")
    return page


def sayings() -> dict[str, str]:
    """What the script says while one types."""
    return {
        "next": t("Continue"),
        "change": t("Change"),
        "saved": "",
        "wrong": t("Please look at the marked fields."),
        "email": t("Write an e-mail address, like name@example.com."),
    }
