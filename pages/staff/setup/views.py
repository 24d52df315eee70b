"""The first start as pages: on an empty studio, at the desk alone. Each step is stored when it is left."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, RedirectResponse

from pages import cookies
from pages.asking import zone
from pages.csrf import check_form_token
from pages.forms import Typed, read_form
from pages.rendering import message, neutral
from pages.staff.setup import reading
from pages.staff.setup.draft import Draft, read_draft
from pages.staff.setup.drawing import draw
from pages.staff.setup.finishing import finish
from pages.staff.setup.proposing import proposed
from pages.staff.setup.steps import KEYS, STEPS, Step, step_of
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES, language, speaking, t
from studio.staff.queries import studio_is_empty
from studio.staff.refusals import AlreadySetUp
from studio.upkeep.logo import keep_logo, logo_bytes

router = APIRouter()
SEAL = "setup"


@router.get("/setup")
def show_setup(request: Request) -> Response:
    """The wizard, where it was left."""
    return show_step(request, "")


@router.get("/setup/logo")
def show_logo(request: Request) -> Response:
    """The logo chosen so far, which is nobody's yet."""
    found = b"" if closed(request) else logo_bytes(house(), read_draft().logo)
    return Response(found, media_type="image/png", headers={"Cache-Control": "no-store"}) if found else neutral()


@router.post("/setup/logo")
async def send_logo(request: Request) -> Response:
    """A picture as the logo, or none; sent by the page's own script."""
    if shut := await run_in_threadpool(closed, request):
        return shut
    upload = await request.body()
    return await run_in_threadpool(take_logo, request, upload)


@router.get("/setup/{key}")
def show_step(request: Request, key: str) -> Response:
    """One step, if one has come so far."""
    if answer := closed(request):
        return answer
    draft = read_draft()
    step = step_of(key) if key else step_of(draft.at) or STEPS[0]
    if step is None:
        return neutral()
    if KEYS.index(step.key) > draft.far:
        return RedirectResponse("/setup", 303)
    with speaking(tongue(request, draft)):
        return draw(request, step, draft)


@router.post("/setup/{key}")
async def send_step(request: Request, key: str) -> Response:
    """What was typed at one step, and where to go from there."""
    typed = await read_form(request)
    return await run_in_threadpool(answer, request, key, typed)


def answer(request: Request, key: str, typed: Typed) -> Response:
    """Keep what was typed, then go where was wished; in a worker thread."""
    step = step_of(key)
    if shut := closed(request):
        return shut
    if step is None:
        return neutral()
    draft = read_draft()
    with speaking(tongue(request, draft)):
        try:
            check_form_token(typed.one("form_token"), SEAL, cookies.read_cookie(request.scope, "door"))
            return take(request, step, draft, typed)
        except AlreadySetUp:
            return gone()
        except Refusal as refusal:
            draft.take(step.key, step.fields, typed)
            return draw(request, step, draft, said=refusal.text(), status=refusal.status)


def take(request: Request, step: Step, draft: Draft, typed: Typed) -> Response:
    """One answer to one step."""
    wish = typed.one("go") or "next"
    draft.take(step.key, step.fields, proposed(draft, step.key, typed))
    wrong = reading.take_password(draft, typed.one("password"), typed.one("password_again"))
    problems = {**troubles(step, draft), **wrong}
    if wrong and "password" not in wrong:
        problems.pop("password", None)  # it was typed, and only differs
    draft.mark(step.key, done=not problems, later=wish == "later" and step.later)
    if typed.one("lang") in LANGUAGES:
        draft.language = typed.one("lang")
    if wish == "next" and problems:
        draft.keep()
        return draw(request, step, draft, {name: one.text() for name, one in problems.items()}, status=422)
    if wish == "next" and step is STEPS[-1]:
        draft.keep()
        return finish(request, draft, troubles)
    if wish == "more" and step.key == "people":
        one_more(draft)
    draft.at = whither(step, wish)
    draft.far = max(draft.far, KEYS.index(draft.at)) if wish in ("next", "later") else draft.far
    draft.keep()
    return Response(status_code=204) if wish == "keep" else RedirectResponse(f"/setup/{draft.at}", 303)


def one_more(draft: Draft) -> None:
    """Another line for a person."""
    for name, usual in (("person_name", ""), ("person_email", ""), ("person_role", "artist")):
        draft.typed["people"].setdefault(name, []).append(usual)


def whither(step: Step, wish: str) -> str:
    """The step that is wished for."""
    here = KEYS.index(step.key)
    moved = {"next": here + 1, "later": here + 1, "back": max(0, here - 1)}.get(wish, here)
    return wish if wish in KEYS else KEYS[min(moved, len(KEYS) - 1)]


def troubles(step: Step, draft: Draft) -> Mapping[str, Refusal]:
    """Field → what to mend there."""
    try:
        step.read(draft)
    except Refusal as refusal:
        return getattr(refusal, "problems", {refusal.field or "": refusal})
    return {}


def take_logo(request: Request, upload: bytes) -> Response:
    """Look at the picture, draw it anew, keep it."""
    draft = read_draft()
    with speaking(tongue(request, draft)):
        try:
            seal = request.headers.get("x-form-token", "")
            check_form_token(seal, SEAL, cookies.read_cookie(request.scope, "door"))
            draft.logo = keep_logo(house(), upload) if upload else ""
            draft.keep()
        except Refusal as refusal:
            return JSONResponse({"detail": refusal.text()}, refusal.status)
    return JSONResponse({"logo": draft.logo[:10]})


def tongue(request: Request, draft: Draft) -> str:
    """What the address says, else what was chosen before, else what the browser likes."""
    return language() if "lang" in request.query_params else draft.language or language()


def closed(request: Request) -> Response | None:
    """For whom there is nothing here: everybody but the desk, and everybody once the studio is set up."""
    if zone(request) != "desk":
        return neutral()
    return None if studio_is_empty() else gone()


def gone() -> Response:
    """The studio is set up; who is here by an old window is led on."""
    return message(
        t("This studio is set up"),
        t("What you look for is in the settings, for the owner."),
        status=404,
        to="/login",
        to_label=t("Sign in"),
    )
