"""The registration form a guest fills in on their own phone, one page that also works without scripts."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, RedirectResponse

from pages import cookies
from pages.asking import origin
from pages.clients.form_data import check_birth_date, payload_of
from pages.clients.register_page import PURPOSE, draw, empty_form, form_id
from pages.clients.rush import Kind, ManyAtOnce, too_many_now
from pages.csrf import FormIsOld, check_form_token, form_token, keyed
from pages.forms import Typed, read_form
from pages.rendering import message, neutral
from studio.clients.actions import submit_registration
from studio.kernel.refusal import Refusal
from studio.kernel.text import language, speaking, t
from studio.kernel.work import perform
from studio.staff.actions import open_guest_token
from studio.staff.queries import guest_of_token
from studio.staff.queries.standing import GuestView
from studio.staff.refusals import TokenIsDead

SENT_FOR = 24 * 3600
router = APIRouter()


@router.get("/r/{token}")
def show_form(request: Request, token: str) -> Response:
    """The empty form; "thank you" to the phone that has sent it; the neutral page to everybody else."""
    if already_sent(request, token):
        return thanks(request, token)
    guest = open_form(request, token)
    return empty_form(token) if guest else neutral()


@router.post("/r/{token}")
async def send_form(request: Request, token: str) -> Response:
    """Take what was typed; anything to mend comes back beside its field, with everything still there."""
    typed = await read_form(request)
    waits = await too_many_now(request, Kind.FORMS) if typed.one("act") != "lang" else 0
    return await run_in_threadpool(later if waits else answer, request, token, typed)


def answer(request: Request, token: str, typed: Typed) -> Response:
    """One sent form, in a worker thread."""
    if already_sent(request, token):
        return sent(request, token)
    guest = guest_of_token(token, PURPOSE)
    if guest is None or not (guest.living or guest.used):
        return gone(request)
    if typed.one("act") == "lang":
        with speaking(typed.one("lang")):
            return draw(token, typed) if guest.living else neutral()
    try:
        check_form_token(typed.one("form_token"), PURPOSE, token)
        submit(request, guest, token, typed)
    except FormIsOld as refusal:
        return back(request, token, typed, refusal) if guest.living else gone(request)
    except TokenIsDead:  # its time ran out between our look and the act
        return gone(request)
    except Refusal as refusal:
        return back(request, token, typed, refusal)
    return sent(request, token)


def later(request: Request, token: str, typed: Typed) -> Response:
    """Nothing is looked at in the rush: the page keeps what was typed and sends it again by itself."""
    guest = None if wants_data(request) else guest_of_token(token, PURPOSE)
    if not wants_data(request) and (guest is None or not guest.living):
        return sent(request, token) if already_sent(request, token) else gone(request)
    return back(request, token, typed, ManyAtOnce())


def open_form(request: Request, token: str) -> GuestView | None:
    """The guest behind a living token, who from now on has time to fill it in."""
    guest = guest_of_token(token, PURPOSE)
    if guest is None or not guest.living:
        return None
    if not guest.opened:
        perform(guest.actor(**origin(request)), open_guest_token, guest.id)
    return guest


def submit(request: Request, guest: GuestView, token: str, typed: Typed) -> None:
    """Put the form into the inbox, once however often it arrives. A spent token means it is there already."""
    if guest.used:
        return
    payload = payload_of(typed, language())
    check_birth_date(payload)
    perform(guest.actor(**origin(request)), submit_registration, guest.id, form_id(token), language(), payload)


def back(request: Request, token: str, typed: Typed, refusal: Refusal) -> Response:
    """The refusal, as a page with the form or as data for the script, with a fresh seal."""
    fields = refusal.fields
    if wants_data(request):
        body = {"detail": refusal.text(), "fields": fields, "form_token": form_token(PURPOSE, token)}
        wait = getattr(refusal, "retry_after", None)
        return JSONResponse(
            body, refusal.status, {"Cache-Control": "no-store", **({"Retry-After": str(wait)} if wait else {})}
        )
    errors = {name: texts[0] for name, texts in fields.items()}
    return draw(token, typed, errors, refusal.text(), refusal.status)


def sent(request: Request, token: str) -> Response:
    """It is in the inbox: this phone may see the thanks again for a day."""
    to = f"{request.url.path}?lang={language()}"
    done: Response = JSONResponse({"next": to}) if wants_data(request) else RedirectResponse(to, 303)
    if not already_sent(request, token):
        cookies.set_cookie(done, request.scope, keyed("sent", token), "sent", path="/r", seconds=SENT_FOR)
    done.headers["Cache-Control"] = "no-store"
    return done


def thanks(request: Request, token: str) -> Response:
    """To the phone that has sent the form."""
    return message(
        t("Thank you!"),
        t("The studio has your answers."),
        t("You can put your phone away now. The front desk goes on from here."),
        done=True,
    )


def gone(request: Request) -> Response:
    return JSONResponse({}, 404) if wants_data(request) else neutral()


def already_sent(request: Request, token: str) -> bool:
    """Whether this phone carries the mark of having sent this very form."""
    mark = cookies.read_cookie(request.scope, "sent")
    return bool(mark) and mark == keyed("sent", token)


def wants_data(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")
