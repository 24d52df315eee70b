"""What a plain form sent, read once and kept as typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
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
        return Typed(await run_in_threadpool(fields_of, await request.body()))
    except (ValueError, ClientDisconnect):
        raise FormIsUnreadable from None


def fields_of(body: bytes) -> dict[str, list[str]]:
    """Field → values; blank ones too. Raises ValueError when there are too many, before it looks at a single one.

    Megabytes of separators take seconds to walk through, and anybody with a phone may send them.
    """
    typed: dict[str, list[str]] = {}
    for name, value in parse_qsl(body.decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_FIELDS):
        typed.setdefault(name, []).append(value)
    return typed
