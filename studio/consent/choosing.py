"""Which text is signed: the one asked for where it fits, else the service's own, else the usual one of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from studio.consent import text_refusals
from studio.consent.offering import newest_texts, texts_in_use, title_of
from studio.consent.refusals import TemplateIsUnknown

Text = Mapping[str, Any]


@dataclass(frozen=True)
class Wish:
    """What is done, whether a guardian signs as well, and the country's rules in force. `own` hangs on the service."""

    kind: str
    minor: bool
    profile: str
    own: str = ""


def text_key(connection: Connection, wish: Wish, asked: str = "") -> str:
    """The key of the text. Raises TextDoesNotFit for one asked for that is not offered here, NoTextIsMeant for none."""
    fitting = texts_that_fit(connection, wish)
    if asked and asked not in fitting:
        raise text_refusals.TextDoesNotFit("template") if asked in newest_texts(connection) else TemplateIsUnknown
    chosen = asked or usual_of(fitting, wish)
    if not chosen:
        raise text_refusals.NoTextIsMeant("template")
    return chosen


def texts_that_fit(connection: Connection, wish: Wish) -> dict[str, Text]:
    """Every text in use that can be signed so: never a minor's by a grown-up, nor one for another country's rules."""
    texts = {key: next(iter(contents.values())) for key, contents in texts_in_use(connection).items()}
    return {key: text for key, text in sorted(texts.items()) if _fits(text, wish)}


def usual_of(fitting: Mapping[str, Text], wish: Wish) -> str:
    """The service's own, else the one meant for this kind: the country's own before one for everywhere; or none."""
    if wish.own in fitting:
        return wish.own
    meant = [key for key, text in fitting.items() if wish.kind in text.get("service_kinds", ())]
    return next(iter(sorted(meant, key=lambda key: not fitting[key].get("profile"))), "")


def titles_that_fit(connection: Connection, wish: Wish) -> dict[str, str]:
    """Their titles in the reader's language, by key."""
    fitting, texts = texts_that_fit(connection, wish), texts_in_use(connection)
    return {key: title_of(texts[key]) for key in fitting}


def _fits(text: Text, wish: Wish) -> bool:
    return text.get("profile", "") in ("", wish.profile) and bool(text.get("minor")) == wish.minor
