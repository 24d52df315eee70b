"""The poster at the door leads here: whoever scans it is handed a registration form of their own."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.asking import origin
from pages.clients.register_page import PURPOSE
from pages.clients.rush import Kind, too_many_now
from pages.csrf import FormIsOld, check_form_token, form_token
from pages.forms import Typed, read_form
from pages.rendering import message, neutral, render
from studio.clients.actions import join_by_poster
from studio.clients.poster import poster_hangs
from studio.clients.refusals import InboxIsFull
from studio.kernel.actor import guest
from studio.kernel.house import house
from studio.kernel.refusal import Missing
from studio.kernel.text import language, t
from studio.kernel.work import perform
from studio.staff.queries import guest_of_token

FORM, COOKIE, KEPT_FOR = "join", "joined", 3600
router = APIRouter()


@router.get("/join")
def show_door(request: Request, p: str = "") -> Response:
    """What the poster leads to; to a phone that has a form already, that form. Off, or renewed since: nothing."""
    if not poster_hangs(house(), p):
        return neutral()
    begun = cookies.read_cookie(request.scope, COOKIE)
    known = guest_of_token(begun, PURPOSE) if begun else None
    if known is not None and known.living:
        return on_to(f"/r/{begun}")
    return welcome(p)


@router.post("/join")
async def take_form(request: Request, p: str = "") -> Response:
    """Hand out one form, to each phone and to all of them only so often a minute."""
    typed = await read_form(request)
    if not poster_hangs(house(), p):
        return neutral()
    waits = await too_many_now(request, Kind.POSTER)
    return busy(p, waits) if waits else await run_in_threadpool(hand_out, request, p, typed)


def hand_out(request: Request, key: str, typed: Typed) -> Response:
    """One form, in a worker thread."""
    try:
        check_form_token(typed.one("form_token"), FORM, holder(key))
        token, _ = perform(guest(None, **origin(request)), join_by_poster, key)
    except FormIsOld:
        return welcome(key)
    except Missing:
        return neutral()
    except InboxIsFull as full:
        return busy(key, full.retry_after)
    done = on_to(f"/r/{token}?lang={language()}")
    cookies.set_cookie(done, request.scope, token, COOKIE, path="/join", seconds=KEPT_FOR)
    return done


def welcome(key: str) -> Response:
    """The studio's name, what this is, and one button: nothing is made for a phone that only looks."""
    return render("clients/join.html", action=address(key), form_token=form_token(FORM, holder(key)))


def busy(key: str, seconds: int) -> Response:
    """Kind words, and a way to try again."""
    page = message(
        t("Many people are here just now"),
        t("Please try again in a minute, or ask at the desk. We are glad you are here."),
        status=429,
        to=address(key),
        to_label=t("Try again"),
    )
    page.headers["Retry-After"] = str(seconds)
    return page


def address(key: str) -> str:
    """Where this poster leads, in the language spoken now."""
    return "/join?" + urlencode({**({"p": key} if key else {}), "lang": language()})


def holder(key: str) -> str:
    return key or "first"


def on_to(place: str) -> Response:
    return RedirectResponse(place, 303, {"Cache-Control": "no-store"})
