"""A new password for whoever forgot theirs or is new: asked for by e-mail, chosen with a code."""

from __future__ import annotations

from fastapi import APIRouter, BackgroundTasks, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages.forms import Typed, read_form
from pages.staff.door import check_seal, draw, here, in_theme, welcome
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.messages.server import mail_server
from studio.staff.new_password import choose_password, may_ask, send_code
from studio.staff.refusals import PasswordsDiffer
from studio.staff.rules import SHORTEST
from studio.staff.sign_in import HalfWay, enter

router = APIRouter()


@router.get("/login/forgot")
def show_asking(request: Request) -> Response:
    """How one gets a code: by e-mail where the studio sends it, from the owner everywhere."""
    return draw_asking(request, Typed())


@router.post("/login/forgot")
async def send_asking(request: Request, after: BackgroundTasks) -> Response:
    """The same answer whether anybody has this address; the letter is written after it."""
    typed = await read_form(request)
    return await run_in_threadpool(ask, request, typed, after)


@router.get("/login/code")
def show_choosing(request: Request) -> Response:
    """E-mail, code, and the new password twice."""
    return draw_choosing(request, Typed())


@router.post("/login/code")
async def send_choosing(request: Request) -> Response:
    """Check the code, keep the new password, and go on as after any sign-in."""
    typed = await read_form(request)
    return await run_in_threadpool(choose, request, typed)


def ask(request: Request, typed: Typed, after: BackgroundTasks) -> Response:
    """One try to get a code, in a worker thread."""
    if mail_server(house()) is None:
        return draw_asking(request, typed)
    try:
        check_seal(request, typed)
        folded = may_ask(typed.one("email"), here(request))
    except Refusal as refusal:
        return draw_asking(request, typed, refusal)
    after.add_task(send_code, folded, here(request))
    page = draw_choosing(request, typed, sent=True)
    page.background = after
    return page


def choose(request: Request, typed: Typed) -> Response:
    """One try with a code, in a worker thread: hashing is slow on purpose. A second step is still asked for."""
    place, password = here(request), typed.one("password")
    try:
        check_seal(request, typed)
        if password != typed.one("password_again"):
            raise PasswordsDiffer("password_again")
        email = choose_password(typed.one("email"), typed.one("code"), password, place)
        token, actor = enter(email, password, place)
    except HalfWay:
        return RedirectResponse("/login?who=other", 303)
    except Refusal as refusal:
        return draw_choosing(request, typed, refusal)
    return welcome(request, token, in_theme(actor, "/"))


def draw_asking(request: Request, typed: Typed, refusal: Refusal | None = None) -> Response:
    """One field, or where to go instead."""
    return draw(request, "sign_in_ask.html", typed, refusal, mail=mail_server(house()) is not None)


def draw_choosing(request: Request, typed: Typed, refusal: Refusal | None = None, *, sent: bool = False) -> Response:
    """The form for a code."""
    return draw(request, "sign_in_code.html", typed, refusal, sent=sent, shortest=SHORTEST)
