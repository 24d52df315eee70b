"""Signing in and out: plain forms, since only a plain answer can set a cookie."""

from __future__ import annotations

import secrets
from contextlib import suppress
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.asking import zone
from pages.csrf import check_form_token, form_token
from pages.forms import Typed, read_form
from pages.rendering import render
from studio.kernel.actor import Actor
from studio.kernel.refusal import Refusal, SignedOut, TooMany
from studio.kernel.text import t
from studio.kernel.work import ask, perform
from studio.staff.actions import end_sign_in
from studio.staff.queries import studio_is_empty, user_by_id
from studio.staff.sign_in import sign_in

router = APIRouter()


@router.get("/login")
def show_sign_in(request: Request, next: str = "") -> Response:  # noqa: A002  the name in the address
    """E-mail and password; who is signed in already goes on, an empty studio is set up first."""
    if studio_is_empty() and zone(request) == "desk":
        return RedirectResponse("/setup", 303)
    if request.scope.get("linework.actor") is not None:
        return RedirectResponse(safe_next(next), 303)
    return draw(request, Typed({"next": [next]}))


@router.post("/login")
async def send_sign_in(request: Request) -> Response:
    """Check, set the cookie, go on. One answer for every kind of wrong."""
    typed = await read_form(request)
    return await run_in_threadpool(answer, request, typed)


@router.post("/logout")
async def send_sign_out(request: Request) -> Response:
    """End this session."""
    typed = await read_form(request)
    return await run_in_threadpool(leave, request, typed)


def answer(request: Request, typed: Typed) -> Response:
    """One try to sign in, in a worker thread: comparing passwords is slow on purpose."""
    try:
        check_form_token(typed.one("form_token"), "login", cookies.read_cookie(request.scope, "door"))
        token, actor = sign_in(
            typed.one("email"),
            typed.one("password"),
            zone=zone(request),
            address=address(request),
            agent=agent(request),
        )
    except TooMany as refusal:
        page = draw(request, typed, refusal.text(), 429)
        page.headers["Retry-After"] = str(refusal.retry_after)
        return page
    except Refusal as refusal:
        return draw(request, typed, refusal.text(), refusal.status)
    return welcome(request, token, in_theme(actor, safe_next(typed.one("next"))))


def leave(request: Request, typed: Typed) -> Response:
    """Sign out here; the cookie goes in any case."""
    actor = request.scope.get("linework.actor")
    check_form_token(typed.one("form_token"), "session", cookies.read_cookie(request.scope))
    if isinstance(actor, Actor) and actor.session_id is not None:
        with suppress(SignedOut):  # it may have ended by itself
            perform(actor, end_sign_in, actor.session_id)
    done = RedirectResponse("/login", 303)
    cookies.drop_cookie(done, request.scope)
    return done


def welcome(request: Request, token: str, to: str = "/") -> Response:
    """Set the session cookie and go on."""
    done = RedirectResponse(to, 303)
    cookies.set_cookie(done, request.scope, token)
    cookies.drop_cookie(done, request.scope, "door")
    return done


def in_theme(actor: Actor, to: str) -> str:
    """The address with the theme this person chose, for the script that dresses the page; theirs on every device."""
    theme = ask(actor, user_by_id, actor.id).theme if actor.id else ""
    return f"{to}#theme={theme}" if theme and "#" not in to else to


def draw(request: Request, typed: Typed, said: str = "", status: int = 200) -> Response:
    """The page, with a cookie of its own that the form's seal belongs to."""
    holder = cookies.read_cookie(request.scope, "door") or secrets.token_urlsafe(18)
    place = (
        t("This computer only. No internet needed.")
        if zone(request) == "desk"
        else t("Only in the studio's own network. No internet needed.")
    )
    page = render(
        "staff/sign_in.html",
        status,
        sheet="desk.css",
        values=typed.first,
        said=said,
        place=place,
        form_token=form_token("login", holder),
    )
    cookies.set_cookie(page, request.scope, holder, "door")
    return page


def safe_next(to: str) -> str:
    """A path of our own, or the start page: no other house, no trick with slashes or control characters."""
    parts = urlsplit(to) if to.isprintable() else None
    ours = (
        parts is not None
        and not parts.scheme
        and not parts.netloc
        and to.startswith("/")
        and "\\" not in to
        and not to.startswith("//")
    )
    return to if ours and to.split("?")[0] not in ("/login", "/logout", "/setup") else "/"


def address(request: Request) -> str:
    return request.client.host if request.client else ""


def agent(request: Request) -> str:
    return request.headers.get("user-agent", "")[:200]
