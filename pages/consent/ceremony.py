"""One signing, `/c/{token}`: the same pages on the studio's tablet, at the desk and on the client's own phone."""

from __future__ import annotations

import hmac
import json
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.asking import origin, staff, tablet
from pages.consent.at_the_end import sheet_to_take
from pages.consent.ceremony_page import FORM, KIOSK, draw
from pages.consent.ceremony_photos import heard, made_ready, unsealed
from pages.consent.guardian import GUARDIAN, leave_as_guardian, next_turn, open_guardian, sign_as_guardian
from pages.csrf import FormIsOld, check_form_token, form_token, keyed
from pages.documents.paper_page import paper_for_guest
from pages.forms import FormIsUnreadable
from pages.rendering import message, neutral
from studio.consent.actions import leave_ceremony, sign_ceremony
from studio.consent.queries import CeremonyState, ceremony_for_guest, ceremony_of_token
from studio.consent.refusals import CeremonyIsOver, TextHasChanged
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Missing, Refusal
from studio.kernel.text import speaking, t
from studio.kernel.work import ask, perform
from studio.staff.actions import open_guest_token
from studio.staff.refusals import TokenIsDead

SIGNED_FOR = 24 * 3600
HOLDER, HELD_FOR = "signing", 24 * 3600
"""The mark of the one browser that opened it first, and the seconds it keeps it."""
READ_ANSWERS = "clients.health.see"
ENDED = (CeremonyIsOver, TokenIsDead, Missing)
router = APIRouter()


@router.get("/c/{token}")
def show_ceremony(request: Request, token: str, paper: str = "") -> Response:
    """The sheet to read and sign, while it is somebody's turn; else nothing of anybody.

    With `paper` it is one of the studio's papers that the open sheet links to.
    """
    state = ceremony_of_token(token)
    if state is None or (state.opened and not is_here(request, token, state)):
        return nothing(request)
    with speaking(request.query_params.get("lang") or state.language):
        if not state.living:
            return thanks() if has_signed(request, state, state.who) else nothing(request)
        if paper and state.opened:
            return paper_for_guest(paper) or neutral()
        return open_sheet(request, token, state)


@router.head("/c/{token}")
def look_whether_it_lives(request: Request, token: str) -> Response:
    """A tablet asks every few seconds whether it may still show somebody's name: 204, or 404 once it is over."""
    state = ceremony_of_token(token)
    lives = state is not None and state.living and is_here(request, token, state)
    return Response(status_code=204 if lives else 404, headers={"Cache-Control": "no-store"})


@router.post("/c/{token}")
async def send_ceremony(request: Request, token: str) -> Response:
    """What was signed, a photo for it, or that somebody left; anything to mend comes back by its field."""
    if await run_in_threadpool(ceremony_of_token, token) is None:
        return told({}, 404)
    if "x-block" in request.headers:
        return await take_photo(request, token)
    given = await read_json(request)
    return await run_in_threadpool(answer, request, token, given)


async def take_photo(request: Request, token: str) -> Response:
    """A photo, drawn anew and given back with its seal; it is kept once it is signed."""
    state = await run_in_threadpool(ceremony_of_token, token)
    if state is None or not state.living or not is_here(request, token, state):
        return told({}, 404)
    with speaking(state.language):
        try:
            check_form_token(request.headers.get("x-form-token", ""), FORM, token)
            data = await heard(request.stream())
            return told(await run_in_threadpool(made_ready, data, token), 200)
        except Refusal as refusal:
            return told({"detail": refusal.text()}, refusal.status)


def open_sheet(request: Request, token: str, state: CeremonyState) -> Response:
    """The page; whoever opens it has an hour from now, and nobody else opens it any more."""
    guest = state.actor(**origin(request))
    if not is_sent_here(request, state):
        return nothing(request)
    if state.elsewhere and has_signed(request, state, "client"):
        return own_phone()
    if not state.opened and not perform(guest, open_guest_token, state.token_id):
        return nothing(request)  # somebody was quicker by a moment
    page = open_guardian(token, state, guest) if state.who == GUARDIAN else open_client(request, token, state, guest)
    mark = holder(token)
    cookies.set_cookie(page, request.scope, mark, HOLDER, path=f"/c/{token}", seconds=HELD_FOR)
    return page


def open_client(request: Request, token: str, state: CeremonyState, guest: Actor) -> Response:
    """The sheet with what is on file, in the language asked for."""
    wished = request.query_params.get("lang", "") or state.language
    sheet = ask(guest, ceremony_for_guest, language=wished[:20])
    return draw(token, state, sheet if may_read(request) else replace(sheet, answers={}))


