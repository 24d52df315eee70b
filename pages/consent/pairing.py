"""A tablet becomes one of the studio's by scanning a code, and stops being one for a staff password or PIN."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.asking import origin, tablet, zone
from pages.csrf import check_form_token, form_token
from pages.forms import Typed, read_form
from pages.rendering import message, neutral, render
from studio.kernel.refusal import Refusal, TooMany
from studio.kernel.text import t
from studio.kernel.work import perform
from studio.staff.actions import leave_device, open_guest_token, pair_device
from studio.staff.pins import prove_password_or_pin
from studio.staff.queries import guest_of_token
from studio.staff.refusals import TokenIsDead
from studio.staff.sign_in import Place

PURPOSE, COOKIE, LEAVE = "pair", "tablet", "leave kiosk"
REMEMBERED = 400 * 24 * 3600
"""Seconds a tablet stays paired without being seen: as long as browsers keep anything."""
router = APIRouter()


@router.get("/pair/{token}")
def show_pairing(request: Request, token: str) -> Response:
    """Asks what the tablet is called."""
    invited = guest_of_token(token, PURPOSE)
    if invited is None or not invited.living:
        return RedirectResponse("/kiosk", 303) if tablet(request) else neutral()
    if not invited.opened:
        perform(invited.actor(**origin(request)), open_guest_token, invited.id)
    return draw_pairing(token, Typed())


@router.post("/pair/{token}")
async def send_pairing(request: Request, token: str) -> Response:
    """Pair it, give it its cookie, and let it wait."""
    typed = await read_form(request)
    return await run_in_threadpool(pair, request, token, typed)


@router.get("/kiosk/leave")
def show_leaving(request: Request) -> Response:
    """Asks for a staff password or PIN."""
    return draw_leaving(request, Typed()) if tablet(request) else RedirectResponse("/kiosk", 303)


@router.post("/kiosk/leave")
async def send_leaving(request: Request) -> Response:
    """Check it; the tablet is then an ordinary one again."""
    typed = await read_form(request)
    return await run_in_threadpool(leave, request, typed)


def pair(request: Request, token: str, typed: Typed) -> Response:
    """One tablet, in a worker thread."""
    invited = guest_of_token(token, PURPOSE)
    if invited is None or not invited.living:
        return neutral()
    try:
        check_form_token(typed.one("form_token"), PURPOSE, token)
        secret, _ = perform(invited.actor(**origin(request)), pair_device, invited.id, typed.one("name"))
    except TokenIsDead:
        return neutral()
    except Refusal as refusal:
        return draw_pairing(token, typed, refusal)
    done = RedirectResponse("/kiosk", 303)
    cookies.set_cookie(done, request.scope, secret, COOKIE, seconds=REMEMBERED)
    cookies.drop_cookie(done, request.scope)  # a tablet that clients hold is signed in as nobody
    return done


def leave(request: Request, typed: Typed) -> Response:
    """One try, in a worker thread: comparing passwords is slow on purpose."""
    actor = tablet(request)
    if actor is None:
        return RedirectResponse("/kiosk", 303)
    try:
        check_form_token(typed.one("form_token"), LEAVE, str(actor.device_id))
        by = prove_password_or_pin(typed.one("email"), typed.one("password"), place_of(request))
        perform(actor, leave_device, by)
    except TooMany as refusal:
        page = draw_leaving(request, typed, refusal)
        page.headers["Retry-After"] = str(refusal.retry_after)
        return page
    except Refusal as refusal:
        return draw_leaving(request, typed, refusal)
    done = message(
        t("This tablet is an ordinary one again"),
        t("To let clients sign on it, pair it anew in the settings."),
        done=True,
    )
    cookies.drop_cookie(done, request.scope, COOKIE)
    return done


def draw_pairing(token: str, typed: Typed, refusal: Refusal | None = None) -> Response:
    """The page with its one field."""
    return _draw(
        typed,
        refusal,
        title=t("Make this the studio's tablet"),
        lines=(
            t("It then waits for signings, shows one at a time, and nothing else."),
            t("Whoever is signed in here is signed out."),
        ),
        action=f"/pair/{token}",
        button=t("Pair this tablet"),
        form_token=form_token(PURPOSE, token),
        leaving=False,
    )


def draw_leaving(request: Request, typed: Typed, refusal: Refusal | None = None) -> Response:
    """The page with e-mail and password or PIN."""
    actor = tablet(request)
    return _draw(
        typed,
        refusal,
        title=t("Staff only"),
        lines=(t("With a staff password or PIN this stops being the studio's tablet."),),
        action="/kiosk/leave",
        button=t("Leave the waiting screen"),
        form_token=form_token(LEAVE, str(actor.device_id if actor else "")),
        leaving=True,
    )


def _draw(typed: Typed, refusal: Refusal | None, **shown: object) -> Response:
    errors = {name: texts[0] for name, texts in refusal.fields.items()} if refusal else {}
    said = refusal.text() if refusal and not errors else ""
    status = refusal.status if refusal else 200
    values = {name: value for name, value in typed.first.items() if name != "password"}
    return render("consent/pair.html", status, sheet="desk.css", values=values, errors=errors, said=said, **shown)


def place_of(request: Request) -> Place:
    """Where somebody is about to say a password or PIN: at a tablet of the studio."""
    asks = origin(request)
    return Place(zone(request), asks["address"], asks["agent"])
