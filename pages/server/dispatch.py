"""Which of the two applications an address belongs to."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from starlette.routing import Match
from starlette.types import ASGIApp

PLAIN_ONLY = frozenset(
    {"api", "static", "healthz", "login", "logout", "setup", "r", "c", "d", "join", "pair", "install", "feed"}
    | {"incidents"}
)
"""First parts of a path that never are NiceGUI's, whether or not the plain app knows what follows."""


class Dispatch:
    """Asks the plain app's routes; what it does not know is NiceGUI's."""

    def __init__(self, plain: ASGIApp) -> None:
        self._routes: list[Any] = getattr(getattr(plain, "router", None), "routes", [])
        self.is_plain = lru_cache(4096)(self._is_plain)

    def _is_plain(self, path: str) -> bool:
        if path.split("/", 2)[1:2] and path.split("/", 2)[1] in PLAIN_ONLY:
            return True
        scope = {"type": "http", "path": path, "method": "GET", "root_path": "", "headers": []}
        return any(route.matches(scope)[0] is not Match.NONE for route in self._routes)
