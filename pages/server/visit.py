"""A visit: what the gate needs to know of one request, read once."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.types import Scope

from pages.server.door import Door

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
SOCKET = "/_nicegui_ws"
_FORWARDED = (b"x-forwarded", b"forwarded")


class Visit:
    """One request at the gate. Headers a proxy might have set are dropped: nobody here believes them."""

    def __init__(self, scope: Scope) -> None:
        scope["headers"] = [pair for pair in scope["headers"] if not pair[0].startswith(_FORWARDED)]
        self._said: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            self._said[name] = value if self._said.get(name, value) == value else b""
        self.scope = scope
        self.path: str = scope["path"]
        self.method: str = scope.get("method", "GET")
        self.is_websocket = scope["type"] == "websocket"
        self.door: Door = scope["linework.door"]
        self.address: str = scope["client"][0] if scope.get("client") else ""

    def header(self, name: bytes) -> str:
        """The value of a header; empty when absent or said more than once with different words."""
        return self._said.get(name, b"").decode("latin-1")

    def says(self, name: bytes) -> bool:
        return name in self._said

    @property
    def is_loopback(self) -> bool:
        return self.address in {"127.0.0.1", "::1"}

    @property
    def is_transport(self) -> bool:
        """Whether this carries events of an open page, by websocket or by polling."""
        return self.is_websocket or self.path.startswith(SOCKET)

    @property
    def is_page(self) -> bool:
        """Whether a person may have opened this address; NiceGUI's own files and icons are no pages."""
        return self.method in {"GET", "HEAD"} and not self.path.startswith(("/_nicegui", "/favicon"))

    @property
    def full_path(self) -> str:
        """Path and query, as an address of ours and of no other house."""
        query = self.scope.get("query_string", b"").decode("latin-1")
        path = "/" + self.path.lstrip("/\\")
        return f"{path}?{query}" if query else path

    @property
    def segment(self) -> str:
        """The first part of the path."""
        return self.path.split("/", 2)[1] if self.path.startswith("/") else ""

    def cookie(self, name: str) -> str:
        """The value of a cookie, or nothing."""
        for chunk in self.header(b"cookie").split(";"):
            key, _, value = chunk.strip().partition("=")
            if key == name:
                return value
        return ""

    def bearer(self) -> str:
        """The token of an Authorization header, or nothing."""
        scheme, _, token = self.header(b"authorization").partition(" ")
        return token.strip() if scheme.lower() == "bearer" else ""

    def knows_host(self) -> bool:
        return self.header(b"host").lower() in self.door.hosts

    def comes_from_here(self) -> bool:
        """Whether a changing request or a page's event was sent by our own page, as far as a browser tells."""
        site = self.header(b"sec-fetch-site")
        if site and site not in {"same-origin", "none"}:
            return False
        origin = self.header(b"origin")
        if origin == "null":
            return self._is_own_form(site)
        if self.says(b"origin"):
            return origin.lower() in self.door.origins
        if self.is_websocket:
            return False
        return self._referrer_is_ours()

    def _is_own_form(self, site: str) -> bool:
        """A form on a page with no-referrer says `null`. The browser vouches for it where the connection is trusted;
        elsewhere only signing out passes, whose own seal is checked behind the gate."""
        if self.is_transport or not self.header(b"content-type").startswith("application/x-www-form-urlencoded"):
            return False
        return site == "same-origin" or (not site and self.path == "/logout")

    def _referrer_is_ours(self) -> bool:
        if not self.says(b"referer"):
            return True
        parts = urlsplit(self.header(b"referer"))
        return f"{parts.scheme}://{parts.netloc}".lower() in self.door.origins
