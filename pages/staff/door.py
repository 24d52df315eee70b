"""What every page of signing in shares: its frame, its seal, its cookies, and where somebody stands."""

from __future__ import annotations

import secrets
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from pages import cookies
from pages.asking import zone
from pages.csrf import check_form_token, form_token
from pages.forms import Typed
from pages.rendering import render
from studio.kernel.actor import Actor
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.kernel.work import ask
from studio.staff.queries import user_by_id
from studio.staff.queries.desks import Desk, Waiting, desk_of_token, waiting_with
from studio.staff.sign_in import Place

SEAL, HOLDER, DESK = "login", "door", "desk"
HIDDEN = ("password", "pin", "code", "form_token")


def here(request: Request) -> Place:
    """Where this browser stands; the shared desk is known by its own cookie."""
    desk = desk_here(request)
    waits = waiting_here(request) if desk else None
    at, before = desk.id if desk else None, waits.session_id if waits else None
    return Place(zone(request), address(request), agent(request), at, before)


def desk_here(request: Request) -> Desk | None:
    """The shared desk this browser is, if staff marked it as one."""
    return desk_of_token(cookies.read_cookie(request.scope, DESK))


def waiting_here(request: Request) -> Waiting | None:
    """The sign-in of this browser, also while it is locked."""
    return waiting_with(cookies.read_cookie(request.scope))


def check_seal(request: Request, typed: Typed) -> None:
    """Raises FormIsOld for a form that is not ours."""
    check_form_token(typed.one("form_token"), SEAL, cookies.read_cookie(request.scope, HOLDER))


def draw(
    request: Request,
    template: str,
    typed: Typed | None = None,
    refusal: Refusal | None = None,
    *,
    sheet: str = "desk.css",
    **shown: object,
) -> Response:
    """A page of the door, with what was typed and what to mend, and a cookie of its own that the seal belongs to."""
    holder = cookies.read_cookie(request.scope, HOLDER) or secrets.token_urlsafe(18)
    place = (
        t("This computer only. No internet needed.")
        if zone(request) == "desk"
        else t("Only in the studio's own network. No internet needed.")
    )
    values = {name: value for name, value in (typed or Typed()).first.items() if name not in HIDDEN}
    page = render(
        f"staff/{template}",
        refusal.status if refusal else 200,
        sheet=sheet,
        values=values,
        said=refusal.text() if refusal else "",
        place=place,
        form_token=form_token(SEAL, holder),
        **shown,
    )
    if wait := getattr(refusal, "retry_after", None):
        page.headers["Retry-After"] = str(wait)
    cookies.set_cookie(page, request.scope, holder, HOLDER)
    return page


def welcome(request: Request, token: str, to: str = "/") -> Response:
    """Set the session cookie and go on."""
    done = RedirectResponse(to, 303)
    cookies.set_cookie(done, request.scope, token)
    cookies.drop_cookie(done, request.scope, HOLDER)
    return done


def in_theme(actor: Actor, to: str) -> str:
    """The address with the theme this person chose, for the script that dresses the page; theirs on every device."""
    theme = ask(actor, user_by_id, actor.id).theme if actor.id else ""
    return f"{to}#theme={theme}" if theme and "#" not in to else to


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