def answer(request: Request, token: str, given: dict[str, Any]) -> Response:
    """One thing the page sent, in a worker thread."""
    state = ceremony_of_token(token)
    if state is None or not is_here(request, token, state):
        return told({}, 404)
    with speaking(str(given.get("language") or state.language)[:20]):
        try:
            check_form_token(str(given.get("form_token", "")), FORM, token)
            return leave(request, state, given) if given.get("act") == "leave" else sign(request, token, state, given)
        except TextHasChanged as refusal:
            return told({"detail": refusal.text(), "again": True}, refusal.status)
        except ENDED:
            return told({}, 404)
        except FormIsOld as refusal:
            return told({"detail": refusal.text(), "form_token": form_token(FORM, token)}, refusal.status)
        except Refusal as refusal:
            return told({"detail": refusal.text(), "fields": refusal.fields}, refusal.status)


def sign(request: Request, token: str, state: CeremonyState, given: dict[str, Any]) -> Response:
    """Keep it, once however often it arrives."""
    payload = {name: value for name, value in given.items() if name != "form_token"}
    if "photos" in payload:
        payload["photos"] = unsealed(payload["photos"], token)
    actor = signer(request, state)
    if state.who == GUARDIAN:
        sign_as_guardian(actor, state, payload)
        done = told(sheet_to_take(actor, state), 200)
    else:
        perform(actor, sign_ceremony, state.id, payload)
        done = told(next_turn(actor, state) or sheet_to_take(actor, state), 200)
    if state.place != "tablet":
        cookies.set_cookie(done, request.scope, mark_of(state, state.who), "signed", path="/c", seconds=SIGNED_FOR)
    return done


def leave(request: Request, state: CeremonyState, given: dict[str, Any]) -> Response:
    """Somebody stopped, or nobody is at the tablet any more: it waits again, and the desk may send anew."""
    if state.who == GUARDIAN:
        leave_as_guardian(signer(request, state), state)
        return told({}, 200)
    how = {name: bool(given.get(name)) for name in ("alone", "talk")}
    perform(signer(request, state), leave_ceremony, state.id, **how)
    return told({}, 200)


def signer(request: Request, state: CeremonyState) -> Actor:
    """The studio's tablet where it was sent to one, else whoever holds the token."""
    there = tablet(request) if state.place == "tablet" else None
    return there or state.actor(**origin(request))


def is_sent_here(request: Request, state: CeremonyState) -> bool:
    """What was sent to a tablet opens on that tablet alone."""
    asks = tablet(request)
    return state.place != "tablet" or (asks is not None and asks.device_id == state.device_id)


def is_here(request: Request, token: str, state: CeremonyState) -> bool:
    """Whether it is open in this very browser: the tablet it was sent to, else the first one that opened it."""
    if state.place == "tablet":
        return is_sent_here(request, state)
    return hmac.compare_digest(cookies.read_cookie(request.scope, HOLDER).encode(), holder(token).encode())


def holder(token: str) -> str:
    """What only the first browser is given."""
    return keyed("holds signing", token)


def may_read(request: Request) -> bool:
    """A desk whose person may not read health answers shows none: the client gives them anew."""
    person = staff(request)
    return person is None or may(person, READ_ANSWERS, house().rights)


def has_signed(request: Request, state: CeremonyState, who: str) -> bool:
    """Whether this browser carries the mark of having signed this very ceremony, as the client or as the guardian."""
    mark = cookies.read_cookie(request.scope, "signed")
    return hmac.compare_digest(mark.encode(), mark_of(state, who).encode())


def mark_of(state: CeremonyState, who: str) -> str:
    """What a browser keeps for a day once somebody has signed in it."""
    return keyed("signed", f"{who} {state.id}")


def own_phone() -> Response:
    """To a browser the minor signed in, when it opens the link of a guardian who signs elsewhere."""
    line = t("The client signed in this browser. The guardian opens the link on a phone of their own.")
    return message(t("This link is for the guardian"), line, status=409)


def thanks() -> Response:
    """To the phone that has signed."""
    return message(t("Thank you!"), t("Your consent is signed. You can put your phone away now."), done=True)


def nothing(request: Request) -> Response:
    """A tablet goes back to waiting; everybody else sees the neutral page."""
    if tablet(request):
        return RedirectResponse(KIOSK, 303, {"Cache-Control": "no-store"})
    return neutral()


async def read_json(request: Request) -> dict[str, Any]:
    """An object of JSON. Raises FormIsUnreadable."""
    try:
        found = json.loads(await request.body(), parse_constant=_not_a_number)
    except (ValueError, RecursionError):
        raise FormIsUnreadable from None
    if not isinstance(found, dict) or not request.headers.get("content-type", "").startswith("application/json"):
        raise FormIsUnreadable
    return found


def told(body: dict[str, Any], status: int) -> Response:
    text = json.dumps(body)  # in plain letters: names of fields come back as sent, and may hold what UTF-8 cannot
    return Response(text, status, {"Cache-Control": "no-store"}, media_type="application/json")


def _not_a_number(word: str) -> float:
    raise ValueError(word)
