"""What a plain form sent, read once and kept as typed."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request
from starlette.formparsers import FormParser, MultiPartException
from starlette.requests import ClientDisconnect

from studio.kernel.refusal import Refusal
from studio.kernel.text import N_

MOST_FIELDS = 300


class FormIsUnreadable(Refusal):
    sentence = N_("This form could not be read. Go back and send it again.")
    status = 400


@dataclass(frozen=True)
class Typed:
    """Field → what was typed there; of several values `first` knows one and `all` each."""

    all: dict[str, list[str]] = field(default_factory=dict)

    @property
    def first(self) -> dict[str, str]:
        return {name: values[0] for name, values in self.all.items()}

    def one(self, name: str) -> str:
        """The value, or nothing."""
        return next(iter(self.all.get(name, ())), "")


async def read_form(request: Request) -> Typed:
    """The fields of an ordinary form, files not among them. Raises FormIsUnreadable."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("application/x-www-form-urlencoded"):
        raise FormIsUnreadable
    try:
        parsed = await FormParser(request.headers, request.stream()).parse()
    except (MultiPartException, UnicodeDecodeError, ClientDisconnect):
        raise FormIsUnreadable from None
    pairs = parsed.multi_items()
    if len(pairs) > MOST_FIELDS:
        raise FormIsUnreadable
    typed: dict[str, list[str]] = {}
    for name, value in pairs:
        if isinstance(value, str):
            typed.setdefault(name, []).append(value)
    return Typed(typed)
