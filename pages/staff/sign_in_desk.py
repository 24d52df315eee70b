"""A desk that several people share: marked by staff, it shows their names and takes their PIN."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.asking import staff
from pages.forms import Typed, read_form
from pages.staff.door import DESK, check_seal, desk_here, draw, here, in_theme, safe_next, waiting_here, welcome
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Denied, Refusal, SignedOut
from studio.kernel.work import perform
from studio.staff.actions import mark_desk, switch_sign_in, unlock_sign_in, unmark_desk
from studio.staff.pins import prove_pin
from studio.staff.queries import actor_of_session
from studio.staff.queries.desks import Desk, Face, faces_at

MANAGE = "staff.device.manage"
REMEMBERED = 400 * 24 * 3600
"""Seconds: as long as browsers keep anything."""
router = APIRouter()


@router.post("/login/pin")
async def send_pin(request: Request) -> Response:
    """Take up one's sign-in of today at this desk."""
    typed = await read_form(request)
    return await run_in_threadpool(step_up, request, typed)


@router.get("/login/desk")
def show_marking(request: Request) -> Response:
    """Explains what a shared desk is, and asks what this one is called."""
    return draw_marking(request, Typed())


@router.post("/login/desk")
async def send_marking(request: Request) -> Response:
    """Mark this browser, or make it an ordinary one again."""
    typed = await read_form(request)
    return await run_in_threadpool(mark, request, typed)


def step_up(request: Request, typed: Typed) -> Response:
    """One PIN, in a worker thread: comparing it is slow on purpose."""
    desk = desk_here(request)
    face = next((one for one in faces_at(desk) if str(one.user_id) == typed.one("who")), None) if desk else None
    if desk is None or face is None:
        return RedirectResponse("/login", 303)
    try:
        check_seal(request, typed)
        prove_pin(face.user_id, typed.one("pin"), here(request))
        return take_up(request, typed, desk, face)
    except Refusal as refusal:
        pin = next((one.pin for one in faces_at(desk) if one.user_id == face.user_id), False)
        return draw(request, "sign_in_face.html", typed, refusal, face=face, pin=pin, locked=False)


def take_up(request: Request, typed: Typed, desk: Desk, face: Face) -> Response:
    """The sign-in of this browser is woken where it is theirs; else theirs takes its place."""
    waits, place, to = waiting_here(request), here(request), safe_next(typed.one("next"))
    if waits and waits.user_id == face.user_id and waits.device_id == desk.id:
        perform(place.verified(), unlock_sign_in, waits.session_id)
        return RedirectResponse(to, 303)
    before = waits.session_id if waits else None
    token = perform(place.verified(), switch_sign_in, face.user_id, desk.id, before)
    actor = actor_of_session(token, address=place.address, agent=place.agent)
    if actor is None:
        raise SignedOut
    same = waits is None or waits.user_id == face.user_id
    return welcome(request, token, in_theme(actor, to if same else "/"))


def mark(request: Request, typed: Typed) -> Response:
    """One try, in a worker thread."""
    actor, desk = staff(request), desk_here(request)
    if actor is None:
        return RedirectResponse("/login", 303)
    try:
        check_seal(request, typed)
        if typed.one("end") and desk is not None:
            perform(actor, unmark_desk, desk.id)
            done: Response = RedirectResponse("/settings#desks", 303)
            cookies.drop_cookie(done, request.scope, DESK)
            return done
        token, _ = perform(actor, mark_desk, typed.one("name"))
    except Refusal as refusal:
        return draw_marking(request, typed, refusal)
    done = RedirectResponse("/settings#desks", 303)
    cookies.set_cookie(done, request.scope, token, DESK, seconds=REMEMBERED)
    return done


def draw_marking(request: Request, typed: Typed, refusal: Refusal | None = None) -> Response:
    """The page with its one field, for whoever may mark desks. Raises Denied for everybody else."""
    actor = staff(request)
    if actor is None:
        return RedirectResponse("/login?next=/login/desk", 303)
    if not may(actor, MANAGE, house().rights):
        raise Denied
    return draw(request, "sign_in_mark.html", typed, refusal, desk=desk_here(request))
