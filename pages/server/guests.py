"""Who may come in without signing in, as `guest_routes.toml` lists it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).parent.parent / "guest_routes.toml"
_PARTS = {
    "token": "[A-Za-z0-9_-]{1,200}",
    "file": "[a-z0-9][a-z0-9._-]{0,100}",
    "stamp": "[0-9a-f]{10}",
    "rest": r"[A-Za-z0-9@_-][A-Za-z0-9@._-]*(?:/[A-Za-z0-9@_-][A-Za-z0-9@._-]*){0,12}/?",
}


@dataclass(frozen=True)
class OpenRoute:
    """One address open without a session, and for which methods."""

    path: str
    methods: frozenset[str]
    counts_per: str
    pattern: re.Pattern[str]

    def token(self, path: str) -> str:
        """The token in this path, when the route has one."""
        match = self.pattern.fullmatch(path)
        return match.groupdict().get("token", "") if match else ""


@dataclass(frozen=True)
class OpenRoutes:
    """Open routes by who they are meant for."""

    guest: tuple[OpenRoute, ...]
    staff: tuple[OpenRoute, ...]
    desk: tuple[OpenRoute, ...]
    kiosk: tuple[OpenRoute, ...] = ()

    def find(self, path: str, method: str, *groups: str) -> OpenRoute | None:
        """The open route this request means, in the given groups."""
        for route in (route for group in groups for route in self._of(group)):
            if method in route.methods and route.pattern.fullmatch(path):
                return route
        return None

    def _of(self, group: str) -> tuple[OpenRoute, ...]:
        listed = {"guest": self.guest, "staff": self.staff, "desk": self.desk, "kiosk": self.kiosk}
        return listed[group]


@cache
def open_routes(listed: Path = LIST) -> OpenRoutes:
    """The list, read once."""
    groups = tomllib.loads(listed.read_text("utf-8"))
    named = ("guest", "staff", "desk", "kiosk")
    return OpenRoutes(*(tuple(_route(entry) for entry in groups.get(name, [])) for name in named))


def _route(entry: dict[str, object]) -> OpenRoute:
    path = str(entry["path"])
    methods = entry["methods"]
    if not isinstance(methods, list):
        raise TypeError(f"{path}: methods must be a list")
    return OpenRoute(path, frozenset(methods), str(entry.get("counts_per", "")), _pattern(path))


def _pattern(path: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", path)
    named = [re.escape(piece) if at % 2 == 0 else f"(?P<{piece}>{_PARTS[piece]})" for at, piece in enumerate(pieces)]
    return re.compile("".join(named))
