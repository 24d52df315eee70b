"""Signing in and out: plain forms, since only a plain answer can set a cookie."""

from __future__ import annotations

from contextlib import suppress

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from components.app.moments import show_time
from pages import cookies
from pages.asking import staff, zone
from pages.csrf import check_form_token
from pages.forms import Typed, read_form
from pages.staff import sign_in_code, sign_in_desk, sign_in_lock
from pages.staff.door import (
    address,
    agent,
    check_seal,
    desk_here,
    draw,
    here,
    in_theme,
    safe_next,
    waiting_here,
    welcome,
)
from studio.kernel.house import house
from studio.kernel.refusal import Refusal, SignedOut
from studio.kernel.work import perform
from studio.staff.actions import end_sign_in, unlock_sign_in
from studio.staff.queries import studio_is_empty
from studio.staff.queries.desks import Waiting, faces_at
from studio.staff.sign_in import HalfWay, check_credentials, enter, finish_sign_in

__all__ = ["ROUTERS", "address", "agent", "router", "safe_next", "welcome"]

OTHER = "other"
router = APIRouter()
ROUTERS = (router, sign_in_code.router, sign_in_desk.router, sign_in_lock.router)


@router.get("/login")
def show_sign_in(request: Request, next: str = "", who: str = "", how: str = "") -> Response:  # noqa: A002  the name in the address
    """Who is at the desk? Who is signed in already goes on, an empty studio is set up first."""
    if studio_is_empty() and zone(request) == "desk":
        return RedirectResponse("/setup", 303)
    if request.scope.get("linework.actor") is not None:
        return RedirectResponse(safe_next(next), 303)
    return first_page(request, Typed({"next": [next], "who": [who], "how": [how]}))


@router.post("/login")
async def send_sign_in(request: Request) -> Response:
    """Check, set the cookie, go on. One answer for every kind of wrong."""
    typed = await read_form(request)
    return await run_in_threadpool(answer, request, typed)


@router.post("/login/step")
async def send_second_step(request: Request) -> Response:
    """The code of the app, for those whose password is not enough."""
    typed = await read_form(request)
    return await run_in_threadpool(finish, request, typed)


@router.post("/logout")
async def send_sign_out(request: Request) -> Response:
    """End this session."""
    typed = await read_form(request)
    return await run_in_threadpool(leave, request, typed)


def first_page(request: Request, typed: Typed, refusal: Refusal | None = None) -> Response:
    """Faces at a shared desk, the one whose screen is locked elsewhere, e-mail and password for everybody else."""
    who, desk, waits = typed.one("who"), desk_here(request), waiting_here(request)
    if desk and who != OTHER:
        faces = faces_at(desk)
        face = next((one for one in faces if str(one.user_id) == who), None)
        if face is None:
            return draw(request, "sign_in_desk.html", typed, refusal, desk=desk, faces=faces)
        pin = face.pin and typed.one("how") != "password"
        return draw(request, "sign_in_face.html", typed, refusal, face=face, pin=pin, locked=False)
    if waits and waits.locked and who != OTHER:
        return draw(request, "sign_in_face.html", typed, refusal, face=waits, pin=False, locked=True)
    return draw(request, "sign_in.html", typed, refusal)


def answer(request: Request, typed: Typed) -> Response:
    """One try to sign in, in a worker thread: comparing passwords is slow on purpose."""
    waits, place = waiting_here(request), here(request)
    try:
        check_seal(request, typed)
        email = named(request, typed, waits) or typed.one("email")
        if waits and waits.locked and email == waits.email:
            return wake(request, typed, waits)
        token, actor = enter(email, typed.one("password"), place)
    except HalfWay as half:
        return draw_step(request, Typed({"next": [typed.one("next")], "proof": [half.proof]}))
    except Refusal as refusal:
        return first_page(request, typed, refusal)
    return welcome(request, token, in_theme(actor, safe_next(typed.one("next"))))


def named(request: Request, typed: Typed, waits: Waiting | None) -> str:
    """The e-mail of whoever was chosen by name: at a shared desk, or of a screen that is locked."""
    desk, who = desk_here(request), typed.one("who")
    faces = [*(faces_at(desk) if desk else ()), *([waits] if waits else ())]
    return next((face.email for face in faces if str(face.user_id) == who), "")


def wake(request: Request, typed: Typed, waits: Waiting) -> Response:
    """Somebody is back at their own locked sign-in, with the password."""
    place = here(request)
    check_credentials(waits.email, typed.one("password"), place.guest(), zone=place.zone)
    perform(place.verified(), unlock_sign_in, waits.session_id)
    return RedirectResponse(safe_next(typed.one("next")), 303)


def finish(request: Request, typed: Typed) -> Response:
    """The second step, in a worker thread."""
    try:
        check_seal(request, typed)
        token, actor = finish_sign_in(typed.one("proof"), typed.one("code"), here(request))
    except Refusal as refusal:
        return draw_step(request, typed, refusal)
    return welcome(request, token, in_theme(actor, safe_next(typed.one("next"))))


def draw_step(request: Request, typed: Typed, refusal: Refusal | None = None) -> Response:
    """Asks for the code; says what time it is here, since a clock that is off is why codes are refused."""
    return draw(request, "sign_in_step.html", typed, refusal, clock=show_time(house().clock.now()))


def leave(request: Request, typed: Typed) -> Response:
    """Sign out here; the cookie goes in any case."""
    actor = staff(request)
    check_form_token(typed.one("form_token"), "session", cookies.read_cookie(request.scope))
    if actor is not None and actor.session_id is not None:
        with suppress(SignedOut):  # it may have ended by itself
            perform(actor, end_sign_in, actor.session_id)
    done = RedirectResponse("/login", 303)
    cookies.drop_cookie(done, request.scope)
    return done
