"""The end of the first start: everything typed becomes a studio, and its owner is signed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from fastapi import Request, Response

from pages import cookies
from pages.staff.door import address, agent, welcome
from pages.staff.setup.draft import Draft
from pages.staff.setup.drawing import draw, draw_ready
from pages.staff.setup.reading import Parts
from pages.staff.setup.steps import STEPS, Step
from studio.catalog.actions import fill_defaults
from studio.extension.area import DemoPlan
from studio.extension.registry import registry
from studio.jurisdiction.shelf import SETTING
from studio.kernel.actor import CONSOLE, verified
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import language
from studio.kernel.work import perform
from studio.staff.actions import finish_setup, open_sign_in
from studio.staff.models import User
from studio.upkeep.actions import change_setting

DEMO_CLIENTS, DEMO_YEARS, DEMO_SEED = 60, 2, 7
ACCOUNT = ("name", "email", "password_hash")


def finish(request: Request, draft: Draft, troubles: Callable[[Step, Draft], Mapping[str, Refusal]]) -> Response:
    """Set the studio up, or go to the first step that still wants something."""
    for step in STEPS:
        problems = troubles(step, draft) if step.key not in draft.later else {}
        if problems:
            return draw(request, step, draft, {name: one.text() for name, one in problems.items()}, status=422)
    parts, demo = gathered(draft), draft.of("data").one("demo") == "yes"
    rules = parts["settings"].pop(SETTING) if demo else ""  # made-up years have had rules of their own
    owner, invited = perform(CONSOLE, finish_setup, language=language(), **parts)
    if demo:
        fill_with_demo(owner)
        perform(CONSOLE, change_setting, SETTING, rules)
    elif draft.of("data").one("services") == "yes":
        perform(CONSOLE, fill_defaults, language())
    token = perform(verified(address=address(request), agent=agent(request)), open_sign_in, owner.id)
    to = "/clients/import" if "clients" not in draft.later and draft.of("clients").one("import") == "yes" else "/"
    if not invited:
        return welcome(request, token, to)
    page = draw_ready(invited, to)
    cookies.set_cookie(page, request.scope, token)
    cookies.drop_cookie(page, request.scope, "door")
    return page


def gathered(draft: Draft) -> Parts:
    """What the verb takes, from every step that was not put off."""
    parts: dict[str, Any] = {}
    for step in STEPS:
        if step.key not in draft.later:
            parts |= step.read(draft)
    account = {name: parts.pop(name) for name in ACCOUNT}
    people = parts.pop("people", [])
    return {"settings": parts, "people": people, **account}


def fill_with_demo(owner: User) -> None:
    """Made-up people in every room, so that there is something to look at."""
    plan = DemoPlan(clients=DEMO_CLIENTS, years=DEMO_YEARS, random=Random(DEMO_SEED), people={"owner": owner})  # noqa: S311  nothing secret
    for area in registry().areas.values():
        if area.demo is not None:
            area.demo(house(), plan)
