"""One signing, `/c/{token}`: the same pages on the studio's tablet, at the desk and on the client's own phone."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.clients.register import origin
from pages.consent.ceremony_page import FORM, KIOSK, draw
from pages.csrf import FormIsOld, check_form_token, form_token, keyed
from pages.forms import FormIsUnreadable
from pages.rendering import message, neutral
from studio.consent.actions import leave_ceremony, sign_ceremony
from studio.consent.queries import CeremonyState, ceremony_for_guest, ceremony_of_token
from studio.consent.refusals import CeremonyIsOver, TextHasChanged
from studio.kernel.actor import Actor
from studio.kernel.refusal import Missing, Refusal
from studio.kernel.text import speaking, t
from studio.kernel.work import ask, perform
from studio.staff.actions import open_guest_token
from studio.staff.refusals import TokenIsDead

SIGNED_FOR = 24 * 3600
ENDED = (CeremonyIsOver, TokenIsDead, Missing)
router = APIRouter()


@router.get("/c/{token}")
def show_ceremony(request: Request, token: str) -> Response:
    """The sheet to read and sign, while it is somebody's turn; else nothing of anybody."""
    state = ceremony_of_token(token)
    if state is None or not is_here(request, state):
        return nothing(request)
    with speaking(request.query_params.get("lang") or state.language):
        if not state.living:
            return thanks() if has_signed(request, token) else nothing(request)
        return open_sheet(request, token, state)


@router.post("/c/{token}")
async def send_ceremony(request: Request, token: str) -> Response:
    """What was signed, or that somebody left; anything to mend comes back by its field."""
    given = await read_json(request)
    return await run_in_threadpool(answer, request, token, given)


def open_sheet(request: Request, token: str, state: CeremonyState) -> Response:
    """The page; whoever opens it has an hour from now."""
    guest = state.actor(**origin(request))
    if not state.opened:
        perform(guest, open_guest_token, state.token_id)
    wished = request.query_params.get("lang", "") or state.language
    return draw(token, state, ask(guest, ceremony_for_guest, language=wished[:20]))


def answer(request: Request, token: str, given: dict[str, Any]) -> Response:
    """One thing the page sent, in a worker thread."""
    state = ceremony_of_token(token)
    if state is None or not is_here(request, state):
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
    perform(signer(request, state), sign_ceremony, state.id, payload)
    done = told({}, 200)
    if state.place != "tablet":
        cookies.set_cookie(done, request.scope, keyed("signed", token), "signed", path="/c", seconds=SIGNED_FOR)
    return done


def leave(request: Request, state: CeremonyState, given: dict[str, Any]) -> Response:
    """Somebody stopped, or nobody is at the tablet any more: it waits again, and the desk may send anew."""
    perform(signer(request, state), leave_ceremony, state.id, alone=bool(given.get("alone")))
    return told({}, 200)


def signer(request: Request, state: CeremonyState) -> Actor:
    """The studio's tablet where it was sent to one, else whoever holds the token."""
    actor = request.scope.get("linework.actor")
    if state.place == "tablet" and isinstance(actor, Actor):
        return actor
    return state.actor(**origin(request))


def is_here(request: Request, state: CeremonyState) -> bool:
    """What was sent to a tablet opens on that tablet alone."""
    return state.place != "tablet" or state.device_id == tablet_of(request)


def tablet_of(request: Request) -> object:
    """The paired tablet that asks, if it is one."""
    actor = request.scope.get("linework.actor")
    return actor.device_id if isinstance(actor, Actor) else None


def has_signed(request: Request, token: str) -> bool:
    """Whether this browser carries the mark of having signed this very ceremony."""
    mark = cookies.read_cookie(request.scope, "signed")
    return bool(mark) and mark == keyed("signed", token)


def thanks() -> Response:
    """To the phone that has signed."""
    return message(t("Thank you!"), t("Your consent is signed. You can put your phone away now."), done=True)


def nothing(request: Request) -> Response:
    """A tablet goes back to waiting; everybody else sees the neutral page."""
    if tablet_of(request):
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
