"""Locking a page and coming back to it: the cover over it sends these, so that what was typed stays."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, RedirectResponse

from pages import cookies
from pages.asking import staff
from pages.csrf import FormIsOld, check_form_token
from pages.forms import Typed, read_form
from pages.staff.door import desk_here, here, waiting_here
from pages.staff.present_password import PasswordIsAnother
from studio.kernel.refusal import Refusal, SignedOut
from studio.kernel.work import perform
from studio.staff.actions import lock_sign_in, unlock_sign_in
from studio.staff.pins import prove_pin
from studio.staff.queries.desks import Waiting, pin_of
from studio.staff.refusals import WrongPassword
from studio.staff.sign_in import check_credentials
from studio.staff.tries import MOST_PINS

SCOPE = "session"
router = APIRouter()


@router.get("/lock")
def still_here() -> Response:
    """Somebody is at this page: coming through the gate has noted it."""
    return Response(status_code=204)


@router.post("/lock")
async def send_lock(request: Request) -> Response:
    """Lock this sign-in: the page stays, covered."""
    typed = await read_form(request)
    return await run_in_threadpool(lock, request, typed)


@router.post("/login/unlock")
async def send_unlock(request: Request) -> Response:
    """PIN or password, from the cover of a page."""
    typed = await read_form(request)
    return await run_in_threadpool(unlock, request, typed)


def lock(request: Request, typed: Typed) -> Response:
    """In a worker thread."""
    actor = staff(request)
    check_form_token(typed.one("form_token"), SCOPE, cookies.read_cookie(request.scope))
    if actor is not None:
        perform(actor, lock_sign_in)
    by_script = "application/json" in request.headers.get("accept", "")
    return Response(status_code=204) if by_script else RedirectResponse("/login", 303)


def unlock(request: Request, typed: Typed) -> Response:
    """One try, in a worker thread; says what to ask for next."""
    waits = waiting_here(request)
    try:
        check_form_token(typed.one("form_token"), SCOPE, cookies.read_cookie(request.scope))
        if waits is None or str(waits.session_id) != typed.one("session"):
            raise SignedOut
        prove(request, typed, waits)
        perform(here(request).verified(), unlock_sign_in, waits.session_id)
    except Refusal as refusal:
        said: dict[str, Any] = {"said": refusal.text(), "pin": bool(waits and takes_pin(request, waits))}
        said["over"] = isinstance(refusal, SignedOut | FormIsOld)
        return JSONResponse(said, refusal.status)
    return JSONResponse({"said": ""})


def prove(request: Request, typed: Typed, waits: Waiting) -> None:
    """Raises what stands in the way. A PIN counts at the desk this sign-in happened at, and nowhere else."""
    place = here(request)
    if typed.one("pin") and takes_pin(request, waits):
        prove_pin(waits.user_id, typed.one("pin"), place)
    else:
        try:
            check_credentials(waits.email, typed.one("password"), place.guest(), zone=place.zone)
        except WrongPassword:  # nobody was asked for an e-mail here
            raise PasswordIsAnother from None


def takes_pin(request: Request, waits: Waiting) -> bool:
    """Whether a PIN will do here."""
    desk = desk_here(request)
    kept, tries = pin_of(waits.user_id)
    return desk is not None and desk.id == waits.device_id and bool(kept) and tries < MOST_PINS
