"""The registration form a guest fills in on their own phone, one page that also works without scripts."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, RedirectResponse

from pages import cookies
from pages.asking import origin, staff, tablet
from pages.clients.form_data import payload_of
from pages.clients.register_page import PURPOSE, draw, empty_form, form_id
from pages.clients.register_place import AT_THE_PHONE, HOME, KIOSK, Place, place_of
from pages.clients.rush import Kind, ManyAtOnce, too_many_now
from pages.csrf import FormIsOld, check_form_token, form_token, keyed
from pages.documents.paper_page import paper_for_guest
from pages.forms import Typed, read_form
from pages.rendering import message, neutral, render
from studio.clients.actions import leave_registration, submit_registration
from studio.clients.queries.invitations import invited_by
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
def show_form(request: Request, token: str, paper: str = "") -> Response:
    """The empty form; "thank you" to the phone that has sent it; the neutral page to everybody else.

    With `paper` it is one of the studio's papers that the form links to, while the form lives.
    """
    if not paper and already_sent(request, token):
        return thanks(request, token)
    guest, place = guest_of_token(token, PURPOSE), Place()
    if guest is not None:
        place = place_of(request, invited_by(guest.id))
    if guest is None or not guest.living or not place.is_here:
        return over(request, guest, place)
    if paper:
        return paper_for_guest(paper) or neutral()
    if not guest.opened:
        perform(guest.actor(**origin(request)), open_guest_token, guest.id)
    return empty_form(token, place)


@router.head("/r/{token}")
def look_whether_it_lives(request: Request, token: str) -> Response:
    """A tablet asks every few seconds whether the form is still its own: 204, or 404 once the desk took it back."""
    guest = guest_of_token(token, PURPOSE)
    lives = guest is not None and guest.living and place_of(request, invited_by(guest.id)).is_here
    return Response(status_code=204 if lives else 404, headers={"Cache-Control": "no-store"})


@router.post("/r/{token}")
async def send_form(request: Request, token: str) -> Response:
    """Take what was typed; anything to mend comes back beside its field, with everything still there."""
    typed = await read_form(request)
    waits = await too_many_now(request, Kind.FORMS) if typed.one("act") != "lang" else 0
    return later(request, token) if waits else await run_in_threadpool(answer, request, token, typed)


def answer(request: Request, token: str, typed: Typed) -> Response:
    """One sent form, in a worker thread."""
    if already_sent(request, token):
        return sent(request, token)
    guest = guest_of_token(token, PURPOSE)
    if guest is None or not (guest.living or guest.used):
        return gone(request)
    place = place_of(request, invited_by(guest.id))
    if not place.is_here:
        return gone(request)
    if typed.one("act") == "lang":
        with speaking(typed.one("lang")):
            return draw(token, typed, place) if guest.living else over(request, guest, place)
    if typed.one("act") == "leave" and place.kind == "tablet":
        return leave(request, guest, token, typed)
    try:
        check_form_token(typed.one("form_token"), PURPOSE, token)
        submit(request, guest, token, typed)
    except FormIsOld as refusal:
        return back(request, token, typed, refusal, place) if guest.living else gone(request)
    except TokenIsDead:  # its time ran out between our look and the act
        return gone(request)
    except Refusal as refusal:
        return back(request, token, typed, refusal, place)
    return sent(request, token, place)


def leave(request: Request, guest: GuestView, token: str, typed: Typed) -> Response:
    """Whoever held the tablet has stopped, or nobody is there any more."""
    try:
        check_form_token(typed.one("form_token"), PURPOSE, token)
        perform(guest.actor(**origin(request)), leave_registration, guest.id)
    except Refusal:
        pass  # it is over already: the tablet waits again all the same
    return on_to(request, KIOSK)


def later(request: Request, token: str) -> Response:
    """Nothing is looked at in the rush: the script sends it again by itself, and a page loaded anew does too."""
    rush = ManyAtOnce()
    wait = {"Retry-After": str(rush.retry_after), "Cache-Control": "no-store"}
    if wants_data(request):
        return JSONResponse({"detail": rush.text(), "form_token": form_token(PURPOSE, token)}, rush.status, wait)
    page = message(
        t("Many people are here just now"),
        t("Load this page again in a moment: what you typed is then sent once more. Or ask at the desk."),
        status=rush.status,
    )
    page.headers["Retry-After"] = wait["Retry-After"]
    return page


def submit(request: Request, guest: GuestView, token: str, typed: Typed) -> None:
    """Put the form into the inbox, once however often it arrives."""
    payload = payload_of(typed, language())
    perform(
        guest.actor(**origin(request)),
        submit_registration,
        guest.id,
        form_id(token),
        language(),
        payload,
        typed.one("papers"),
    )


def back(request: Request, token: str, typed: Typed, refusal: Refusal, place: Place = AT_THE_PHONE) -> Response:
    """The refusal, as a page with the form or as data for the script, with a fresh seal."""
    fields = refusal.fields
    if wants_data(request):
        body = {"detail": refusal.text(), "fields": fields, "form_token": form_token(PURPOSE, token)}
        wait = getattr(refusal, "retry_after", None)
        return JSONResponse(
            body, refusal.status, {"Cache-Control": "no-store", **({"Retry-After": str(wait)} if wait else {})}
        )
    errors = {name: texts[0] for name, texts in fields.items()}
    return draw(token, typed, place, errors, refusal.text(), refusal.status)


def sent(request: Request, token: str, place: Place = AT_THE_PHONE) -> Response:
    """It is in the inbox: this phone may see the thanks again for a day, a shared screen needs no mark."""
    done = on_to(request, f"{request.url.path}?lang={language()}")
    if place.kind != "tablet" and not already_sent(request, token):
        cookies.set_cookie(done, request.scope, keyed("sent", token), "sent", path="/r", seconds=SENT_FOR)
    return done


def on_to(request: Request, to: str) -> Response:
    """The script goes there, or the browser itself."""
    kept = {"Cache-Control": "no-store"}
    return JSONResponse({"next": to}, headers=kept) if wants_data(request) else RedirectResponse(to, 303, kept)


def thanks(request: Request, token: str) -> Response:
    """To the phone that has sent the form; at the desk with a way back to work."""
    title, kept = t("Thank you!"), t("The studio has your answers.")
    if staff(request) is not None:
        return message(title, kept, done=True, to=HOME, to_label=t("Back to the desk"))
    return message(title, kept, t("You can put your phone away now. The front desk goes on from here."), done=True)


def over(request: Request, guest: GuestView | None, place: Place) -> Response:
    """What there is to see of a form that is nobody's turn: a tablet thanks or waits again, the others see nothing."""
    if tablet(request) is None:
        return neutral()
    if guest is not None and guest.used and place.is_here and place.kind == "tablet" and not place.ended:
        return render("clients/tablet_thanks.html", home=KIOSK)
    return RedirectResponse(KIOSK, 303, {"Cache-Control": "no-store"})


def gone(request: Request) -> Response:
    """There is nothing more to send it to."""
    if wants_data(request):
        return JSONResponse({}, 404)
    return neutral() if tablet(request) is None else RedirectResponse(KIOSK, 303, {"Cache-Control": "no-store"})


def already_sent(request: Request, token: str) -> bool:
    """Whether this phone carries the mark of having sent this very form."""
    mark = cookies.read_cookie(request.scope, "sent")
    return bool(mark) and mark == keyed("sent", token)


def wants_data(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")
