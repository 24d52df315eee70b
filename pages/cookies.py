"""Our own cookies, named per listener: cookies ignore ports, so two listeners of one computer would share them."""

from __future__ import annotations

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from fastapi import Response

Scope = Mapping[str, Any]


def cookie_name(scope: Scope, use: str = "") -> str:
    """`linework_<port>` for the sign-in, `linework_<use>_<port>` for anything else."""
    server = scope.get("server") or ("", 0)
    return "_".join(part for part in ("linework", use, str(server[1])) if part)


def read_cookie(scope: Scope, use: str = "") -> str:
    """What the browser sent, or nothing."""
    wanted = cookie_name(scope, use)
    for key, value in scope.get("headers", ()):
        if key == b"cookie" and (found := _parsed(value.decode("latin-1")).get(wanted)):
            return str(found.value)
    return ""


def set_cookie(
    response: Response, scope: Scope, value: str, use: str = "", *, path: str = "/", seconds: int | None = None
) -> None:
    """HttpOnly, SameSite=Lax, and Secure where the listener speaks HTTPS."""
    response.set_cookie(
        cookie_name(scope, use),
        value,
        max_age=seconds,
        path=path,
        httponly=True,
        samesite="lax",
        secure=scope.get("scheme") in ("https", "wss"),
    )


def drop_cookie(response: Response, scope: Scope, use: str = "", *, path: str = "/") -> None:
    """Let the browser forget it."""
    response.delete_cookie(
        cookie_name(scope, use),
        path=path,
        httponly=True,
        samesite="lax",
        secure=scope.get("scheme") in ("https", "wss"),
    )


def _parsed(header: str) -> SimpleCookie:
    try:
        return SimpleCookie(header)
    except CookieError:
        return SimpleCookie()
